// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/strictjson.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// One JSON object, exactly: what two readers could read in two ways is none.
class StrictJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isOneObjectOrNone_data();
    void text_isOneObjectOrNone();
    void members_areReadAsTheyAre();
};

void StrictJsonTest::text_isOneObjectOrNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isObject");
    QTest::newRow("empty object") << "{}"_ba << true;
    QTest::newRow("white space around") << " \t\r\n{ } \n"_ba << true;
    QTest::newRow("colon inside a string") << R"({"a":"b:c","d:e":1})"_ba << true;
    QTest::newRow("quote inside a string") << R"({"a":"\":","b":"\\"})"_ba << true;
    QTest::newRow("brackets inside a string") << R"({"a":"{[","b":"]}}"})"_ba << true;
    QTest::newRow("nested objects") << R"({"a":{"b":1,"c":{"d":2}},"e":[{"f":3}]})"_ba << true;
    QTest::newRow("same name at two depths") << R"({"a":{"a":{"a":1}}})"_ba << true;
    QTest::newRow("name that is empty") << R"({"":1})"_ba << true;
    QTest::newRow("name twice") << R"({"a":1,"a":1})"_ba << false;
    QTest::newRow("name twice, once escaped") << R"({"a":1,"\u0061":1})"_ba << false;
    QTest::newRow("name twice, nesting between") << R"({"a":{"x":1},"b":[1],"a":2})"_ba << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("list") << "[{}]"_ba << false;
    QTest::newRow("null") << "null"_ba << false;
    QTest::newRow("number") << "7"_ba << false;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf{}"_ba << false;
    QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4) << false;
    QTest::newRow("cut") << R"({"a":1)"_ba << false;
    QTest::newRow("two objects") << "{}{}"_ba << false;
    QTest::newRow("zero behind") << QByteArray("{}\0", 3) << false;
    QTest::newRow("comma at the end") << R"({"a":1,})"_ba << false;
    QTest::newRow("name without quotes") << "{a:1}"_ba << false;
    QTest::newRow("comment") << "{/* */}"_ba << false;
    QTest::newRow("deep, to break the stack") << QByteArray(100'000, '[') << false;
}

void StrictJsonTest::text_isOneObjectOrNone()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isObject);
    QCOMPARE(parseStrictJsonObject(json).has_value(), isObject);
}

void StrictJsonTest::members_areReadAsTheyAre()
{
    const auto object =
        parseStrictJsonObject(R"({"text":"\u00fc","number":1.5,"flag":true,"nothing":null})"_ba);
    QVERIFY(object);
    QCOMPARE(object->size(), 4);
    QCOMPARE(object->value(u"text").toString(), u"\u00fc"_s);
    QCOMPARE(object->value(u"number").toDouble(), 1.5);
    QCOMPARE(object->value(u"flag").toBool(), true);
    QVERIFY(object->value(u"nothing").isNull());
}

static const TestCase<StrictJsonTest> testCase("strictjson");

} // namespace framekey::test

#include "tst_strictjson.moc"
