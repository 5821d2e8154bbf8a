// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"
#include "harness/rawclient.h"
#include "harness/sockets.h"

#include <QTcpServer>

namespace framekey::test
{

using namespace std::chrono_literals;
using Kind = Failure::Kind;
using Detail = Failure::Detail;

/// Sign-ins that do not go as they should: denied, cancelled, forgotten, begun twice, without port or
/// browser.
class TestInterruption : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void denialIsSaidAtOnceAndNothingIsSent();
    void unticksOfEverythingAreADenial();
    void errorOfTheAuthorizationServerIsShownAsItsCode();
    void takenPortIsSaidAndNeverReplaced();
    void browserThatCannotBeOpenedLeavesTheLinkAndPasting();
    void openBrowserAgainOpensTheSameAddress();
    void pastedAddressThatIsWrongChangesNothing();
    void redirectElsewhereIsPastedWithoutAnyPort();
    void forgottenSignInEndsAfterTenMinutes();
    void secondSignInFindsTheFirst();
    void lateRedirectAfterCancelIsRefused();
    void cancelDuringTheCodeExchangeKeepsNothing();
    void unwritableKeychainIsSaidBeforeTheBrowserOpens();
    void exchangeThatFailsIsSaidWithItsCode();
    void lostAnswerAtTheExchangeIsOneRequest();
    void missingSecretIsSaidBeforeAnythingOpens();
};

void TestInterruption::denialIsSaidAtOnceAndNothingIsSent()
{
    person->decision = QStringLiteral("deny");
    begin();
    session().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    QVERIFY(until([this] { return state() == State::SignedOut && person->hasPage(); }, 1s));
    QCOMPARE(snapshot().problem->kind, Kind::Denied);
    QCOMPARE(snapshot().problem->serverCode, QStringLiteral("access_denied"));
    QVERIFY(!snapshot().waiting);
    QVERIFY(person->page().contains("not allow"));
    QCOMPARE(practice().exchanges().size(), 0);
    QVERIFY(listeningPorts().isEmpty());
    person->decision = QStringLiteral("allow");
    QVERIFY(signIn());
}

void TestInterruption::unticksOfEverythingAreADenial()
{
    person->tickedScope = QStringList();
    begin();
    session().signIn();
    VERIFY_UNTIL(snapshot().problem && person->hasPage());
    QCOMPARE(snapshot().problem->kind, Kind::Denied);
}

void TestInterruption::errorOfTheAuthorizationServerIsShownAsItsCode()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("error:temporarily_unavailable,at=authorize")});
    begin();
    session().signIn();
    VERIFY_UNTIL(snapshot().problem && person->hasPage());
    QCOMPARE(snapshot().problem->stage, Failure::Stage::AuthorizationServer);
    QCOMPARE(snapshot().problem->kind, Kind::Server);
    QCOMPARE(snapshot().problem->serverCode, QStringLiteral("temporarily_unavailable"));
    QCOMPARE(practice().exchanges().size(), 0);
}

void TestInterruption::takenPortIsSaidAndNeverReplaced()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    AccountSettings settings = account();
    settings.redirectUri = QStringLiteral("http://127.0.0.1:%1/callback").arg(other.serverPort());
    begin(settings);
    session().signIn();
    VERIFY_UNTIL(snapshot().problem);
    QCOMPARE(snapshot().problem->detail, Detail::PortTaken);
    QCOMPARE(snapshot().problem->subject, QString::number(other.serverPort()));
    QCOMPARE(state(), State::SignedOut);
    QCOMPARE(person->opened().size(), 0);
    QCOMPARE(listeningPorts().size(), 1);

    other.close();
    QVERIFY(signIn());
    QCOMPARE(person->asked(QStringLiteral("redirect_uri")), settings.redirectUri);
    QVERIFY(!snapshot().problem);
}

