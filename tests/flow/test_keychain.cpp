// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;
using Operation = MemoryTokenStore::Operation;
using Storage = SessionSnapshot::Storage;

/// A keychain that is locked, absent, slow or broken, at the start and in between.
class TestKeychain : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void failingDuringRenewalKeepsTheTokenInMemoryUntilItIsWritten();
    void mangledWriteIsSaidAndTheTokenKeptInMemory();
    void failingWriteIsTriedAgainAfterOneFiveThirtyAndThenEveryTwoMinutes();
    void retryOnDemandWritesAtOnce();
    void lockedAtTheStartIsNoSignOut();
    void whoAsksForATokenHasAMendedKeychainRead_data();
    void whoAsksForATokenHasAMendedKeychainRead();
    void signOutWhileItIsUnreadIsOne();
    void absentAtTheStartStillLetsSignIn();
    void slowKeychainIsStartingNotSignedOut();
    void callersBeforeTheKeychainAnswersAreAnsweredAfterIt();
    void itemIsOneAsciiLine();
    void newerItemIsLeftAlone();
    void unreadableItemIsNotASignOut();
    void refusedClientSecretServesUntilItIsKept();

private:
    bool hasLatestRefreshToken()
    {
        return sha256Hex(item().value(u"refreshToken").toString().toLatin1()) ==
               practice().refreshes().last().value(u"issued_refresh_token_sha256").toString();
    }
    qsizetype writes() { return store->journal().count(QString(u"write " + itemKey())); }
};

void TestKeychain::failingDuringRenewalKeepsTheTokenInMemoryUntilItIsWritten()
{
    begin();
    QVERIFY(signIn());
    store->fail(Operation::Write, Detail::KeychainLocked);
    session().refreshNow();
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(accessToken());
    QCOMPARE(snapshot().storage, Storage::Memory);
    QCOMPARE(snapshot().storageProblem->detail, Detail::KeychainLocked);
    QVERIFY(!hasLatestRefreshToken());

    // The next renewal goes by the one in memory, not by the dead one in the keychain.
    clock.advance(31s);
    session().refreshNow();
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(!snapshot().problem);

    store->heal();
    clock.advance(2min);
    VERIFY_UNTIL(snapshot().storage == Storage::Keychain);
    QVERIFY(!snapshot().storageProblem);
    QVERIFY(hasLatestRefreshToken());
}

void TestKeychain::mangledWriteIsSaidAndTheTokenKeptInMemory()
{
    begin();
    QVERIFY(signIn());
    store->mangle();
    session().refreshNow();
    VERIFY_UNTIL(state() == State::SignedIn && snapshot().storage == Storage::Memory);
    QCOMPARE(snapshot().storageProblem->detail, Detail::WrongAnswer);
    QVERIFY(accessToken());

    // What was mangled is no sign-in, and no reason to forget it either.
    restart();
    QCOMPARE(state(), State::KeychainLocked);
    QCOMPARE(snapshot().problem->detail, Detail::WrongAnswer);
    QVERIFY(store->contains(itemKey()));

    QVERIFY(signIn());
    QCOMPARE(snapshot().storage, Storage::Memory);
    store->heal();
    clock.advance(1s);
    VERIFY_UNTIL(snapshot().storage == Storage::Keychain);
    restart();
    VERIFY_UNTIL(state() == State::SignedIn);
}

void TestKeychain::failingWriteIsTriedAgainAfterOneFiveThirtyAndThenEveryTwoMinutes()
{
    begin();
    QVERIFY(signIn());
    store->fail(Operation::Write);
    session().refreshNow();
    VERIFY_UNTIL(state() == State::SignedIn);
    for (const std::chrono::seconds delay : {1s, 5s, 30s, 120s, 120s}) {
        const qsizetype before = writes();
        clock.advance(delay - 1ms);
        pass(20ms);
        QCOMPARE(writes(), before);
        clock.advance(1ms);
        pass(20ms);
        QCOMPARE(writes(), before + 1);
    }
    QCOMPARE(snapshot().storage, Storage::Memory);
}

void TestKeychain::retryOnDemandWritesAtOnce()
{
    begin();
    QVERIFY(signIn());
    store->fail(Operation::Write);
    store->fail(Operation::Probe);
    session().refreshNow();
    VERIFY_UNTIL(state() == State::SignedIn);
    session().retryStorage();
    pass(20ms);
    QCOMPARE(snapshot().storage, Storage::Memory);
    store->heal();
    session().retryStorage();
    VERIFY_UNTIL(snapshot().storage == Storage::Keychain);
    QVERIFY(hasLatestRefreshToken());
}

void TestKeychain::lockedAtTheStartIsNoSignOut()
{
    begin();
    QVERIFY(signIn());
    const QByteArray kept = store->item(itemKey());
    store->fail(Operation::Read, Detail::KeychainLocked);
    restart();
    QCOMPARE(state(), State::KeychainLocked);
    QCOMPARE(snapshot().problem->detail, Detail::KeychainLocked);
    const auto refused = accessToken();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Failure::Kind::Storage);
    QCOMPARE(store->item(itemKey()), kept);
    session().retryStorage();
    VERIFY_UNTIL(state() == State::KeychainLocked);
    store->heal();
    session().retryStorage();
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(!snapshot().problem);
    QVERIFY(accessToken());
    QCOMPARE(person->opened().size(), 1);
}

