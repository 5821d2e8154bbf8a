// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/jsonline.h"

#include "testcase.h"

#include <string>

using namespace Qt::StringLiterals;

namespace framekey::test
{

using command::JsonLine;

/// A request, as the command writes it.
class JsonLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members_standInTheirOrder();
    void words_areAListWhateverIsBetweenThem_data();
    void words_areAListWhateverIsBetweenThem();
    void text_isJsonWhateverItHolds_data();
    void text_isJsonWhateverItHolds();
    void lineThatIsTooLong_doesNotFit();
};

std::string written(std::string_view value)
{
    JsonLine line;
    return std::string(line.text("t", value).finish().line());
}

void JsonLineTest::members_standInTheirOrder()
{
    JsonLine line = JsonLine::order("token");
    line.textIfAny("none", "")
        .textIfAny("account", "a")
        .null("n")
        .number("seconds", -60)
        .flag("on")
        .flag("off", false);
    QCOMPARE(std::string(line.finish().line()),
             std::string(
                 R"({"version":1,"order":"token","account":"a","n":null,"seconds":-60,"on":true,"off":false})"
                 "\n"));
}

void JsonLineTest::words_areAListWhateverIsBetweenThem_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("none") << ""_ba << "[]"_ba;
    QTest::newRow("only what is between") << " ,\t"_ba << "[]"_ba;
    QTest::newRow("one") << "offline"_ba << R"(["offline"])"_ba;
    QTest::newRow("some") << " offline,account.read\tasset.read "_ba
                          << R"(["offline","account.read","asset.read"])"_ba;
}

void JsonLineTest::words_areAListWhateverIsBetweenThem()
{
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, list);
    JsonLine line;
    QCOMPARE(std::string(line.list("l", words.toStdString()).finish().line()),
             R"({"version":1,"l":)" + list.toStdString() + "}\n");
}

void JsonLineTest::text_isJsonWhateverItHolds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("quoted");
    const auto unknown = "\xef\xbf\xbd"_ba;
    QTest::newRow("quote and backslash") << R"(a"b\c)"_ba << R"(a\"b\\c)"_ba;
    QTest::newRow("control") << "a\n\x1f"_ba << R"(a\u000a\u001f)"_ba;
    for (const QByteArray &whole : {"\xc3\xa9"_ba, "\xe2\x82\xac"_ba, "\xf0\x9f\x8e\xac"_ba})
        QTest::addRow("%d bytes", int(whole.size())) << whole << whole;
    QTest::newRow("stray byte") << "\x80"_ba << unknown;
    QTest::newRow("overlong") << "\xc0\x80"_ba << unknown + unknown;
    QTest::newRow("beyond Unicode") << "\xf5"_ba << unknown;
    QTest::newRow("cut") << "a\xe2\x82"_ba << 'a' + unknown + unknown;
    QTest::newRow("broken off") << "\xe2\x82x"_ba << unknown + unknown + 'x';
}

void JsonLineTest::text_isJsonWhateverItHolds()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, quoted);
    QCOMPARE(written(value.toStdString()), R"({"version":1,"t":")" + quoted.toStdString() + "\"}\n");
}

void JsonLineTest::lineThatIsTooLong_doesNotFit()
{
    JsonLine line;
    QVERIFY(line.text("t", std::string(100, 'x')).fits());
    QVERIFY(!line.text("u", std::string(command::longestLine, 'x')).fits());
}

static const TestCase<JsonLineTest> testCase("jsonline");

} // namespace framekey::test

#include "tst_jsonline.moc"
