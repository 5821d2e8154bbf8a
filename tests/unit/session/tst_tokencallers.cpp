// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokencallers.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

Outcome<AccessToken> tokenNamed(const QByteArray &name)
{
    return AccessToken{.token = Secret(name), .expiresAt = {}};
}

} // namespace

/// Those who wait for one renewal: each is answered, once.
class TokenCallersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaller_isAnsweredOnce();
    void oneTooMany_isSentAwayAtOnce();
    void callerFromWithinAnAnswer_waitsForTheNext();
    void end_answersThoseWhoStillWait();
};

void TokenCallersTest::everyCaller_isAnsweredOnce()
{
    TokenCallers callers;
    QList<QByteArray> answers;
    for (int i = 0; i < 50; ++i)
        callers.add(
            [&answers](const Outcome<AccessToken> &outcome) { answers.append(outcome->token.reveal()); });
    callers.answer(tokenNamed("at"_ba));
    QCOMPARE(answers, QList<QByteArray>(50, "at"_ba));
    callers.answer(tokenNamed("other"_ba));
    QCOMPARE(answers.size(), 50);
}

void TokenCallersTest::oneTooMany_isSentAwayAtOnce()
{
    TokenCallers callers;
    int answered = 0;
    for (int i = 0; i < 1024; ++i)
        callers.add([&answered](const Outcome<AccessToken> &) { ++answered; });
    std::optional<Failure> refused;
    callers.add([&refused](const Outcome<AccessToken> &outcome) { refused = outcome.error(); });
    QVERIFY(refused && refused->isTemporary());
    QCOMPARE(answered, 0);
    callers.answer(tokenNamed("at"_ba));
    QCOMPARE(answered, 1024);
}

void TokenCallersTest::callerFromWithinAnAnswer_waitsForTheNext()
{
    TokenCallers callers;
    QList<QByteArray> answers;
    callers.add([&](const Outcome<AccessToken> &first) {
        answers.append(first->token.reveal());
        callers.add([&](const Outcome<AccessToken> &second) { answers.append(second->token.reveal()); });
    });
    callers.answer(tokenNamed("first"_ba));
    QCOMPARE(answers, QList<QByteArray>{"first"_ba});
    callers.answer(tokenNamed("second"_ba));
    QCOMPARE(answers, (QList<QByteArray>{"first"_ba, "second"_ba}));
}

void TokenCallersTest::end_answersThoseWhoStillWait()
{
    int cancelled = 0;
    {
        TokenCallers callers;
        for (int i = 0; i < 2; ++i) {
            callers.add([&cancelled](const Outcome<AccessToken> &outcome) {
                cancelled += !outcome && outcome.error().kind == Failure::Kind::Cancelled;
            });
        }
    }
    QCOMPARE(cancelled, 2);
}

static const TestCase<TokenCallersTest> testCase("tokencallers");

} // namespace framekey::test

#include "tst_tokencallers.moc"
