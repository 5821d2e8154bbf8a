// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemcertificatemaker.h"

#include "oauth/redirectcertificate.h"
#include "testcase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace framekey::test
{

using Task = CertificateMaker::Task;
using Fault = CertificateMaker::Fault;

/// Certificates made on request, by the real openssl and certutil, in a home of the test's own.
class SystemCertificateMakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void made_isGoodForEveryLoopbackHost();
    void made_isThePersonsAlone();
    void madeAgain_replacesTheFirst();
    void mkcert_isRunForTheSameNames();
    void missingProgram_isSaid();
    void programThatHangs_isEnded();
    void folderThatCannotBe_isSaid();
    void failedProgram_leavesTheOldPair();
    void trusted_isInTheStoreOfANewUser();
    void trusted_isInTheOlderStoreWhereThatIs();
    void trusted_isUndoneByTheCommand();
    void trustedAgain_isTheNewOne();
    void trustedOfAnAuthority_isTrustedWithoutIt();
    void secondTask_isSaidToBeTooMany();
    void command_canBeTyped();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_home->filePath(name); }
    RedirectCertificateFiles make(SystemCertificateMaker &maker, Task task = Task::Make);
    [[nodiscard]] static std::optional<Fault> failure(SystemCertificateMaker &maker, Task task);
    /// A program of this name that does this, before all others.
    void put(const QString &program, const QByteArray &script);
    [[nodiscard]] static QByteArray storedIn(const QString &store);
    [[nodiscard]] QString folder() const { return path(u"data/framekey/redirect"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_path;
};

void SystemCertificateMakerTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_path = qgetenv("PATH");
    qputenv("HOME", m_home->path().toUtf8());
    qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
    qunsetenv("CAROOT");
}

void SystemCertificateMakerTest::cleanup()
{
    qputenv("PATH", m_path);
}

RedirectCertificateFiles SystemCertificateMakerTest::make(SystemCertificateMaker &maker, Task task)
{
    QSignalSpy made(&maker, &CertificateMaker::made);
    maker.make(task);
    return made.wait() ? made.first().first().value<RedirectCertificateFiles>() : RedirectCertificateFiles();
}

std::optional<Fault> SystemCertificateMakerTest::failure(SystemCertificateMaker &maker, Task task)
{
    QSignalSpy failed(&maker, &CertificateMaker::failed);
    maker.make(task);
    return failed.size() == 1 || failed.wait() ? std::optional(failed.first().first().value<Fault>())
                                               : std::nullopt;
}

void SystemCertificateMakerTest::put(const QString &program, const QByteArray &script)
{
    QVERIFY(QDir().mkpath(path(u"bin"_s)));
    QFile file(path(u"bin/"_s + program));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script) > 0);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("PATH", path(u"bin:"_s).toUtf8() + m_path);
}

QByteArray SystemCertificateMakerTest::storedIn(const QString &store)
{
    QProcess certutil;
    certutil.start(u"certutil"_s,
                   {u"-d"_s, u"sql:"_s + store, u"-L"_s, u"-n"_s, u"Framekey redirect"_s, u"-a"_s});
    certutil.waitForFinished();
    return certutil.readAllStandardOutput();
}

void SystemCertificateMakerTest::made_isGoodForEveryLoopbackHost()
{
    SystemCertificateMaker maker(folder());
    QVERIFY(maker.can(Task::Make));
    const auto files = make(maker);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &host : {u"localhost"_s, u"127.0.0.1"_s, u"[::1]"_s}) {
        const auto judged = RedirectCertificate::read(files, host, now);
        QCOMPARE(judged.state(), RedirectCertificate::State::Good);
        QVERIFY(judged.isSelfSigned());
        // Browsers refuse longer ones.
        QCOMPARE_LE(now.daysTo(judged.validUntil()), 398);
        QCOMPARE_GE(now.daysTo(judged.validUntil()), 390);
    }
}

