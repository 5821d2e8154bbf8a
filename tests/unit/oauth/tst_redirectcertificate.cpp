// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectcertificate.h"

#include "testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace framekey::test
{

using State = RedirectCertificate::State;

/// What can be wrong with the certificate of an https redirect, and in which order it is said.
class RedirectCertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void files_areJudged_data();
    void files_areJudged();
    void time_decides_data();
    void time_decides();
    void host_hasToBeNamed_data();
    void host_hasToBeNamed();
    void keyForOthers_isSaidAndServes();
    void keyForOthers_hidesNoEnd();
    void loopbackAlone_isTold();
    void pipe_isNotWaitedFor();
    void failure_namesTheFileAlone();
    void browser_isAskedForNoCertificate();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void make(const QString &name, const QString &names, const QStringList &kind);
    void write(const QString &name, const QByteArray &content);
    [[nodiscard]] RedirectCertificate read(const QString &certificate, const QString &key, int days = 1,
                                           const QString &host = u"localhost"_s) const;

    QTemporaryDir m_folder;
    // The files are made a moment later.
    const QDateTime m_now = QDateTime::currentDateTimeUtc().addSecs(60);
};

void RedirectCertificateTest::make(const QString &name, const QString &names, const QStringList &kind)
{
    QProcess process;
    process.start(
        u"openssl"_s,
        QStringList{u"req"_s, u"-x509"_s, u"-days"_s, u"100"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s,
                    path(name + u"-key.pem"_s), u"-out"_s, path(name + u".pem"_s)} +
            (names.isEmpty() ? QStringList() : QStringList{u"-addext"_s, u"subjectAltName="_s + names}) +
            kind);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
}

void RedirectCertificateTest::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void RedirectCertificateTest::initTestCase()
{
    const QStringList ec{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-noenc"_s};
    const QString all = u"DNS:localhost,IP:127.0.0.1,IP:::1"_s;
    make(u"good"_s, all, ec);
    make(u"other"_s, all, ec);
    make(u"rsa"_s, all, {u"-newkey"_s, u"rsa:2048"_s, u"-noenc"_s});
    make(u"locked"_s, all, QStringList(ec.first(4)) + QStringList{u"-passout"_s, u"pass:practice"_s});
    make(u"address"_s, u"IP:127.0.0.1"_s, ec);
    make(u"elsewhere"_s, u"DNS:example.org"_s, ec);
    make(u"wider"_s, all + u",DNS:example.org"_s, ec);
    make(u"unnamed"_s, {}, ec);
    write(u"empty.pem"_s, {});
    write(u"words.pem"_s, "a certificate");
    write(u"cut.pem"_s, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
}

RedirectCertificate RedirectCertificateTest::read(const QString &certificate, const QString &key, int days,
                                                  const QString &host) const
{
    const auto full = [this](const QString &name) { return name.isEmpty() ? QString() : path(name); };
    return RedirectCertificate::read({.certificate = full(certificate), .key = full(key)}, host,
                                     m_now.addDays(days));
}

void RedirectCertificateTest::files_areJudged_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("file");
    const auto row = [](const char *certificate, const char *key, State state, const char *file) {
        QTest::addRow("%s with %s", certificate, key)
            << QString::fromLatin1(certificate) << QString::fromLatin1(key) << state
            << QString::fromLatin1(file);
    };
    row("good.pem", "good-key.pem", State::Good, "good.pem");
    row("rsa.pem", "rsa-key.pem", State::Good, "rsa.pem");
    row("", "", State::Missing, "");
    row("good.pem", "", State::Missing, "");
    row("", "good-key.pem", State::Missing, "");
    row("gone.pem", "good-key.pem", State::Unreadable, "gone.pem");
    row("good.pem", "gone-key.pem", State::Unreadable, "gone-key.pem");
    row("empty.pem", "good-key.pem", State::Unreadable, "empty.pem");
    row(".", "good-key.pem", State::Unreadable, ".");
    row("words.pem", "good-key.pem", State::NotACertificate, "words.pem");
    row("cut.pem", "good-key.pem", State::NotACertificate, "cut.pem");
    row("good-key.pem", "good-key.pem", State::NotACertificate, "good-key.pem");
    row("good.pem", "good.pem", State::NotAKey, "good.pem");
    row("good.pem", "words.pem", State::NotAKey, "words.pem");
    row("locked.pem", "locked-key.pem", State::NotAKey, "locked-key.pem");
    row("good.pem", "other-key.pem", State::KeyMismatch, "other-key.pem");
    row("good.pem", "rsa-key.pem", State::KeyMismatch, "rsa-key.pem");
}

void RedirectCertificateTest::files_areJudged()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(State, state);
    QFETCH(QString, file);
    const auto judged = read(certificate, key);
    QCOMPARE(judged.state(), state);
    QCOMPARE(judged.file(), file.isEmpty() ? file : path(file));
    QCOMPARE(judged.isUsable(), state == State::Good);
}