void TestInterruption::browserThatCannotBeOpenedLeavesTheLinkAndPasting()
{
    person->way = WebPerson::Way::OpenNothing;
    begin();
    session().signIn();
    VERIFY_UNTIL(snapshot().waiting && !snapshot().waiting->browserOpened);
    const QUrl link = snapshot().waiting->authorizationUrl;
    QCOMPARE(person->opened(), QList<QUrl>{link});
    QVERIFY(snapshot().waiting->listening);

    // The person copies the link into a browser elsewhere, and the address it ends at back.
    person->way = WebPerson::Way::ToTheRedirect;
    person->open(link);
    VERIFY_UNTIL(!person->redirect().isEmpty());
    session().finishWithPastedAddress(
        QStringLiteral(" <%1>\n").arg(QString::fromLatin1(person->redirect().toEncoded())));
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(listeningPorts().isEmpty());
    QCOMPARE(practice().exchanges().size(), 1);
}

void TestInterruption::openBrowserAgainOpensTheSameAddress()
{
    person->way = WebPerson::Way::LookAndLeave;
    begin();
    session().signIn();
    VERIFY_UNTIL(person->opened().size() == 1);
    person->way = WebPerson::Way::ToTheEnd;
    session().openBrowserAgain();
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(person->opened().size(), 2);
    QCOMPARE(person->opened()[0], person->opened()[1]);
}

void TestInterruption::pastedAddressThatIsWrongChangesNothing()
{
    person->way = WebPerson::Way::ToTheRedirect;
    begin();
    session().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    const QString redirect = QString::fromLatin1(person->redirect().toEncoded());
    const auto problemOf = [this](const QString &pasted) {
        session().finishWithPastedAddress(pasted);
        const auto &waiting = snapshot().waiting;
        return waiting && waiting->pasteProblem ? waiting->pasteProblem->detail : Detail::None;
    };
    QCOMPARE(problemOf(QStringLiteral("hello")), Detail::MissingCode);
    QCOMPARE(problemOf(QString(redirect).replace(QStringLiteral("state="), QStringLiteral("state=x"))),
             Detail::StateMismatch);
    QCOMPARE(problemOf(QString(redirect).replace(QStringLiteral("code="), QStringLiteral("other="))),
             Detail::MissingCode);
    for (const char *text : {"code=", "code=a1B2c3d4 &state=FOREIGN", "code=a1B2c3d4&iss=https%3A%2F%2Fevil",
                             "code=a1B2c3d4&error=access_denied", "ana@northlight.example"})
        QVERIFY2(problemOf(QString::fromLatin1(text)) != Detail::None, text);
    QCOMPARE(problemOf(account().clientId), Detail::MissingCode);
    QCOMPARE(state(), State::SigningIn);
    QVERIFY(snapshot().waiting->listening);
    QCOMPARE(practice().exchanges().size(), 0);
    QCOMPARE(problemOf(redirect), Detail::None);
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(practice().exchanges().size(), 1);
}

void TestInterruption::redirectElsewhereIsPastedWithoutAnyPort()
{
    QTemporaryDir folder;
    QFile clients(folder.filePath(QStringLiteral("clients")));
    QVERIFY(clients.open(QIODevice::WriteOnly));
    clients.write(R"([{"client_id": "practice", "redirect_uris": ["https://example.com/done"],
                       "scopes": ["offline", "account.read", "asset.read"]}])");
    clients.close();
    startPractice({QStringLiteral("--clients"), clients.fileName()});
    AccountSettings settings = account();
    settings.redirectUri = QStringLiteral("https://example.com/done");
    person->way = WebPerson::Way::ToTheRedirect;
    begin(settings);
    session().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    QVERIFY(!snapshot().waiting->listening);
    QVERIFY(listeningPorts().isEmpty());
    session().finishWithPastedAddress(QString::fromLatin1(person->redirect().toEncoded()));
    VERIFY_UNTIL(state() == State::SignedIn);
}

