// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/activity.h"
#include "accounts/consents.h"

#include "fakeclock.h"
#include "testcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

/// The question before a token is given, and what is remembered of those that were.
class ConsentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answer_isGivenOnce();
    void noAnswerInTime_isNo();
    void callerGone_isNotAnswered();
    void loop_isRefusedAfterANo();
    void ninthAtOnce_isRefused();
    void activity_keepsTheLatest();
};

void ConsentsTest::answer_isGivenOnce()
{
    FakeClock clock;
    Consents consents(clock);
    QList<bool> answers;
    const auto take = [&answers](bool allowed) { answers += allowed; };
    const quint64 first = consents.ask(u"a"_s, u"work"_s, {.program = u"/bin/sh"_s}, take);
    const quint64 second = consents.ask(u"a"_s, u"work"_s, {}, take);
    QCOMPARE(consents.questions().size(), 2);
    QCOMPARE(consents.questions().constFirst().requester.program, u"/bin/sh"_s);
    consents.allow(second);
    consents.allow(second);
    consents.refuse(first);
    QCOMPARE(answers, (QList<bool>{true, false}));
    QVERIFY(consents.questions().isEmpty());
}

void ConsentsTest::noAnswerInTime_isNo()
{
    FakeClock clock;
    Consents consents(clock);
    QList<bool> answers;
    consents.ask(u"a"_s, u"work"_s, {}, [&answers](bool allowed) { answers += allowed; });
    QCOMPARE(consents.questions().constFirst().until, clock.nowUtc().addSecs(60));
    clock.advance(59s);
    QCoreApplication::processEvents();
    QVERIFY(answers.isEmpty());
    clock.advance(1s);
    QCoreApplication::processEvents();
    QCOMPARE(answers, QList<bool>{false});
}

void ConsentsTest::callerGone_isNotAnswered()
{
    FakeClock clock;
    Consents consents(clock);
    QSignalSpy changed(&consents, &Consents::changed);
    bool answered = false;
    consents.drop(consents.ask(u"a"_s, u"work"_s, {}, [&answered](bool) { answered = true; }));
    consents.drop(7);
    QCOMPARE(changed.size(), 2);
    clock.advance(2min);
    QCoreApplication::processEvents();
    QVERIFY(!answered && consents.questions().isEmpty());
}

void ConsentsTest::loop_isRefusedAfterANo()
{
    FakeClock clock;
    Consents consents(clock);
    QSignalSpy asked(&consents, &Consents::asked);
    const Requester loop{.program = u"/bin/sh"_s};
    QList<bool> answers;
    const auto take = [&answers](bool allowed) { answers += allowed; };
    consents.refuse(consents.ask(u"a"_s, u"work"_s, loop, take));
    consents.ask(u"a"_s, u"work"_s, loop, take);
    consents.ask(u"a"_s, u"work"_s, {.program = u"/bin/ls"_s}, take);
    QCoreApplication::processEvents();
    QCOMPARE(answers, (QList<bool>{false, false}));
    QCOMPARE(asked.size(), 2);
    clock.advance(5s);
    consents.ask(u"a"_s, u"work"_s, loop, take);
    QCOMPARE(asked.size(), 3);
}

void ConsentsTest::ninthAtOnce_isRefused()
{
    FakeClock clock;
    Consents consents(clock);
    QList<bool> answers;
    const auto take = [&answers](bool allowed) { answers += allowed; };
    for (int i = 0; i < 9; ++i)
        consents.ask(u"a"_s, u"work"_s, {.label = QString::number(i)}, take);
    consents.ask(u"b"_s, u"home"_s, {}, take);
    QCoreApplication::processEvents();
    QCOMPARE(answers, QList<bool>{false});
    QCOMPARE(consents.questions().size(), 9);
}

void ConsentsTest::activity_keepsTheLatest()
{
    Activity activity;
    for (int i = 0; i < 205; ++i)
        activity.add({.at = {}, .accountId = QString::number(i), .accountName = {}, .requester = {}});
    QCOMPARE(activity.uses().size(), Activity::longest);
    QCOMPARE(activity.uses().constFirst().accountId, u"204"_s);
    QCOMPARE(activity.uses().constLast().accountId, u"5"_s);
}

static const TestCase<ConsentsTest> testCase("consents");

} // namespace framekey::test

#include "tst_consents.moc"
