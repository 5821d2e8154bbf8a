// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/failuretext.h"

#include <QTest>

using namespace framekey;

class FailureTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailure_saysWhatHappenedMeansAndToDo();
    void serverText_staysOutOfTheSentences();
    void finestCause_wins();
    void port_isNamed();
    void anotherSignIn_isNamed();
    void retryAfter_isSaid();
    void pastedAddress_hasItsOwnWords();
    void serverCode_orStatus_standsBeside();
};

namespace
{

using Stage = Failure::Stage;
using Kind = Failure::Kind;
using Detail = Failure::Detail;

template <typename Enum>
QList<Enum> upTo(Enum last)
{
    QList<Enum> all;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        all += static_cast<Enum>(value);
    return all;
}

template <typename Check>
void forEveryFailure(const Check &check)
{
    for (const Stage stage : upTo(Stage::Storage)) {
        for (const Kind kind : upTo(Kind::Settings)) {
            for (const Detail detail : upTo(Detail::AccountRefused))
                check(Failure{.stage = stage, .kind = kind, .detail = detail});
        }
    }
}

QString all(const FailureText &text)
{
    return text.happened + u'|' + text.meaning + u'|' + text.toDo;
}

bool isSentence(const QString &text)
{
    return text.size() > 8 && text.front().isUpper() && text.endsWith(u'.');
}

} // namespace

void FailureTextTest::everyFailure_saysWhatHappenedMeansAndToDo()
{
    int seen = 0;
    forEveryFailure([&seen](const Failure &failure) {
        const FailureText text = FailureText::of(failure, QStringLiteral("Frame.io Legacy"));
        const QByteArray shown = all(text).toUtf8();
        QVERIFY2(text.happened.size() > 8 && !text.happened.endsWith(u'.'), shown);
        QVERIFY2(isSentence(text.meaning), shown);
        QVERIFY2(isSentence(text.toDo), shown);
        QVERIFY2(!shown.contains('{') && !shown.contains("login") && !shown.toLower().contains("unknown"),
                 shown);
        ++seen;
    });
    QCOMPARE(seen, 9 * 10 * 43);
}

void FailureTextTest::serverText_staysOutOfTheSentences()
{
    forEveryFailure([](Failure failure) {
        failure.serverCode = QStringLiteral("evil<b>words");
        failure.httpStatus = 418;
        const FailureText text = FailureText::of(failure, QStringLiteral("Frame.io Legacy"));
        QVERIFY2(!all(text).contains(u"evil") && !all(text).contains(u"418"), qPrintable(all(text)));
        QCOMPARE(text.code, QStringLiteral("evil<b>words"));
    });
}

void FailureTextTest::finestCause_wins()
{
    const Failure failure{.stage = Stage::Refresh,
                          .kind = Kind::Network,
                          .detail = Detail::HostNotFound,
                          .subject = QStringLiteral("api.example")};
    const FailureText text = FailureText::of(failure, QStringLiteral("Frame.io Legacy"));
    QCOMPARE(text.happened, QStringLiteral("api.example was not found"));
    QCOMPARE(text.order, std::optional(Order::RenewNow));
}

void FailureTextTest::port_isNamed()
{
    const Failure failure{.stage = Stage::Listening,
                          .kind = Kind::Settings,
                          .detail = Detail::PortTaken,
                          .subject = QStringLiteral("8910")};
    const FailureText text = FailureText::of(failure, QStringLiteral("Frame.io Legacy"));
    QCOMPARE(text.happened, QStringLiteral("Another program uses port 8910"));
    QCOMPARE(text.order, std::optional(Order::OpenSettings));
}

void FailureTextTest::anotherSignIn_isNamed()
{
    const Failure failure{.stage = Stage::Listening,
                          .kind = Kind::Settings,
                          .detail = Detail::AnotherSignIn,
                          .subject = QStringLiteral("2026")};
    const FailureText text = FailureText::of(failure, QStringLiteral("Frame.io Legacy"));
    QCOMPARE(text.happened, QStringLiteral("Another sign-in (2026) is using this redirect address"));
    QCOMPARE(text.order, std::optional(Order::SignIn));
}

void FailureTextTest::retryAfter_isSaid()
{
    const Failure failure{.stage = Stage::Refresh,
                          .kind = Kind::Server,
                          .httpStatus = 503,
                          .retryAfter = std::chrono::seconds(61)};
    const FailureText text = FailureText::of(failure, QStringLiteral("Frame.io Legacy"));
    QVERIFY2(text.meaning.contains(u" 2 minute"), qPrintable(text.meaning));
}

void FailureTextTest::pastedAddress_hasItsOwnWords()
{
    const auto words = [](Kind kind, Detail detail) {
        return FailureText::ofPastedAddress(
            {.stage = Stage::AuthorizationServer, .kind = kind, .detail = detail},
            QStringLiteral("Frame.io Legacy"));
    };
    QVERIFY(words(Kind::Protocol, Detail::StateMismatch).contains(u"another sign-in"));
    QVERIFY(words(Kind::Protocol, Detail::MissingCode).contains(u"no code"));
    QVERIFY(words(Kind::Protocol, Detail::None).contains(u"not the address"));
    QVERIFY(words(Kind::Denied, Detail::None).contains(u"not allowed"));
}

void FailureTextTest::serverCode_orStatus_standsBeside()
{
    QCOMPARE(FailureText::of({.serverCode = QStringLiteral("invalid_scope"), .httpStatus = 400}, {}).code,
             QStringLiteral("invalid_scope"));
    QCOMPARE(FailureText::of({.httpStatus = 503}, {}).code, QStringLiteral("HTTP 503"));
    QCOMPARE(FailureText::of({.httpStatus = 200}, {}).code, QString());
}

QTEST_GUILESS_MAIN(FailureTextTest)
#include "tst_failuretext.moc"