void SystemCertificateMakerTest::made_isThePersonsAlone()
{
    SystemCertificateMaker maker(folder());
    const auto files = make(maker);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder()) & others));
    QVERIFY(!(QFile::permissions(files.key) & others));
    // It can issue nothing: whoever trusts it trusts one name.
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"x509"_s, u"-in"_s, files.certificate, u"-noout"_s, u"-ext"_s, u"basicConstraints"_s});
    QVERIFY(openssl.waitForFinished());
    QVERIFY(openssl.readAllStandardOutput().contains("CA:FALSE"));
}

void SystemCertificateMakerTest::madeAgain_replacesTheFirst()
{
    SystemCertificateMaker maker(folder());
    const auto files = make(maker);
    const auto first = QSslCertificate::fromPath(files.certificate);
    QCOMPARE(make(maker), files);
    QVERIFY(QSslCertificate::fromPath(files.certificate) != first);
    QCOMPARE(RedirectCertificate::read(files, u"localhost"_s, QDateTime::currentDateTimeUtc()).state(),
             RedirectCertificate::State::Good);
    QCOMPARE(QDir(folder()).entryList({u"*.new"_s}).size(), 0);
}

void SystemCertificateMakerTest::mkcert_isRunForTheSameNames()
{
    put(u"mkcert"_s, "echo \"$5 $6 $7\" > $HOME/names; cp $HOME/c.pem \"$2\"; cp $HOME/k.pem \"$4\"\n");
    SystemCertificateMaker maker(folder());
    const auto own = make(maker);
    QVERIFY(QFile::copy(own.certificate, path(u"c.pem"_s)) && QFile::copy(own.key, path(u"k.pem"_s)));
    QVERIFY(maker.can(Task::MakeWithMkcert));
    QCOMPARE(make(maker, Task::MakeWithMkcert), own);
    QFile names(path(u"names"_s));
    QVERIFY(names.open(QIODevice::ReadOnly));
    QCOMPARE(names.readAll(), "localhost 127.0.0.1 ::1\n"_ba);
}

void SystemCertificateMakerTest::missingProgram_isSaid()
{
    qputenv("PATH", path(u"nowhere"_s).toUtf8());
    SystemCertificateMaker maker(folder());
    QVERIFY(!maker.can(Task::Make));
    QVERIFY(!maker.can(Task::MakeWithMkcert));
    QVERIFY(!maker.can(Task::Trust));
    QCOMPARE(failure(maker, Task::Make), Fault::NoProgram);
}

void SystemCertificateMakerTest::programThatHangs_isEnded()
{
    put(u"mkcert"_s, "exec sleep 60\n");
    SystemCertificateMaker maker(folder(), std::chrono::milliseconds(100));
    QCOMPARE(failure(maker, Task::MakeWithMkcert), Fault::ProgramFailed);
}

