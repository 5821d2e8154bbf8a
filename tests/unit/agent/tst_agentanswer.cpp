// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentanswer.h"

#include "testcase.h"

#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Refusal = AgentAnswer::Refusal;

/// What the running Framekey answers, exactly (T7 of reliability).
class AgentAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void done_isShort();
    void everyRefusal_comesBackAsItWas();
    void problem_isOneBoundedLineOfText();
    void unknownRefusal_isNoSuccess();
    void token_standsInTheLineAndIsNotRead();
    void noteOnAToken_standsInItsLine();
    void answerOfEverything_isBounded();
    void otherLine_isNoAnswer_data();
    void otherLine_isNoAnswer();
};

void AgentAnswerTest::done_isShort()
{
    QCOMPARE(formatAgentAnswer({}).reveal(), R"({"ok":true,"version":1})"_ba + '\n');
    QVERIFY(parseAgentAnswer(formatAgentAnswer({}).reveal().chopped(1)).value().isDone());
}

void AgentAnswerTest::everyRefusal_comesBackAsItWas()
{
    for (const Refusal refusal :
         {Refusal::NotUnderstood, Refusal::Faulty, Refusal::NoAccount, Refusal::SignInNeeded,
          Refusal::Cancelled, Refusal::Keychain, Refusal::TryLater, Refusal::Refused, Refusal::NoWindow,
          Refusal::HasWindow, Refusal::Busy, Refusal::MemoryOnly, Refusal::NotAwaited, Refusal::Failed}) {
        const AgentAnswer answer{
            .refusal = refusal, .problem = u"Line 3 is not NAME=value."_s, .next = u"framekey open"_s};
        const auto parsed = parseAgentAnswer(formatAgentAnswer(answer).reveal().chopped(1));
        QVERIFY(parsed);
        QVERIFY(!parsed->isDone());
        QCOMPARE(parsed->refusal, refusal);
        QCOMPARE(parsed->problem, answer.problem);
        QCOMPARE(parsed->next, answer.next);
    }
}

void AgentAnswerTest::problem_isOneBoundedLineOfText()
{
    const AgentAnswer answer{.refusal = Refusal::Faulty,
                             .problem = u"a\nb\u001b[2J\u202ec"_s + QString(1000, u'x')};
    const QByteArray line = formatAgentAnswer(answer).reveal();
    QCOMPARE(line.count('\n'), 1);
    const QString problem = parseAgentAnswer(line.chopped(1)).value().problem;
    QVERIFY(problem.startsWith(u"ab[2Jcxxx"));
    QCOMPARE_LE(problem.size(), longestProblem);
    // Nor from one that does not keep to it.
    const auto foreign = parseAgentAnswer(R"({"version":1,"ok":false,"problem":"a\u001b]0;b"})");
    QCOMPARE(foreign.value().problem, u"a]0;b"_s);
}

void AgentAnswerTest::unknownRefusal_isNoSuccess()
{
    const auto answer = parseAgentAnswer(R"({"version":1,"ok":false,"refusal":"of a newer one"})");
    QCOMPARE(answer.value().refusal, Refusal::NotUnderstood);
}

void AgentAnswerTest::token_standsInTheLineAndIsNotRead()
{
    const GivenToken given{
        .account = u"wörk \"\\\u0001"_s,
        .token = {.token = Secret(R"(a"b\c!~)"),
                  .expiresAt = QDateTime({2026, 12, 1}, {9, 5, 7}, QTimeZone("Europe/Berlin")),
                  .remaining = 61'999ms}};
    const QByteArray line = formatAgentAnswer({.given = given}).reveal();
    QCOMPARE(line, R"({"token":"a\"b\\c!~","account":"wörk \"\\\u0001","expiresAt":"2026-12-01T08:05:07Z",)"
                   R"("expiresIn":61,"ok":true,"version":1})"_ba +
                       '\n');
    QCOMPARE(QJsonDocument::fromJson(line)[u"token"].toString(), u"a\"b\\c!~"_s);
    const QJsonObject read{
        {u"account"_s, given.account}, {u"expiresAt"_s, u"2026-12-01T08:05:07Z"_s}, {u"expiresIn"_s, 61}};
    QCOMPARE(parseAgentAnswer(line.chopped(1)).value().content, read);
}

void AgentAnswerTest::noteOnAToken_standsInItsLine()
{
    const GivenToken given{.token = {.token = Secret("abc")}, .note = u"It lives less."_s};
    const QByteArray line = formatAgentAnswer({.given = given}).reveal();
    QCOMPARE(parseAgentAnswer(line.chopped(1)).value().content[u"note"].toString(), given.note);
}

void AgentAnswerTest::answerOfEverything_isBounded()
{
    AgentAnswer answer;
    answer.content.insert(u"accounts"_s, QString(longestAgentAnswer, u'x'));
    const QByteArray line = formatAgentAnswer(answer).reveal();
    QCOMPARE(parseAgentAnswer(line.chopped(1)).value().refusal, Refusal::Failed);
    const GivenToken longToken{.token = {.token = Secret(QByteArray(longestAgentAnswer - 20, '"'))}};
    QVERIFY(formatAgentAnswer({.given = longToken}).reveal().size() <= longestAgentAnswer);
}

void AgentAnswerTest::otherLine_isNoAnswer_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << "ok"_ba;
    QTest::newRow("list") << R"([{"version":1,"ok":true}])"_ba;
    QTest::newRow("no version") << R"({"ok":true})"_ba;
    QTest::newRow("version 2") << R"({"version":2,"ok":true})"_ba;
    QTest::newRow("no outcome") << R"({"version":1})"_ba;
    QTest::newRow("outcome as text") << R"({"version":1,"ok":"true"})"_ba;
    QTest::newRow("outcome twice") << R"({"version":1,"ok":false,"ok":true})"_ba;
}

void AgentAnswerTest::otherLine_isNoAnswer()
{
    QFETCH(QByteArray, line);
    QVERIFY(!parseAgentAnswer(line));
}

static const TestCase<AgentAnswerTest> testCase("agentanswer");

} // namespace framekey::test

#include "tst_agentanswer.moc"
