// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

#include <algorithm>

namespace framekey::test
{

using namespace std::chrono_literals;

/// The renewals of ten accounts, whose tokens end while the network is away.
class TestManyAccounts : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void afterTheNetworkIsBack_oneRefreshBeginsAtATime();
    void afterAStart_oneRefreshBeginsAtATime();
    void whoAsksForAToken_isNotKeptWaitingByTheOthers();

private:
    using Holds = bool (*)(const SessionSnapshot &);

    void beginWithTen();
    void loseTheNetworkUntilAllHaveEnded();
    void networkIsBack();
    /// Half-second steps, each to the end of what it began, until all are signed in with nothing waiting;
    /// the number of steps.
    int stepUntilAllAreRenewed();
    [[nodiscard]] Session &at(int index) { return *accounts().session(QString::number(index)); }
    [[nodiscard]] qsizetype howMany(Holds holds);
    [[nodiscard]] bool isQuiet()
    {
        return howMany([](const SessionSnapshot &it) { return it.isRenewing(); }) == 0;
    }
};

namespace
{

constexpr int ten = 10;

bool isRenewed(const SessionSnapshot &snapshot)
{
    return snapshot.state == State::SignedIn && !snapshot.waitsForTurn && !snapshot.problem;
}

bool waits(const SessionSnapshot &snapshot)
{
    return snapshot.waitsForTurn;
}

} // namespace

qsizetype TestManyAccounts::howMany(Holds holds)
{
    const auto all = accounts().accounts();
    return std::ranges::count_if(all, [this, holds](const AccountSettings &settings) {
        return holds(accounts().session(settings.id)->snapshot());
    });
}

void TestManyAccounts::beginWithTen()
{
    begin();
    for (int index = 0; index < ten; ++index) {
        AccountSettings settings = account();
        settings.id = QString::number(index);
        accounts().put(settings, {});
        VERIFY_UNTIL(at(index).snapshot().state == State::SignedOut);
        person->reset();
        at(index).signIn();
        VERIFY_UNTIL(at(index).snapshot().state == State::SignedIn && !at(index).snapshot().waiting);
        VERIFY_UNTIL(person->hasPage());
    }
    accounts().remove(QStringLiteral("work"));
}

void TestManyAccounts::loseTheNetworkUntilAllHaveEnded()
{
    practice().stop();
    for (int minute = 0; minute < 61; ++minute) {
        clock.advance(1min);
        VERIFY_UNTIL(isQuiet());
    }
    QCOMPARE(howMany([](const SessionSnapshot &it) { return it.state == State::Offline; }), ten);
}

void TestManyAccounts::networkIsBack()
{
    practice().start();
    for (int index = 0; index < ten; ++index)
        at(index).wakeUp();
}

int TestManyAccounts::stepUntilAllAreRenewed()
{
    constexpr int patience = 60;
    int steps = 0;
    until([this] { return isQuiet(); });
    for (; howMany(isRenewed) < ten && steps < patience; ++steps) {
        const auto before = practice().refreshes().size();
        clock.advance(500ms);
        if (!until([this] { return isQuiet(); }) || practice().refreshes().size() > before + 1)
            return patience;
    }
    return steps;
}

void TestManyAccounts::afterTheNetworkIsBack_oneRefreshBeginsAtATime()
{
    beginWithTen();
    loseTheNetworkUntilAllHaveEnded();
    const auto before = practice().refreshes().size();
    networkIsBack();
    // Those that wait are no reason for Framekey's end to wait for them.
    QCOMPARE_LE(howMany([](const SessionSnapshot &it) { return it.isRenewing(); }), 1);
    QCOMPARE_GE(howMany(waits), ten - 1);
    const int steps = stepUntilAllAreRenewed();
    QCOMPARE_GE(steps, 2 * (ten - 1)); // a second or more apart
    QCOMPARE_LE(steps, 4 * ten);
    QCOMPARE(practice().refreshes().size(), before + ten); // and each once
}

void TestManyAccounts::afterAStart_oneRefreshBeginsAtATime()
{
    beginWithTen();
    AccountSettings settings = account(); // what a restart of the harness looks at
    accounts().put(settings, {});
    accounts().move(settings.id, 0);
    restart();
    VERIFY_UNTIL(howMany(waits) == ten - 1);
    // Nothing is wrong with them: to the person they are about to be renewed.
    QCOMPARE(at(ten - 1).snapshot().state, State::Renewing);
    QVERIFY(!at(ten - 1).snapshot().isRenewing());
    accounts().remove(settings.id);
    const int steps = stepUntilAllAreRenewed();
    QCOMPARE_GE(steps, 2 * (ten - 1));
    QCOMPARE(practice().refreshes().size(), ten);
}

void TestManyAccounts::whoAsksForAToken_isNotKeptWaitingByTheOthers()
{
    beginWithTen();
    loseTheNetworkUntilAllHaveEnded();
    networkIsBack();
    std::optional<Outcome<AccessToken>> answer;
    at(ten - 1).withAccessToken(1min, [&answer](const Outcome<AccessToken> &token) { answer = token; });
    clock.advance(250ms);
    VERIFY_UNTIL(answer.has_value());
    QVERIFY(answer->has_value());
    QCOMPARE_LE(howMany(isRenewed), 2);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestManyAccounts)
#include "test_manyaccounts.moc"
