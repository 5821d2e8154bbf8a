// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/secondsignins.h"
#include "harness/flowtest.h"

namespace framekey::test
{

/// A person who signs in to two accounts of one provider: noticed at the second, and never hindered.
class TestSecondSignIns : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void samePerson_isNoticedAtTheSecond();
    void anotherPerson_isNothingToNotice();
    void anotherProvider_isNothingToNotice();
    void personConfirmedLater_isNoticedThen();
    void kept_isNotToldAgain();
    void whereOneHasSignedOut_thereIsNoSecond();
    void afterARestart_nothingIsTold();
    void reauthorization_isNoSecondSignIn();

private:
    void beginWithTwo(const QString &provider = QStringLiteral("practice"));
    Session &other() { return *accounts().session(QStringLiteral("studio")); }
    bool signInOther(const QString &name);
};

void TestSecondSignIns::beginWithTwo(const QString &provider)
{
    begin();
    AccountSettings settings = account(provider);
    settings.id = QStringLiteral("studio");
    settings.name = QStringLiteral("Studio");
    accounts().put(settings, {});
    VERIFY_UNTIL(other().snapshot().state == State::SignedOut);
}

bool TestSecondSignIns::signInOther(const QString &name)
{
    person->reset();
    person->name = name;
    other().signIn();
    return until([this] { return other().snapshot().state == State::SignedIn && person->hasPage(); });
}

void TestSecondSignIns::samePerson_isNoticedAtTheSecond()
{
    beginWithTwo();
    const SecondSignIns second(accounts());
    QSignalSpy changes(&second, &SecondSignIns::changed);
    QVERIFY(signIn());
    QVERIFY(second.firstOf(QStringLiteral("work")).isEmpty());
    const auto before = changes.size();
    QVERIFY(signInOther(QStringLiteral("ana")));
    QCOMPARE(second.firstOf(QStringLiteral("studio")), QStringLiteral("work"));
    QVERIFY(second.firstOf(QStringLiteral("work")).isEmpty()); // that one was there before
    QCOMPARE_GT(changes.size(), before);
    QVERIFY(renew()); // and both go on
    QCOMPARE(other().snapshot().state, State::SignedIn);
    QCOMPARE(second.firstOf(QStringLiteral("studio")), QStringLiteral("work"));
    accounts().move(QStringLiteral("studio"), 0); // the order of the list is another matter
    QCOMPARE(second.firstOf(QStringLiteral("studio")), QStringLiteral("work"));
}

void TestSecondSignIns::anotherPerson_isNothingToNotice()
{
    beginWithTwo();
    const SecondSignIns second(accounts());
    QVERIFY(signIn());
    QVERIFY(signInOther(QStringLiteral("chiyo")));
    QVERIFY(second.firstOf(QStringLiteral("studio")).isEmpty());
}

void TestSecondSignIns::anotherProvider_isNothingToNotice()
{
    beginWithTwo(QStringLiteral("custom"));
    const SecondSignIns second(accounts());
    QVERIFY(signIn());
    QVERIFY(signInOther(QStringLiteral("ana")));
    QCOMPARE(other().snapshot().person->id, snapshot().person->id);
    QVERIFY(second.firstOf(QStringLiteral("studio")).isEmpty());
}

void TestSecondSignIns::personConfirmedLater_isNoticedThen()
{
    beginWithTwo();
    const SecondSignIns second(accounts());
    QVERIFY(signIn());
    practice().setFaults({QStringLiteral("500,at=me")});
    QVERIFY(signInOther(QStringLiteral("ana")));
    QVERIFY(!other().snapshot().person && second.firstOf(QStringLiteral("studio")).isEmpty());
    practice().setFaults({});
    QSignalSpy changes(&second, &SecondSignIns::changed);
    other().checkPersonAgain();
    VERIFY_UNTIL(!changes.isEmpty());
    QCOMPARE(second.firstOf(QStringLiteral("studio")), QStringLiteral("work"));
}

void TestSecondSignIns::kept_isNotToldAgain()
{
    beginWithTwo();
    SecondSignIns second(accounts());
    QVERIFY(signIn() && signInOther(QStringLiteral("ana")));
    second.keepBoth(QStringLiteral("studio"));
    QVERIFY(second.firstOf(QStringLiteral("studio")).isEmpty());
    other().signOut();
    QVERIFY(signInOther(QStringLiteral("ana")));
    QVERIFY(second.firstOf(QStringLiteral("studio")).isEmpty());
}

void TestSecondSignIns::whereOneHasSignedOut_thereIsNoSecond()
{
    beginWithTwo();
    const SecondSignIns second(accounts());
    QVERIFY(signIn() && signInOther(QStringLiteral("ana")));
    session().signOut();
    QVERIFY(second.firstOf(QStringLiteral("studio")).isEmpty());
    person->name = QStringLiteral("ana");
    QVERIFY(signIn());
    QCOMPARE(second.firstOf(QStringLiteral("work")), QStringLiteral("studio")); // now it is the newer
    QVERIFY(second.firstOf(QStringLiteral("studio")).isEmpty());
    accounts().remove(QStringLiteral("studio"));
    QVERIFY(second.firstOf(QStringLiteral("work")).isEmpty());
}

void TestSecondSignIns::afterARestart_nothingIsTold()
{
    beginWithTwo();
    QVERIFY(signIn() && signInOther(QStringLiteral("ana")));
    restart();
    const SecondSignIns second(accounts());
    VERIFY_UNTIL(state() == State::SignedIn);
    clock.advance(std::chrono::seconds(2));
    VERIFY_UNTIL(other().snapshot().state == State::SignedIn);
    QVERIFY(second.firstOf(QStringLiteral("studio")).isEmpty());
    QVERIFY(second.firstOf(QStringLiteral("work")).isEmpty());
}

void TestSecondSignIns::reauthorization_isNoSecondSignIn()
{
    beginWithTwo();
    QVERIFY(signIn() && signInOther(QStringLiteral("ana")));
    const SecondSignIns second(accounts());
    person->reset();
    other().reauthorize({QStringLiteral("offline"), QStringLiteral("account.read")});
    VERIFY_UNTIL(person->hasPage() && !other().snapshot().waiting);
    QVERIFY(second.firstOf(QStringLiteral("studio")).isEmpty());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestSecondSignIns)
#include "test_secondsignins.moc"