void SystemCertificateMakerTest::folderThatCannotBe_isSaid()
{
    QFile inTheWay(path(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    SystemCertificateMaker maker(folder());
    QCOMPARE(failure(maker, Task::Make), Fault::CannotWrite);
}

void SystemCertificateMakerTest::failedProgram_leavesTheOldPair()
{
    SystemCertificateMaker maker(folder());
    const auto files = make(maker);
    const auto first = QSslCertificate::fromPath(files.certificate);
    put(u"openssl"_s, "exit 1\n");
    QCOMPARE(failure(maker, Task::Make), Fault::ProgramFailed);
    QCOMPARE(QSslCertificate::fromPath(files.certificate), first);
}

void SystemCertificateMakerTest::trusted_isInTheStoreOfANewUser()
{
    SystemCertificateMaker maker(folder());
    const auto files = make(maker);
    QSignalSpy trusted(&maker, &CertificateMaker::trusted);
    maker.trust(files.certificate);
    QVERIFY(trusted.wait());
    QCOMPARE(QSslCertificate(storedIn(path(u"data/pki/nssdb"_s))),
             QSslCertificate::fromPath(files.certificate).first());
}

void SystemCertificateMakerTest::trusted_isInTheOlderStoreWhereThatIs()
{
    QVERIFY(QDir().mkpath(path(u".pki/nssdb"_s)));
    SystemCertificateMaker maker(folder());
    const auto files = make(maker);
    QSignalSpy trusted(&maker, &CertificateMaker::trusted);
    maker.trust(files.certificate);
    QVERIFY(trusted.wait());
    QVERIFY(!storedIn(path(u".pki/nssdb"_s)).isEmpty());
    QVERIFY(!QFileInfo::exists(path(u"data/pki"_s)));
}

void SystemCertificateMakerTest::trusted_isUndoneByTheCommand()
{
    SystemCertificateMaker maker(folder());
    QSignalSpy trusted(&maker, &CertificateMaker::trusted);
    maker.trust(make(maker).certificate);
    QVERIFY(trusted.wait());
    QCOMPARE(maker.distrustCommand(), u"certutil -d ~/data/pki/nssdb -D -n 'Framekey redirect'"_s);
    QCOMPARE(QProcess::execute(u"sh"_s, {u"-c"_s, maker.distrustCommand()}), 0);
    QVERIFY(storedIn(path(u"data/pki/nssdb"_s)).isEmpty());
}

void SystemCertificateMakerTest::trustedAgain_isTheNewOne()
{
    SystemCertificateMaker maker(folder());
    QSignalSpy trusted(&maker, &CertificateMaker::trusted);
    maker.trust(make(maker).certificate);
    QVERIFY(trusted.wait());
    const auto files = make(maker);
    maker.trust(files.certificate);
    QVERIFY(trusted.wait());
    QCOMPARE(QSslCertificate(storedIn(path(u"data/pki/nssdb"_s))),
             QSslCertificate::fromPath(files.certificate).first());
}

void SystemCertificateMakerTest::trustedOfAnAuthority_isTrustedWithoutIt()
{
    // As mkcert's is: the authority's own certificate lies beside.
    const QString authority = path(u"data/mkcert/rootCA.pem"_s);
    QVERIFY(QDir().mkpath(path(u"data/mkcert"_s)));
    const auto openssl = [this](const QString &arguments) {
        QProcess process;
        process.setWorkingDirectory(m_home->path());
        process.start(u"openssl"_s, arguments.split(u' '));
        return process.waitForFinished() && process.exitCode() == 0;
    };
    QVERIFY(
        openssl(u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 9 -subj /CN=authority "
                "-keyout ca.key -out data/mkcert/rootCA.pem"_s));
    QVERIFY(openssl(u"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=leaf -keyout leaf.key "
                    "-out leaf.csr"_s));
    QVERIFY(openssl(u"x509 -req -in leaf.csr -CA data/mkcert/rootCA.pem -CAkey ca.key -set_serial 2 -days 9 "
                    "-out leaf.pem"_s));
    SystemCertificateMaker maker(folder());
    QSignalSpy trusted(&maker, &CertificateMaker::trusted);
    maker.trust(path(u"leaf.pem"_s));
    QVERIFY(trusted.wait());
    QCOMPARE(QSslCertificate(storedIn(path(u"data/pki/nssdb"_s))),
             QSslCertificate::fromPath(path(u"leaf.pem"_s)).first());
    QVERIFY(!maker.trustCommand(path(u"leaf.pem"_s)).contains(authority));
}

void SystemCertificateMakerTest::secondTask_isSaidToBeTooMany()
{
    SystemCertificateMaker maker(folder());
    QSignalSpy made(&maker, &CertificateMaker::made);
    maker.make(Task::Make);
    QCOMPARE(failure(maker, Task::Make), Fault::Busy);
    QVERIFY(made.wait());
}

void SystemCertificateMakerTest::command_canBeTyped()
{
    SystemCertificateMaker maker(folder());
    QCOMPARE(maker.trustCommand(u"/tmp/it's/a.pem"_s),
             u"certutil -d sql:"_s + path(u"data/pki/nssdb"_s) +
                 u" -A -t 'P,,' -n 'Framekey redirect' -i '/tmp/it'\\''s/a.pem'"_s);
}

static const TestCase<SystemCertificateMakerTest> testCase("systemcertificatemaker");

} // namespace framekey::test

#include "tst_systemcertificatemaker.moc"