void TestKeychain::whoAsksForATokenHasAMendedKeychainRead_data()
{
    QTest::addColumn<Detail>("detail");
    QTest::newRow("locked") << Detail::KeychainLocked;
    QTest::newRow("absent") << Detail::KeychainAbsent;
}

void TestKeychain::whoAsksForATokenHasAMendedKeychainRead()
{
    QFETCH(const Detail, detail);
    begin();
    QVERIFY(signIn());
    store->fail(Operation::Read, detail);
    restart();
    VERIFY_UNTIL(snapshot().problem && snapshot().problem->detail == detail);
    store->heal();
    QVERIFY(!accessToken()); // a keyring may ask the person, and is not read for each call
    clock.advance(10s);
    QVERIFY(accessToken());
    QCOMPARE(state(), State::SignedIn);
    QVERIFY(!snapshot().problem);
    QCOMPARE(person->opened().size(), 1);
}

void TestKeychain::signOutWhileItIsUnreadIsOne()
{
    begin();
    QVERIFY(signIn());
    store->fail(Operation::Read, Detail::KeychainLocked);
    restart();
    VERIFY_UNTIL(state() == State::KeychainLocked);
    store->heal();
    session().signOut();
    VERIFY_UNTIL(state() == State::SignedOut);
    VERIFY_UNTIL(!store->contains(itemKey()));
    QVERIFY(!snapshot().problem);
    VERIFY_UNTIL(snapshot().receipt);
    QCOMPARE(snapshot().receipt->revocation, SessionSnapshot::Receipt::Revocation::Unread);
}

void TestKeychain::absentAtTheStartStillLetsSignIn()
{
    for (const auto operation : {Operation::Read, Operation::Write, Operation::Probe, Operation::Remove})
        store->fail(operation, Detail::KeychainAbsent);
    begin();
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(signIn());
    QCOMPARE(snapshot().storage, Storage::Memory);
    QCOMPARE(snapshot().storageProblem->detail, Detail::KeychainAbsent);
    QVERIFY(renew());
    QVERIFY(accessToken());
    QCOMPARE(store->itemCount(), 0);
}

void TestKeychain::slowKeychainIsStartingNotSignedOut()
{
    begin();
    QVERIFY(signIn());
    store->setDelay(400ms);
    end();
    Program program(folder(), clock, *store, *person);
    program.accounts().load();
    Session &loaded = *program.accounts().session(QStringLiteral("work"));
    QCOMPARE(loaded.snapshot().state, State::Starting);
    loaded.signIn();
    pass(100ms);
    QCOMPARE(loaded.snapshot().state, State::Starting);
    QCOMPARE(person->opened().size(), 1);
    VERIFY_UNTIL(loaded.snapshot().state == State::SignedIn);
    pass(600ms); // the probe before a browser would open is as slow
    QCOMPARE(person->opened().size(), 1);
}

void TestKeychain::callersBeforeTheKeychainAnswersAreAnsweredAfterIt()
{
    begin();
    QVERIFY(signIn());
    store->setDelay(200ms);
    end();
    Program program(folder(), clock, *store, *person);
    program.accounts().load();
    Session &loaded = *program.accounts().session(QStringLiteral("work"));
    std::optional<Outcome<AccessToken>> answer;
    loaded.withAccessToken(60s, [&answer](const auto &token) { answer = token; });
    QVERIFY(!answer);
    VERIFY_UNTIL(answer);
    QVERIFY(*answer);
}

void TestKeychain::itemIsOneAsciiLine()
{
    begin();
    QVERIFY(signIn());
    const QByteArray kept = store->item(itemKey());
    QVERIFY(kept.startsWith('{') && kept.endsWith('}'));
    for (const char c : kept)
        QVERIFY(c >= 0x20 && c < 0x7f);
    QCOMPARE(store->itemCount(), 1);
}

void TestKeychain::newerItemIsLeftAlone()
{
    begin();
    QVERIFY(signIn());
    const QByteArray newer = store->item(itemKey()).replace("\"version\":1", "\"version\":2");
    store->put(itemKey(), newer);
    restart();
    QCOMPARE(snapshot().problem->detail, Detail::KeychainNewer);
    QVERIFY(signIn());
    QCOMPARE(snapshot().storage, Storage::Memory);
    QVERIFY(renew());
    QCOMPARE(store->item(itemKey()), newer);
}

void TestKeychain::unreadableItemIsNotASignOut()
{
    begin();
    QVERIFY(signIn());
    store->put(itemKey(), "{\"version\":1}");
    restart();
    QVERIFY(snapshot().problem);
    QCOMPARE(snapshot().problem->kind, Failure::Kind::Storage);
    QVERIFY(signIn());
    QVERIFY(!snapshot().problem);
}

void TestKeychain::refusedClientSecretServesUntilItIsKept()
{
    const QString key = clientSecretKey(QStringLiteral("work"));
    store->fail(Operation::Write, Detail::KeychainLocked);
    begin(confidentialAccount(), clientSecret());
    VERIFY_UNTIL(snapshot().clientSecretProblem);
    QVERIFY(signIn());
    QVERIFY(renew());
    QVERIFY(!store->contains(key));
    store->heal();
    session().retryStorage();
    VERIFY_UNTIL(!snapshot().clientSecretProblem && snapshot().storage == Storage::Keychain);
    QVERIFY(store->contains(key));
    restart();
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(renew());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestKeychain)
#include "test_keychain.moc"
