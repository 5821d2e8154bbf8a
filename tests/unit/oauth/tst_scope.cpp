// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/scope.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// Scope values and scope tokens (RFC 6749 3.3).
class ScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isSplitInItsOrder_data();
    void text_isSplitInItsOrder();
    void tokens_areJoinedByTheProvidersSeparator();
    void token_hasLegalCharactersOnly_data();
    void token_hasLegalCharactersOnly();
};

void ScopeTest::text_isSplitInItsOrder_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tokens");
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("blanks") << u" \t\n"_s << QStringList();
    QTest::newRow("commas") << u",,"_s << QStringList();
    QTest::newRow("one") << u"offline"_s << QStringList{u"offline"_s};
    QTest::newRow("order is kept") << u"c a b"_s << QStringList{u"c"_s, u"a"_s, u"b"_s};
    QTest::newRow("Adobe's commas") << u"openid,AdobeID,profile"_s
                                    << QStringList{u"openid"_s, u"AdobeID"_s, u"profile"_s};
    QTest::newRow("comma and blank") << u"a, b"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("many blanks") << u"  a \t b\r\n"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("twice") << u"a b a"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("letters count") << u"a A"_s << QStringList{u"a"_s, u"A"_s};
}

void ScopeTest::text_isSplitInItsOrder()
{
    QFETCH(QString, text);
    QFETCH(QStringList, tokens);
    QCOMPARE(parseScope(text), tokens);
}

void ScopeTest::tokens_areJoinedByTheProvidersSeparator()
{
    const QStringList tokens{u"a"_s, u"b"_s};
    QCOMPARE(formatScope(tokens), u"a b"_s);
    QCOMPARE(formatScope(tokens, u','), u"a,b"_s);
    QCOMPARE(formatScope({}), QString());
    QCOMPARE(parseScope(formatScope(tokens)), tokens);
}

void ScopeTest::token_hasLegalCharactersOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("legal");
    QTest::newRow("Frame.io's") << u"asset.create"_s << true;
    QTest::newRow("address") << u"https://example.org/scope:read"_s << true;
    QTest::newRow("lowest") << u"!"_s << true;
    QTest::newRow("highest") << u"~"_s << true;
    QTest::newRow("brackets") << u"[a]"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("blank") << u"a b"_s << false;
    QTest::newRow("comma") << u"a,b"_s << false;
    QTest::newRow("double quote") << u"a\"b"_s << false;
    QTest::newRow("backslash") << u"a\\b"_s << false;
    QTest::newRow("line feed inside") << u"a\nb"_s << false;
    QTest::newRow("line feed at the end") << u"a\n"_s << false;
    QTest::newRow("line feed alone") << u"\n"_s << false;
    QTest::newRow("delete") << u"a\u007f"_s << false;
    QTest::newRow("umlaut") << u"\u00fc"_s << false;
    QTest::newRow("letter of another script") << u"\u0430sset.read"_s << false;
}

void ScopeTest::token_hasLegalCharactersOnly()
{
    QFETCH(QString, text);
    QFETCH(bool, legal);
    QCOMPARE(isScopeToken(text), legal);
}

static const TestCase<ScopeTest> testCase("scope");

} // namespace framekey::test

#include "tst_scope.moc"
