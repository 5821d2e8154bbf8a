// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/certificate.h"
#include "harness/flowtest.h"
#include "harness/relay.h"

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// The same over TLS: whom it trusts, how often it connects, and answers that never come.
class TestTls : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void certificateThatIsNotTrustedGetsNothing_data();
    void certificateThatIsNotTrustedGetsNothing();
    void caFileMakesItTrusted();
    void oneConnectionASignIn();
    void confidentialClientOverTls();
    void hugeAnswerIsNotRead();
    void lostAnswerAtTheExchangeIsOneRequest();
    void lostAnswerAtTheRefreshIsTwoRequests();

private:
    AccountSettings trusting(const Certificate &certificate)
    {
        AccountSettings settings = account();
        settings.caFile = certificate.caFile();
        return settings;
    }
};

void TestTls::certificateThatIsNotTrustedGetsNothing_data()
{
    Certificate::addUntrusted("issuer certificate", "host name", "expired");
}

void TestTls::certificateThatIsNotTrustedGetsNothing()
{
    QFETCH(QString, names);
    QFETCH(bool, over);
    QFETCH(bool, withCaFile);
    QFETCH(QString, reason);
    const Certificate certificate(names, over ? Certificate::Validity::Over : Certificate::Validity::Now);
    startPractice(certificate.options());
    begin(withCaFile ? trusting(certificate) : account());
    session().signIn();
    VERIFY_UNTIL(snapshot().problem && person->hasPage());
    QCOMPARE(snapshot().problem->kind, Failure::Kind::Network);
    QCOMPARE(snapshot().problem->detail, Detail::Tls);
    QCOMPARE(snapshot().problem->subject, QStringLiteral("127.0.0.1"));
    QVERIFY2(snapshot().problem->serverCode.contains(reason, Qt::CaseInsensitive),
             qPrintable(snapshot().problem->serverCode));
    QCOMPARE(practice().requests(QStringLiteral("/oauth2/token")).size(), 0);
    QCOMPARE(state(), State::SignedOut);
}

void TestTls::caFileMakesItTrusted()
{
    const Certificate certificate;
    startPractice(certificate.options());
    begin(trusting(certificate));
    QVERIFY(signIn());
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QVERIFY(renew());
    session().signOut();
    VERIFY_UNTIL(snapshot().receipt &&
                 snapshot().receipt->revocation == SessionSnapshot::Receipt::Revocation::Revoked);
}

void TestTls::oneConnectionASignIn()
{
    const Certificate certificate;
    startPractice(certificate.options());
    Relay relay(practice().port());
    AccountSettings settings = trusting(certificate);
    settings.endpoints.token.setPort(relay.port());
    begin(settings);
    QCOMPARE(relay.connections(), 0);
    person->way = WebPerson::Way::ToTheRedirect;
    session().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    VERIFY_UNTIL(relay.connections() == 1); // opened while the person is in the browser
    person->followRedirect();
    VERIFY_UNTIL(person->hasPage());
    QCOMPARE(state(), State::SignedIn);
    QCOMPARE(practice().exchanges().size(), 1);
    QCOMPARE(relay.connections(), 1);
}

void TestTls::confidentialClientOverTls()
{
    const Certificate certificate;
    startPractice(certificate.options());
    AccountSettings settings = confidentialAccount();
    settings.caFile = certificate.caFile();
    begin(settings, clientSecret());
    QVERIFY(signIn());
    QCOMPARE(practice().exchanges().value(0).value(u"authorization_scheme"),
             QJsonValue(QStringLiteral("Basic")));
}

void TestTls::hugeAnswerIsNotRead()
{
    const Certificate certificate;
    startPractice(certificate.options());
    begin(trusting(certificate));
    QVERIFY(signIn());
    hugeAnswerIsGivenUp();
}

void TestTls::lostAnswerAtTheExchangeIsOneRequest()
{
    const Certificate certificate;
    startPractice(certificate.options() + QStringList{QStringLiteral("--fault"), QStringLiteral("lost")});
    begin(trusting(certificate));
    session().signIn();
    VERIFY_UNTIL(snapshot().problem && person->hasPage());
    QCOMPARE(snapshot().problem->detail, Detail::ConnectionLost);
    clock.advance(5min);
    pass(500ms);
    QCOMPARE(practice().exchanges().size(), 1);
}

void TestTls::lostAnswerAtTheRefreshIsTwoRequests()
{
    const Certificate certificate;
    startPractice(certificate.options());
    begin(trusting(certificate));
    QVERIFY(signIn());
    practice().setFaults({QStringLiteral("lost,times=1")});
    session().refreshNow();
    VERIFY_UNTIL(clock.nextAlarmIn() == 1s);
    QCOMPARE(state(), State::Renewing);
    QCOMPARE(practice().refreshes().size(), 1);
    clock.advance(1s);
    VERIFY_UNTIL(state() == State::SignInNeeded);
    clock.advance(10min);
    pass(200ms);
    QCOMPARE(practice().refreshes().size(), 2);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestTls)
#include "test_tls.moc"
