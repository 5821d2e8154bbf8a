// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "fakecertificatemaker.h"
#include "fakeclock.h"
#include "samples.h"
#include "ui/accountformpage.h"
#include "ui/certificaterow.h"
#include "ui/presentation/certificatewords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

using Task = CertificateMaker::Task;
using Fault = CertificateMaker::Fault;

/// The certificate of an https redirect in the form.
class CertificateRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeCertificate(files(), QStringLiteral("DNS:localhost")); }
    void init();
    void row_isThereForHttpsHereAlone();
    void missing_isSaidAndStopsNoSave();
    void made_isTakenAndSaved();
    void state_isSaidByTheClock_data();
    void state_isSaidByTheClock();
    void goodOneOfAnotherAccount_isUsed();
    void keptOneThatServesNoLonger_isReplaced_data();
    void keptOneThatServesNoLonger_isReplaced();
    void keyForOthers_isSaid();
    void trust_isAskedFor();
    void trust_isNotOfferedForOtherHosts();
    void trustWithoutTheProgram_copiesTheCommand();
    void failure_isSaidAndCanBeTriedAgain();
    void withoutPrograms_filesCanBeChosen();
    void everyFailure_hasWords();

private:
    void open();
    static void makeCertificate(const RedirectCertificateFiles &files, const QString &names);
    void setRedirect(const char *address);
    [[nodiscard]] QString shown();
    [[nodiscard]] bool offers(const char *button)
    {
        return buttons(*m_form).contains(QString::fromUtf8(button));
    }
    [[nodiscard]] RedirectCertificateFiles files() const
    {
        return {.certificate = m_folder.filePath(QStringLiteral("c.pem")),
                .key = m_folder.filePath(QStringLiteral("k.pem"))};
    }

    FakeClock m_clock;
    std::unique_ptr<FakeCertificateMaker> m_maker;
    std::unique_ptr<AccountFormPage> m_form;
    QTemporaryDir m_folder;
};

void CertificateRowTest::makeCertificate(const RedirectCertificateFiles &files, const QString &names)
{
    QProcess openssl;
    openssl.start(
        QStringLiteral("openssl"),
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 100 -subj "
                       "/CN=here -addext subjectAltName=%1 -keyout %2 -out %3")
            .arg(names, files.key, files.certificate)
            .split(u' '));
    QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
}

void CertificateRowTest::init()
{
    m_clock.jumpWall(
        std::chrono::milliseconds(m_clock.nowUtc().msecsTo(QDateTime::currentDateTimeUtc().addSecs(60))));
    m_maker = std::make_unique<FakeCertificateMaker>();
    QFile::setPermissions(files().key, QFile::ReadOwner | QFile::WriteOwner);
    open();
}

void CertificateRowTest::open()
{
    m_form = std::make_unique<AccountFormPage>(samples::catalogue());
    m_form->setCertificateMaker(m_maker.get(), &m_clock);
    AccountSettings settings = newAccount(*samples::catalogue().find(QStringLiteral("frameio-legacy")));
    settings.clientId = QStringLiteral("abc");
    settings.redirectUri = QStringLiteral("https://localhost:8443/callback");
    m_form->edit(settings);
    settle(*m_form, 460, 2400);
}

void CertificateRowTest::setRedirect(const char *address)
{
    byName<QLineEdit>(*m_form, QStringLiteral("Redirect address"))->setText(QString::fromUtf8(address));
}

QString CertificateRowTest::shown()
{
    return byName<CertificateRow>(*m_form, QStringLiteral("Certificate"))->accessibleDescription();
}

void CertificateRowTest::row_isThereForHttpsHereAlone()
{
    QVERIFY(offers("Make a certificate"));
    for (const char *address :
         {"http://127.0.0.1:0/callback", "https://studio.example/callback", "nothing"}) {
        setRedirect(address);
        QVERIFY2(!offers("Make a certificate"), address);
    }
    setRedirect("https://[::1]:8443/callback");
    QVERIFY(offers("Make a certificate"));
    const auto *line = byName<QLineEdit>(*m_form, QStringLiteral("Redirect address"));
    QVERIFY(!line->accessibleDescription().contains(u"You will paste"));
}

void CertificateRowTest::missing_isSaidAndStopsNoSave()
{
    QVERIFY(shown().contains(u"There is none yet"));
    QVERIFY(!offers("Trust it in Chromium"));
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(saved.size(), 1);
}

void CertificateRowTest::made_isTakenAndSaved()
{
    press(*m_form, QStringLiteral("Make a certificate"));
    QCOMPARE(m_maker->asked, QList<Task>{Task::Make});
    press(*m_form, QStringLiteral("Make with mkcert")); // not while one is made
    QCOMPARE(m_maker->asked.size(), 1);
    Q_EMIT m_maker->made(files());
    QVERIFY2(shown().contains(u"your browser will warn"), qPrintable(shown()));
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().value<AccountSettings>().redirectCertificate, files());
}

void CertificateRowTest::state_isSaidByTheClock_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("words");
    QTest::newRow("good") << 1 << "c.pem, until ";
    QTest::newRow("the last days") << 90 << "ends soon";
    QTest::newRow("over") << 101 << "expired on";
    QTest::newRow("too early") << -2 << "not valid yet";
}