void RedirectCertificateTest::time_decides_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<State>("state");
    QTest::newRow("the day before") << -1 << State::NotYetValid;
    QTest::newRow("in the middle") << 50 << State::Good;
    QTest::newRow("15 days before the end") << 85 << State::Good;
    QTest::newRow("14 days before the end") << 86 << State::ExpiresSoon;
    QTest::newRow("the last day") << 99 << State::ExpiresSoon;
    QTest::newRow("the day after") << 101 << State::Expired;
}

void RedirectCertificateTest::time_decides()
{
    QFETCH(int, days);
    const auto judged = read(u"good.pem"_s, u"good-key.pem"_s, days);
    QTEST(judged.state(), "state");
    QCOMPARE(judged.isUsable(), judged.state() == State::Good || judged.state() == State::ExpiresSoon);
    QVERIFY(qAbs(judged.validUntil().secsTo(m_now.addDays(100))) < 3600);
}

void RedirectCertificateTest::host_hasToBeNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("host");
    QTest::addColumn<State>("state");
    const auto row = [](const char *name, const char *host, State state) {
        QTest::addRow("%s for %s", name, host)
            << QString::fromLatin1(name) << QString::fromLatin1(host) << state;
    };
    row("good", "localhost", State::Good);
    row("good", "LOCALHOST", State::Good);
    row("good", "127.0.0.1", State::Good);
    row("good", "[::1]", State::Good);
    row("address", "127.0.0.1", State::Good);
    row("address", "localhost", State::WrongHost);
    row("address", "[::1]", State::WrongHost);
    row("elsewhere", "localhost", State::WrongHost);
    row("unnamed", "localhost", State::WrongHost); // only as its common name
}

void RedirectCertificateTest::host_hasToBeNamed()
{
    QFETCH(QString, name);
    QFETCH(QString, host);
    QTEST(read(name + u".pem"_s, name + u"-key.pem"_s, 1, host).state(), "state");
}

void RedirectCertificateTest::keyForOthers_isSaidAndServes()
{
    write(u"open-key.pem"_s, [this] {
        QFile key(path(u"good-key.pem"_s));
        return key.open(QIODevice::ReadOnly) ? key.readAll() : QByteArray();
    }());
    QVERIFY(QFile::setPermissions(path(u"open-key.pem"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const auto judged = read(u"good.pem"_s, u"open-key.pem"_s);
    QCOMPARE(judged.state(), State::KeyTooOpen);
    QVERIFY(judged.isUsable());
}

void RedirectCertificateTest::keyForOthers_hidesNoEnd()
{
    const QString key = path(u"good-key.pem"_s);
    QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::ReadOther));
    const auto judged = read(u"good.pem"_s, u"good-key.pem"_s, 90);
    QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(judged.state(), State::KeyTooOpen);
    QVERIFY(judged.endsSoon());
    QVERIFY(!read(u"good.pem"_s, u"good-key.pem"_s).endsSoon());
}

void RedirectCertificateTest::loopbackAlone_isTold()
{
    QVERIFY(read(u"good.pem"_s, u"good-key.pem"_s).isForLoopbackAlone());
    QVERIFY(read(u"address.pem"_s, u"address-key.pem"_s).isForLoopbackAlone());
    QVERIFY(!read(u"elsewhere.pem"_s, u"elsewhere-key.pem"_s).isForLoopbackAlone());
    QVERIFY(!read(u"wider.pem"_s, u"wider-key.pem"_s).isForLoopbackAlone());
    QVERIFY(!read(u"unnamed.pem"_s, u"unnamed-key.pem"_s).isForLoopbackAlone());
    QVERIFY(!read(u"gone.pem"_s, u"good-key.pem"_s).isForLoopbackAlone());
}

void RedirectCertificateTest::pipe_isNotWaitedFor()
{
    QCOMPARE(QProcess::execute(u"mkfifo"_s, {path(u"pipe"_s)}), 0);
    QCOMPARE(read(u"pipe"_s, u"good-key.pem"_s).state(), State::Unreadable);
}

void RedirectCertificateTest::failure_namesTheFileAlone()
{
    const Failure failure = read(u"good.pem"_s, u"other-key.pem"_s).failure();
    QCOMPARE(failure.stage, Failure::Stage::Listening);
    QCOMPARE(failure.kind, Failure::Kind::Settings);
    QCOMPARE(failure.detail, Failure::Detail::KeyMismatch);
    QCOMPARE(failure.subject, u"other-key.pem"_s);
    QCOMPARE(read({}, {}).failure().detail, Failure::Detail::CertificateMissing);
}

void RedirectCertificateTest::browser_isAskedForNoCertificate()
{
    const QSslConfiguration tls = read(u"good.pem"_s, u"good-key.pem"_s).configuration();
    QCOMPARE(tls.peerVerifyMode(), QSslSocket::VerifyNone);
    QCOMPARE(tls.localCertificateChain().size(), 1);
    QVERIFY(!tls.privateKey().isNull());
}

static const TestCase<RedirectCertificateTest> testCase("redirectcertificate");

} // namespace framekey::test

#include "tst_redirectcertificate.moc"