void TestInterruption::forgottenSignInEndsAfterTenMinutes()
{
    person->way = WebPerson::Way::LookAndLeave;
    begin();
    session().signIn();
    VERIFY_UNTIL(person->opened().size() == 1);
    QCOMPARE(snapshot().waiting->until, clock.nowUtc().addSecs(600));
    clock.advance(599s);
    QCOMPARE(state(), State::SigningIn);
    QCOMPARE(listeningPorts().size(), 1);
    clock.advance(2s);
    QCOMPARE(state(), State::SignedOut);
    QCOMPARE(snapshot().problem->kind, Kind::TimedOut);
    QVERIFY(until([] { return listeningPorts().isEmpty(); }, 200ms));
}

void TestInterruption::secondSignInFindsTheFirst()
{
    person->way = WebPerson::Way::LookAndLeave;
    begin();
    session().signIn();
    session().signIn();
    VERIFY_UNTIL(person->opened().size() == 1);
    session().signIn();
    pass(50ms);
    QCOMPARE(person->opened().size(), 1);
    QCOMPARE(listeningPorts().size(), 1);
}

void TestInterruption::lateRedirectAfterCancelIsRefused()
{
    person->way = WebPerson::Way::ToTheRedirect;
    begin();
    session().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    session().cancelSignIn();
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!snapshot().problem);
    QVERIFY(!RawClient(static_cast<quint16>(person->redirect().port())).isConnected());
    session().finishWithPastedAddress(QString::fromLatin1(person->redirect().toEncoded()));
    pass(50ms);
    QCOMPARE(state(), State::SignedOut);
    QCOMPARE(practice().exchanges().size(), 0);
}

void TestInterruption::cancelDuringTheCodeExchangeKeepsNothing()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("delay:400")});
    begin();
    session().signIn();
    VERIFY_UNTIL(practice().exchanges().size() == 1);
    session().cancelSignIn();
    VERIFY_UNTIL(person->hasPage());
    QCOMPARE(state(), State::SignedOut);
    pass(600ms);
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!store->contains(itemKey()));
}

void TestInterruption::unwritableKeychainIsSaidBeforeTheBrowserOpens()
{
    begin();
    store->fail(MemoryTokenStore::Operation::Probe, Detail::KeychainAbsent);
    store->fail(MemoryTokenStore::Operation::Write, Detail::KeychainAbsent);
    store->hold();
    session().signIn();
    VERIFY_UNTIL(store->held() == 1);
    QCOMPARE(person->opened().size(), 0);
    store->release();
    VERIFY_UNTIL(person->opened().size() == 1);
    QCOMPARE(snapshot().storageProblem->detail, Detail::KeychainAbsent);
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(snapshot().storage, SessionSnapshot::Storage::Memory);
    QVERIFY(accessToken());
    QCOMPARE(store->itemCount(), 0);
}

void TestInterruption::exchangeThatFailsIsSaidWithItsCode()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("error:unauthorized_client")});
    begin();
    session().signIn();
    VERIFY_UNTIL(snapshot().problem && person->hasPage());
    QCOMPARE(snapshot().problem->stage, Failure::Stage::TokenEndpoint);
    QCOMPARE(snapshot().problem->serverCode, QStringLiteral("unauthorized_client"));
    QCOMPARE(state(), State::SignedOut);
    QCOMPARE(practice().exchanges().size(), 1);
}

void TestInterruption::lostAnswerAtTheExchangeIsOneRequest()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("lost")});
    begin();
    session().signIn();
    VERIFY_UNTIL(snapshot().problem && person->hasPage());
    QCOMPARE(snapshot().problem->detail, Detail::ConnectionLost);
    clock.advance(5min);
    pass(500ms);
    QCOMPARE(practice().exchanges().size(), 1);
    QCOMPARE(state(), State::SignedOut);
}

void TestInterruption::missingSecretIsSaidBeforeAnythingOpens()
{
    begin(confidentialAccount());
    session().signIn();
    VERIFY_UNTIL(snapshot().problem);
    QCOMPARE(snapshot().problem->detail, Detail::SecretMissing);
    QCOMPARE(person->opened().size(), 0);
    QVERIFY(listeningPorts().isEmpty());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestInterruption)
#include "test_interruption.moc"
