// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/accountrequest.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// What is read of the answer to "who am I": V2's flat one, V4's under `data`.
class AccountRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answer_tellsThePerson_data();
    void answer_tellsThePerson();
    void otherAnswer_tellsNobody_data();
    void otherAnswer_tellsNobody();
    void samePerson_isToldByIdOrElseByAddress();
};

void AccountRequestTest::answer_tellsThePerson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::newRow("flat") << R"({"id":"1","name":"Ada","email":"ada@example.org","roles":null})"_ba << u"1"_s
                          << u"Ada"_s << u"ada@example.org"_s;
    QTest::newRow("under data") << R"({"data":{"id":"1","name":"Ada","email":"a@b.c"},"links":{}})"_ba
                                << u"1"_s << u"Ada"_s << u"a@b.c"_s;
    QTest::newRow("name alone") << R"({"name":"Ada"})"_ba << QString() << u"Ada"_s << QString();
    QTest::newRow("address alone") << R"({"email":"a@b.c"})"_ba << QString() << QString() << u"a@b.c"_s;
    QTest::newRow("other scripts") << R"({"name":"J\u00fcrgen \u6797"})"_ba << QString()
                                   << u"J\u00fcrgen \u6797"_s << QString();
    QTest::newRow("beyond 16 bits") << R"({"name":"\ud842\udfb7\u7530 \ud83c\udfac"})"_ba << QString()
                                    << u"\U00020bb7\u7530 \U0001f3ac"_s << QString();
    QTest::newRow("half a character")
        << R"({"name":"A\ud842da"})"_ba << QString() << u"A\ufffdda"_s << QString();
    QTest::newRow("control characters")
        << R"({"name":"A\u001b[2J\nda"})"_ba << QString() << u"A [2J da"_s << QString();
    QTest::newRow("turned round") << R"({"name":"A\u202eda"})"_ba << QString() << u"A da"_s << QString();
    QTest::newRow("very long") << R"({"name":")" + QByteArray(5000, 'x') + R"("})" << QString()
                               << QString(256, u'x') << QString();
    QTest::newRow("id a number") << R"({"id":5,"name":"Ada"})"_ba << QString() << u"Ada"_s << QString();
}

void AccountRequestTest::answer_tellsThePerson()
{
    QFETCH(QByteArray, json);
    const auto person = AccountRequest::parse(json);
    QVERIFY(person);
    QTEST(person->id, "id");
    QTEST(person->name, "name");
    QTEST(person->email, "email");
}

void AccountRequestTest::otherAnswer_tellsNobody_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("page") << "<html>"_ba;
    QTest::newRow("list") << R"([{"name":"Ada"}])"_ba;
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("id alone") << R"({"id":"1"})"_ba;
    QTest::newRow("names that are none") << R"({"name":null,"email":5})"_ba;
    QTest::newRow("blank name") << R"({"name":" \n "})"_ba;
    QTest::newRow("data without a name") << R"({"data":{"id":"1"},"name":"Eve"})"_ba;
    QTest::newRow("error") << R"({"code":401,"errors":[],"message":"Not Authorized"})"_ba;
}

void AccountRequestTest::otherAnswer_tellsNobody()
{
    QFETCH(QByteArray, json);
    QVERIFY(!AccountRequest::parse(json));
}

void AccountRequestTest::samePerson_isToldByIdOrElseByAddress()
{
    const Person ada{.id = u"1"_s, .name = u"Ada"_s, .email = u"ada@example.org"_s};
    const Person renamed{.id = u"1"_s, .name = u"A. L."_s, .email = u"al@example.org"_s};
    const Person other{.id = u"2"_s, .name = u"Ada"_s, .email = u"ada@example.org"_s};
    const Person withoutId{.id = {}, .name = {}, .email = u"ada@example.org"_s};
    QVERIFY(ada.isSamePersonAs(renamed));
    QVERIFY(!ada.isSamePersonAs(other));
    QVERIFY(ada.isSamePersonAs(withoutId));
    QVERIFY(!renamed.isSamePersonAs(withoutId));
}

static const TestCase<AccountRequestTest> testCase("accountrequest");

} // namespace framekey::test

#include "tst_accountrequest.moc"
