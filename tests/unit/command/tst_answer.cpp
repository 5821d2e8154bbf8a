// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/answer.h"

#include "testcase.h"

namespace framekey::test
{

/// A line of the app's, as the command reads it: strictly, or not at all.
class AnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void token_isReadWithAllThatComesWithIt();
    void refusal_isReadWithItsWords();
    void nullIsNothing();
    void line_isAnAnswerOrNone_data();
    void line_isAnAnswerOrNone();
};

void AnswerTest::token_isReadWithAllThatComesWithIt()
{
    const auto answer = command::parseAnswer(
        R"({"version":1,"ok":true,"token":"a\u0062c~!","account":"studio","expiresAt":"2026-11-26T06:00:00Z",)"
        R"("expiresIn":3600,"note":"n\u00e9","later":{"more":[1,null]}})"
        "\n");
    QVERIFY(answer && answer->ok);
    QCOMPARE(QByteArray(answer->token.reveal().data(), 5), QByteArray("abc~!"));
    QCOMPARE(answer->account, std::string("studio"));
    QCOMPARE(answer->expiresAt, std::string("2026-11-26T06:00:00Z"));
    QCOMPARE(answer->expiresIn, std::optional<long>(3600));
    QCOMPARE(answer->note, std::string("n\u00e9"));
}

void AnswerTest::refusal_isReadWithItsWords()
{
    const auto answer = command::parseAnswer(
        R"({"ok":false,"refusal":"keychain","problem":"Locked.","next":"Unlock it.","version":1})");
    QVERIFY(answer && !answer->ok && answer->token.isEmpty());
    QCOMPARE(answer->refusal, std::string("keychain"));
    QCOMPARE(answer->problem, std::string("Locked."));
    QCOMPARE(answer->next, std::string("Unlock it."));
}

void AnswerTest::nullIsNothing()
{
    const auto answer =
        command::parseAnswer(R"({"version":1,"ok":true,"expiresIn":null,"note":null,"account":null})");
    QVERIFY(answer && !answer->expiresIn && answer->note.empty() && answer->account.empty());
}

void AnswerTest::line_isAnAnswerOrNone_data()
{
    QTest::addColumn<bool>("isAnswer");
    QTest::newRow(R"({"version":1,"ok":true})") << true;
    QTest::newRow(R"({"version":1,"ok":false,"expiresIn":-5})") << true;
    for (const char *none : {"",
                             "null",
                             "[]",
                             "{}",
                             R"({"ok":true})",
                             R"({"version":1})",
                             R"({"version":2,"ok":true})",
                             R"({"version":"1","ok":true})",
                             R"({"version":1,"version":1,"ok":true})",
                             R"({"version":1,"ok":true,"ok":true})",
                             R"({"version":1,"ok":"true"})",
                             R"({"version":1,"ok":null})",
                             R"({"version":1,"ok":true}{)",
                             R"({"version":1,"ok":true)",
                             R"({"version":1,"ok":true,"token":""})",
                             R"({"version":1,"ok":true,"token":7})",
                             R"({"version":1,"ok":true,"token":null})",
                             R"({"version":1,"ok":true,"token":"a","token":"b"})",
                             R"({"version":1,"ok":true,"token":"a b"})",
                             R"({"version":1,"ok":true,"token":"a\u007f"})",
                             R"({"version":1,"ok":true,"token":"\u00e9"})",
                             R"({"version":1,"ok":true,"token":"\ud800"})",
                             R"({"version":1,"ok":true,"expiresIn":"5"})",
                             R"({"version":1,"ok":true,"expiresIn":1.5})",
                             R"({"version":1,"ok":true,"expiresIn":1e3})",
                             R"({"version":1,"ok":true,"expiresIn":true})",
                             R"({"version":1,"ok":true,"expiresIn":99999999999999999999})",
                             R"({"version":1,"ok":true,"expiresIn":1,"expiresIn":1})",
                             R"({"version":1,"ok":true,"note":7})",
                             R"({"version":1,"ok":true,"note":"a","note":"b"})",
                             R"({"version":1,"ok":true,"note":"\udc00"})",
                             R"({"version":1,"ok":true,"note":nil})",
                             R"({"version":1,"ok":true,"other":})",
                             R"({"version":1,"ok" true})",
                             R"({"version":,"ok":true})",
                             R"({"version":1,"ok":})"})
        QTest::newRow(none) << false;
}

void AnswerTest::line_isAnAnswerOrNone()
{
    QFETCH(bool, isAnswer);
    QCOMPARE(command::parseAnswer(QTest::currentDataTag()).has_value(), isAnswer);
}

static const TestCase<AnswerTest> testCase("answer");

} // namespace framekey::test

#include "tst_answer.moc"
