// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/nearest.h"
#include "command/order.h"
#include "command/refusals.h"

#include "testcase.h"

namespace framekey::test
{

using command::Json;

/// What an order's answer is taken for, and the words made of it.
class OrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void line_isUnderstoodOrATrouble_data();
    void line_isUnderstoodOrATrouble();
    void member_isReadByItsType();
    void ownWords_standOnlyWhereTheAppHasNone();
    void span_isSaidInOneUnit_data();
    void span_isSaidInOneUnit();
    void typo_isNearToItsWord_data();
    void typo_isNearToItsWord();
};

void OrderTest::line_isUnderstoodOrATrouble_data()
{
    QTest::addColumn<int>("exitCode"); // as docs/scripting.md has them
    const auto row = [](const char *line, command::ExitCode code) { QTest::newRow(line) << int(code); };
    using enum command::ExitCode;
    row(R"({"version":1,"ok":true})", Good);
    row(R"({"version":1,"ok":false,"refusal":"keychain"})", Keychain);
    row(R"({"version":1,"ok":false,"refusal":"no-account"})", SignInNeeded);
    row(R"({"version":1,"ok":false,"refusal":"never heard of"})", Failed);
    row(R"({"version":1,"ok":false})", Failed);
    row(R"({"version":1,"ok":1})", Failed);
    row(R"({"version":1})", Failed);
    row("[]", Failed);
    row("{", Failed);
}

void OrderTest::line_isUnderstoodOrATrouble()
{
    QFETCH(int, exitCode);
    const auto answer = command::understand(QTest::currentDataTag(), false);
    QCOMPARE(int(answer ? command::ExitCode::Good : answer.error().exitCode), exitCode);
}

void OrderTest::member_isReadByItsType()
{
    const Json object{{"text", "a\x1b[0m"}, {"number", 7}, {"flag", true}};
    QCOMPARE(command::textOf(object, "text"), std::string("a[0m"));
    QCOMPARE(command::textOf(object, "number"), std::string());
    QCOMPARE(command::textOf(object, "absent"), std::string());
    QVERIFY(command::flagOf(object, "flag"));
    QVERIFY(command::flagOf(object, "absent", true));
    QVERIFY(command::flagOf(object, "number", true));
    QVERIFY(!command::flagOf(object, "number"));
}

void OrderTest::ownWords_standOnlyWhereTheAppHasNone()
{
    const auto own = command::refusalTrouble("keychain", "", "", false);
    QVERIFY(!own.problem.empty() && !own.next.empty());
    const auto given = command::refusalTrouble("keychain", "Locked since noon.", "", false);
    QCOMPARE(given.problem, std::string("Locked since noon."));
    QCOMPARE(given.next, std::string());
    QCOMPARE(command::refusalTrouble("keychain", "", "Wait.", false).next, std::string("Wait."));
    QCOMPARE(command::refusalTrouble("no-account", "", "", true).exitCode, command::ExitCode::Usage);
}

void OrderTest::span_isSaidInOneUnit_data()
{
    QTest::addColumn<int>("seconds");
    const auto row = [](int seconds, const char *words) { QTest::newRow(words) << seconds; };
    row(-5, "no time");
    row(1, "1 s");
    row(119, "119 s");
    row(120, "2 min");
    row(7199, "119 min");
    row(7200, "2 h");
    row(172799, "47 h");
    row(172800, "2 days");
}

void OrderTest::span_isSaidInOneUnit()
{
    QFETCH(int, seconds);
    QCOMPARE(command::spanWords(seconds), std::string(QTest::currentDataTag()));
}

void OrderTest::typo_isNearToItsWord_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<int>("distance");
    const auto row = [](const char *one, const char *other, int distance) {
        QTest::newRow(one) << QByteArray(other) << distance;
    };
    row("token", "token", 0);
    row("tokne", "token", 1);
    row("tken", "token", 1);
    row("tokken", "token", 1);
    row("taken", "token", 1);
    row("otkne", "token", 2);
    row("list", "token", 5);
    row("a word of more than twenty-four", "token", 3);
    row("short", "a word of more than twenty-four", 3);
}

void OrderTest::typo_isNearToItsWord()
{
    QFETCH(QByteArray, other);
    QFETCH(int, distance);
    QCOMPARE(int(command::distanceBetween(QTest::currentDataTag(), other.toStdString())), distance);
}

static const TestCase<OrderTest> testCase("order");

} // namespace framekey::test

#include "tst_order.moc"
