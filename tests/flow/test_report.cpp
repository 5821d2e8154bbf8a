// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/certificate.h"
#include "harness/flowtest.h"

#include "scriptedserver.h"
#include "session/eventlog.h"
#include "ui/presentation/reporttext.h"

#include <QLocale>
#include <QRegularExpression>

namespace framekey::test
{

using namespace std::chrono_literals;

/// The steps that a report tells of a sign-in and its renewals.
class TestReport : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { FlowTest::init(); }
    void cleanup() { FlowTest::cleanup(); }
    void signInOverTls_isToldStepByStep();
    void certificateThatIsNotTrusted_isToldWithItsReason_data();
    void certificateThatIsNotTrusted_isToldWithItsReason();
    void clockThatIsOff_isWarnedOf_data();
    void clockThatIsOff_isWarnedOf();
    void keychainThatFails_isTold();
    void signOut_isTold();

private:
    QString report() { return reportText({accounts(), events(), clock, {}}); }
    /// In this order, among others; whole lines without their instants.
    bool tells(const QStringList &patterns);
};

bool TestReport::tells(const QStringList &patterns)
{
    const QStringList lines =
        report().section(QStringLiteral("### Last sign-in of account 1\n"), 1).split(u'\n');
    qsizetype at = 0;
    for (const QString &pattern : patterns) {
        const QRegularExpression whole(QStringLiteral(".*Z account 1: %1").arg(pattern));
        at = lines.indexOf(whole, at);
        if (at < 0) {
            qWarning("%s is not in\n%s", qPrintable(pattern), qPrintable(report()));
            return false;
        }
        ++at;
    }
    return true;
}

void TestReport::signInOverTls_isToldStepByStep()
{
    const Certificate certificate;
    startPractice(certificate.options());
    AccountSettings settings = account();
    settings.caFile = certificate.caFile();
    begin(settings);
    QVERIFY(signIn());
    QVERIFY(tells(
        {QStringLiteral("sign-in: began"), QStringLiteral("sign-in: port \\d+ opened"),
         QStringLiteral("sign-in: keychain can be written"),
         QStringLiteral("sign-in: browser asked for; the desktop said yes"),
         QStringLiteral("sign-in: redirect received from the browser; state matched"),
         QStringLiteral("sign-in: issuer not compared"),
         QStringLiteral("sign-in: code exchange: HTTP 200 in \\d+ ms; TLS 1.3, certificate trusted; .*"),
         QStringLiteral("sign-in: person asked and told"),
         QStringLiteral("sign-in: keychain written and read back"), QStringLiteral("sign-in: signed in")}));
    QVERIFY(renew());
    QVERIFY(
        tells({QStringLiteral("sign-in: signed in"),
               QStringLiteral("renewal: token endpoint: HTTP 200 in .*; TLS 1.3, certificate trusted; .*"),
               QStringLiteral("renewal: done; keychain written and read back")}));
}

void TestReport::certificateThatIsNotTrusted_isToldWithItsReason_data()
{
    Certificate::addUntrusted("unknown authority", "for another host", "expired");
}

void TestReport::certificateThatIsNotTrusted_isToldWithItsReason()
{
    QFETCH(QString, names);
    QFETCH(bool, over);
    QFETCH(bool, withCaFile);
    QFETCH(QString, reason);
    const Certificate certificate(names, over ? Certificate::Validity::Over : Certificate::Validity::Now);
    startPractice(certificate.options());
    AccountSettings settings = account();
    if (withCaFile)
        settings.caFile = certificate.caFile();
    begin(settings);
    session().signIn();
    VERIFY_UNTIL(snapshot().problem && person->hasPage());
    QVERIFY(tells({QStringLiteral("sign-in: code exchange: no answer in \\d+ ms; TLS 1.3, certificate "
                                  "refused: %1; no Date")
                       .arg(reason),
                   QStringLiteral("sign-in: failed: network, tls-refused at code-exchange")}));
}

void TestReport::clockThatIsOff_isWarnedOf_data()
{
    QTest::addColumn<int>("off");
    QTest::addColumn<QString>("said");
    QTest::newRow("right") << 0 << "this clock 0 s ahead";
    QTest::newRow("a minute is let through") << 60 << "this clock 60 s ahead";
    QTest::newRow("ahead") << 61 << "this clock 61 s ahead (WARNING: set the clock)";
    QTest::newRow("behind") << -3600 << "this clock 3600 s behind (WARNING: set the clock)";
}

void TestReport::clockThatIsOff_isWarnedOf()
{
    QFETCH(int, off);
    QFETCH(QString, said);
    ScriptedServer server;
    const QDateTime time = clock.nowUtc().addSecs(-off);
    server.answer(
        400, "{\"error\":\"invalid_grant\"}",
        "Date: " + QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() +
            " GMT\r\n");
    AccountSettings settings = account();
    settings.endpoints.token = server.url(QStringLiteral("/token"));
    begin(settings);
    session().signIn();
    VERIFY_UNTIL(snapshot().problem && person->hasPage());
    QVERIFY(tells(
        {QStringLiteral("sign-in: code exchange: HTTP 400 in \\d+ ms; no TLS, no certificate; ") +
             QRegularExpression::escape(said),
         QStringLiteral("sign-in: failed: .*, HTTP 400, the server says invalid_grant at code-exchange")}));
}

void TestReport::keychainThatFails_isTold()
{
    begin();
    store->fail(MemoryTokenStore::Operation::Write);
    store->fail(MemoryTokenStore::Operation::Probe);
    QVERIFY(signIn());
    QVERIFY(
        tells({QStringLiteral("sign-in: keychain cannot be written: keychain, keychain-locked at keychain"),
               QStringLiteral("sign-in: keychain not written: keychain, keychain-locked at keychain"),
               QStringLiteral("sign-in: signed in")}));
    store->heal();
    session().retryStorage();
    VERIFY_UNTIL(!snapshot().storageProblem);
    QVERIFY(tells({QStringLiteral("keychain: lost: keychain, keychain-locked at keychain"),
                   QStringLiteral("keychain: back")}));
}

void TestReport::signOut_isTold()
{
    begin();
    QVERIFY(signIn());
    session().signOut();
    VERIFY_UNTIL(snapshot().receipt &&
                 snapshot().receipt->revocation == SessionSnapshot::Receipt::Revocation::Revoked);
    QVERIFY(tells({QStringLiteral("signed out"), QStringLiteral("revocation: done")}));
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestReport)
#include "test_report.moc"
