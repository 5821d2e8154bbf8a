// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/jsonscanner.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

using command::JsonScanner;

/// JSON as RFC 8259 has it, and nothing beside it.
class JsonScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isOneValueOrNone_data();
    void text_isOneValueOrNone();
    void string_meansUtf8OrNothing_data();
    void string_meansUtf8OrNothing();
};

void JsonScannerTest::text_isOneValueOrNone_data()
{
    QTest::addColumn<bool>("isValue");
    QTest::newRow("") << false;
    for (const char *good : {"true",
                             "false",
                             "null",
                             "0",
                             "-0",
                             "7",
                             "-12",
                             "1.5",
                             "0.25",
                             "1e9",
                             "1E+9",
                             "1.5e-3",
                             "{}",
                             "[]",
                             " \t\r\n{ } \n",
                             "[1,2 ,3]",
                             R"({"a":1})",
                             R"({"a":{"b":[{}]}, "c":"d"})",
                             R"("")",
                             R"("a")",
                             R"("\"\\\/\b\f\n\r\t\u00aF\uD83d")",
                             "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]"})
        QTest::newRow(good) << true;
    for (const char *bad :
         {" ",           "tru",         "True",        "nul",         "01",
          "-",           "-01",         "+1",          "1.",          ".5",
          "1.e5",        "1e",          "1e+",         "1E-x",        "1x",
          "0x10",        "NaN",         "{",           "}",           "[",
          "]",           "[1",          "[1,",         "[1,]",        "[,1]",
          "[1 2]",       R"({"a")",     R"({"a":)",    R"({"a":1)",   R"({"a":1,)",
          R"({"a":1,})", R"({a:1})",    R"({"a" 1})",  R"({1:1})",    R"(")",
          R"("a)",       R"("\)",       R"("\x")",     R"("\u12")",   R"("\u12)",
          R"("\u12g4")", R"("\u:000")", R"("\u/000")", R"("\u@000")", R"("\u`000")",
          R"(1 2)",      R"({}x)",      "\"a\nb\"",    "\"\t\"",      "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]"})
        QTest::newRow(bad) << false;
}

void JsonScannerTest::text_isOneValueOrNone()
{
    QFETCH(bool, isValue);
    JsonScanner scan(QTest::currentDataTag());
    QCOMPARE(scan.value() && scan.atEnd(), isValue);
}

void JsonScannerTest::string_meansUtf8OrNothing_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("meaning");
    QTest::newRow("plain") << "a b"_ba << "a b"_ba;
    QTest::newRow("simple escapes") << R"(\"\\\/\b\f\n\r\t)"_ba << "\"\\/\b\f\n\r\t"_ba;
    QTest::newRow("one byte") << R"(\u0041)"_ba << "A"_ba;
    QTest::newRow("two bytes") << R"(\u00e9)"_ba << "\xc3\xa9"_ba;
    QTest::newRow("three bytes") << R"(\u20AC)"_ba << "\xe2\x82\xac"_ba;
    QTest::newRow("below the surrogates") << R"(\ud7ff)"_ba << "\xed\x9f\xbf"_ba;
    QTest::newRow("above the surrogates") << R"(\ue000)"_ba << "\xee\x80\x80"_ba;
    QTest::newRow("four bytes") << R"(\ud83c\udfacx)"_ba << "\xf0\x9f\x8e\xacx"_ba;
    QTest::newRow("half a pair at the end") << R"(\ud83c)"_ba << QByteArray();
    QTest::newRow("half a pair") << R"(\ud83cx)"_ba << QByteArray();
    QTest::newRow("two first halves") << R"(\ud83c\ud83c)"_ba << QByteArray();
    QTest::newRow("first half and a letter") << R"(\ud83c\u0041)"_ba << QByteArray();
    QTest::newRow("first half and more than a second") << R"(\ud83c\ue000)"_ba << QByteArray();
    QTest::newRow("second half alone") << R"(\udfac\ud83c)"_ba << QByteArray();
    QTest::newRow("cut") << R"(\u00)"_ba << QByteArray();
    QTest::newRow("no digits") << R"(\u00g0)"_ba << QByteArray();
    QTest::newRow("second half cut") << R"(\ud83c\udf)"_ba << QByteArray();
}

void JsonScannerTest::string_meansUtf8OrNothing()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, meaning);
    QByteArray out(raw.size(), '\0');
    const auto size = command::unescape({raw.constData(), static_cast<std::size_t>(raw.size())}, out.data());
    QCOMPARE(size.has_value(), !meaning.isEmpty());
    if (size)
        QCOMPARE(out.left(static_cast<qsizetype>(*size)), meaning);
}

static const TestCase<JsonScannerTest> testCase("jsonscanner");

} // namespace framekey::test

#include "tst_jsonscanner.moc"
