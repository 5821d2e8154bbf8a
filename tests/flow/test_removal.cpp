// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"
#include "harness/sockets.h"

namespace framekey::test
{

/// An account that is removed is signed out first, whatever it is in the middle of; another is left in peace.
class TestRemoval : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void signedIn_isRevokedAndForgotten();
    void waitingSignIn_endsAndItsPortIsFree();
    void waitingReauthorization_endsAndTheTokensAreRevoked();
    void serverDown_isAskedAgainUntilItIsRevoked();
    void confidentialClient_revokesWithItsSecret();
    void lockedKeychain_isMadeUpForOnceItIsUnlocked();

private:
    void beginWithTwo();
    Session &other() { return *accounts().session(QStringLiteral("studio")); }
    void theOtherGoesOn();
};

void TestRemoval::beginWithTwo()
{
    begin();
    AccountSettings settings = account();
    settings.id = QStringLiteral("studio");
    settings.name = QStringLiteral("Studio");
    accounts().put(settings, {});
    VERIFY_UNTIL(other().snapshot().state == State::SignedOut);
    person->name = QStringLiteral("chiyo");
    other().signIn();
    VERIFY_UNTIL(other().snapshot().state == State::SignedIn && person->hasPage());
    person->name = QStringLiteral("ana");
}

void TestRemoval::theOtherGoesOn()
{
    QCOMPARE(accounts().accounts().size(), 1);
    QCOMPARE(accounts().defaultId(), QStringLiteral("studio"));
    QCOMPARE(other().snapshot().state, State::SignedIn);
    other().refreshNow();
    VERIFY_UNTIL(other().snapshot().lastRenewedAt && other().snapshot().state == State::SignedIn);
    QVERIFY(store->contains(tokensKey(QStringLiteral("studio"))));
}

void TestRemoval::signedIn_isRevokedAndForgotten()
{
    beginWithTwo();
    QVERIFY(signIn());
    accounts().remove(QStringLiteral("work"));
    VERIFY_UNTIL(practice().revocations().size() == 1 && !accounts().isLeaving());
    QVERIFY(!store->contains(itemKey()));
    theOtherGoesOn();
}

void TestRemoval::waitingSignIn_endsAndItsPortIsFree()
{
    beginWithTwo();
    person->reset();
    person->way = WebPerson::Way::ToTheRedirect;
    session().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    accounts().remove(QStringLiteral("work"));
    QVERIFY(until([] { return listeningPorts().isEmpty(); }));
    person->followRedirect();
    VERIFY_UNTIL(!accounts().isLeaving());
    QVERIFY(!store->contains(itemKey()));
    QCOMPARE(practice().exchanges().size(), 1); // the other's: a code that comes too late goes nowhere
    theOtherGoesOn();
}

void TestRemoval::waitingReauthorization_endsAndTheTokensAreRevoked()
{
    beginWithTwo();
    QVERIFY(signIn());
    person->reset();
    person->way = WebPerson::Way::ToTheRedirect;
    session().reauthorize({QStringLiteral("offline")});
    VERIFY_UNTIL(!person->redirect().isEmpty());
    accounts().remove(QStringLiteral("work"));
    QVERIFY(until([] { return listeningPorts().isEmpty(); }));
    VERIFY_UNTIL(practice().revocations().size() == 1 && !accounts().isLeaving());
    QVERIFY(!store->contains(itemKey()));
    theOtherGoesOn();
}

void TestRemoval::serverDown_isAskedAgainUntilItIsRevoked()
{
    beginWithTwo();
    QVERIFY(signIn());
    practice().stop();
    accounts().remove(QStringLiteral("work"));
    VERIFY_UNTIL(!store->contains(itemKey())); // gone here at once
    QVERIFY(accounts().isLeaving());
    practice().start();
    for (int minute = 0; minute < 10 && accounts().isLeaving(); ++minute) {
        clock.advance(std::chrono::minutes(1));
        until([this] { return !accounts().isLeaving(); }, std::chrono::milliseconds(300));
    }
    QVERIFY(!accounts().isLeaving());
    QCOMPARE(practice().revocations().size(), 1);
}

void TestRemoval::confidentialClient_revokesWithItsSecret()
{
    begin(confidentialAccount(), clientSecret());
    QVERIFY(signIn());
    accounts().remove(QStringLiteral("work"));
    VERIFY_UNTIL(practice().revocations().size() == 1 && !accounts().isLeaving());
    const Practice::Record revocation = practice().revocations().constFirst();
    QCOMPARE(revocation.value(u"authorization_scheme").toString(), QStringLiteral("Basic"));
    QCOMPARE(revocation.value(u"status").toInt(), 200);
    QCOMPARE(store->itemCount(), 0);
}

void TestRemoval::lockedKeychain_isMadeUpForOnceItIsUnlocked()
{
    beginWithTwo();
    QVERIFY(signIn());
    store->fail(MemoryTokenStore::Operation::Remove);
    accounts().remove(QStringLiteral("work"));
    VERIFY_UNTIL(practice().revocations().size() == 1 && !accounts().isLeaving());
    QVERIFY(store->contains(itemKey()));
    store->heal();
    clock.advance(std::chrono::seconds(1));
    VERIFY_UNTIL(!store->contains(itemKey()));
    theOtherGoesOn();
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestRemoval)
#include "test_removal.moc"