void CertificateRowTest::state_isSaidByTheClock()
{
    QFETCH(int, days);
    m_clock.jumpWall(days * std::chrono::hours(24));
    AccountSettings kept = newAccount(*samples::catalogue().find(QStringLiteral("frameio-legacy")));
    kept.redirectUri = QStringLiteral("https://localhost:8443/callback");
    kept.redirectCertificate = files();
    m_form->edit(kept);
    QFETCH(QString, words);
    QVERIFY2(shown().contains(words), qPrintable(shown()));
}

void CertificateRowTest::goodOneOfAnotherAccount_isUsed()
{
    m_maker->kept = files();
    press(*m_form, QStringLiteral("Make a certificate"));
    QVERIFY(m_maker->asked.isEmpty());
    QVERIFY2(shown().contains(u"Uses the one made on "), qPrintable(shown()));
    QSignalSpy saved(m_form.get(), &AccountFormPage::saved);
    press(*m_form, QStringLiteral("Save"));
    QCOMPARE(saved.first().first().value<AccountSettings>().redirectCertificate, files());
    // It vouches for itself, and mkcert's would not.
    press(*m_form, QStringLiteral("Make with mkcert"));
    QCOMPARE(m_maker->asked, QList<Task>{Task::MakeWithMkcert});
}

void CertificateRowTest::keptOneThatServesNoLonger_isReplaced_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("redirect");
    QTest::newRow("the last days") << 90 << "https://localhost:8443/callback";
    QTest::newRow("over") << 101 << "https://localhost:8443/callback";
    QTest::newRow("another host") << 1 << "https://127.0.0.1:8443/callback";
}

void CertificateRowTest::keptOneThatServesNoLonger_isReplaced()
{
    QFETCH(const int, days);
    QFETCH(const QString, redirect);
    m_clock.jumpWall(days * std::chrono::hours(24));
    m_maker->kept = files();
    open();
    setRedirect(redirect.toUtf8().constData());
    press(*m_form, QStringLiteral("Make a certificate"));
    QCOMPARE(m_maker->asked, QList<Task>{Task::Make});
}

void CertificateRowTest::keyForOthers_isSaid()
{
    QVERIFY(QFile::setPermissions(files().key, QFile::ReadOwner | QFile::ReadOther));
    press(*m_form, QStringLiteral("Make a certificate"));
    Q_EMIT m_maker->made(files());
    QVERIFY2(shown().contains(u"can read its key"), qPrintable(shown()));
}

void CertificateRowTest::trust_isAskedFor()
{
    press(*m_form, QStringLiteral("Make a certificate"));
    Q_EMIT m_maker->made(files());
    press(*m_form, QStringLiteral("Trust it in Chromium"));
    QCOMPARE(m_maker->trustAsked, QStringList{files().certificate});
    Q_EMIT m_maker->trusted();
    QVERIFY2(shown().contains(u"Chromium and Chrome trust it"), qPrintable(shown()));
    QVERIFY2(shown().contains(u"To undo it, run in a terminal: certutil -D"), qPrintable(shown()));
}

void CertificateRowTest::trust_isNotOfferedForOtherHosts()
{
    QTemporaryDir folder;
    const RedirectCertificateFiles wider{.certificate = folder.filePath(QStringLiteral("c.pem")),
                                         .key = folder.filePath(QStringLiteral("k.pem"))};
    makeCertificate(wider, QStringLiteral("DNS:localhost,DNS:example.org"));
    press(*m_form, QStringLiteral("Make a certificate"));
    Q_EMIT m_maker->made(wider);
    QVERIFY2(shown().contains(u"until"), qPrintable(shown()));
    QVERIFY(!offers("Trust it in Chromium"));
}

void CertificateRowTest::trustWithoutTheProgram_copiesTheCommand()
{
    m_maker->able.removeOne(Task::Trust);
    open();
    press(*m_form, QStringLiteral("Make a certificate"));
    Q_EMIT m_maker->made(files());
    QVERIFY(!offers("Trust it in Chromium"));
    press(*m_form, QStringLiteral("Copy the command to trust it"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString(u"certutil -i " + files().certificate));
    QVERIFY2(shown().contains(u"libnss3-tools"), qPrintable(shown()));
}

void CertificateRowTest::failure_isSaidAndCanBeTriedAgain()
{
    press(*m_form, QStringLiteral("Make a certificate"));
    Q_EMIT m_maker->failed(Fault::ProgramFailed);
    QVERIFY2(shown().contains(u"failed"), qPrintable(shown()));
    press(*m_form, QStringLiteral("Make with mkcert"));
    QCOMPARE(m_maker->asked, (QList<Task>{Task::Make, Task::MakeWithMkcert}));
}

void CertificateRowTest::withoutPrograms_filesCanBeChosen()
{
    m_maker->able.clear();
    open();
    QVERIFY(!offers("Make a certificate"));
    QVERIFY(!offers("Make with mkcert"));
    QVERIFY(offers("Choose files…"));
}

void CertificateRowTest::everyFailure_hasWords()
{
    for (const Fault fault : {Fault::NoProgram, Fault::ProgramFailed, Fault::CannotWrite, Fault::Busy}) {
        const auto words = CertificateWords::failed(fault);
        QVERIFY(words.isProblem);
        QVERIFY(words.text.endsWith(u'.'));
    }
}

QTEST_MAIN(CertificateRowTest)
#include "tst_certificaterow.moc"
