// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/authorizationresponse.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// Addresses as people paste them: whole, wrapped by a chat, quoted by a mail program, or not an address.
class PastedAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void address_isFoundInWhatWasPasted_data();
    void address_isFoundInWhatWasPasted();
    void otherText_isNoAddress_data();
    void otherText_isNoAddress();
    void denial_isReadToo();
};

void PastedAddressTest::address_isFoundInWhatWasPasted_data()
{
    QTest::addColumn<QString>("text");
    const QString address = u"https://example.org/callback?code=a%2Bb&state=s"_s;
    QTest::newRow("as it is") << address;
    QTest::newRow("http") << u"http://127.0.0.1:8910/callback?code=a%2Bb&state=s"_s;
    QTest::newRow("custom scheme") << u"frameio+x://callback?code=a%2Bb&state=s"_s;
    QTest::newRow("browser hid the scheme") << u"example.org/callback?code=a%2Bb&state=s"_s;
    QTest::newRow("query alone") << u"?code=a%2Bb&state=s"_s;
    QTest::newRow("blanks around") << u"  "_s + address + u"\t"_s;
    QTest::newRow("line feed behind") << address + u"\n"_s;
    QTest::newRow("CR LF behind") << address + u"\r\n"_s;
    QTest::newRow("broken over lines") << QString(address).insert(30, u"\n    "_s);
    QTest::newRow("no-break space behind") << address + QChar(0xa0);
    QTest::newRow("zero-width space inside") << QString(address).insert(30, QChar(0x200b));
    QTest::newRow("angle brackets") << u'<' + address + u'>';
    QTest::newRow("double quotes") << u'"' + address + u'"';
    QTest::newRow("single quotes") << u'\'' + address + u'\'';
    QTest::newRow("back-ticks") << u'`' + address + u'`';
    QTest::newRow("parentheses") << u'(' + address + u')';
    QTest::newRow("brackets and a full stop") << u'[' + address + u"]."_s;
    QTest::newRow("comma behind") << address + u',';
    QTest::newRow("fragment behind, as Facebook adds") << address + u"#_=_"_s;
    QTest::newRow("empty fragment") << address + u'#';
    QTest::newRow("more parameters") << u"https://example.org/?scope=a+b&state=s&code=a%2Bb&iss=x"_s;
}

void PastedAddressTest::address_isFoundInWhatWasPasted()
{
    QFETCH(QString, text);
    const auto response = parsePastedAddress(text);
    QVERIFY(response);
    QCOMPARE(response->code.value().reveal(), "a+b"_ba);
    QCOMPARE(response->state.value(), "s"_ba);
}

void PastedAddressTest::otherText_isNoAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \n "_s;
    QTest::newRow("words") << u"hello"_s;
    QTest::newRow("the code alone") << u"a%2Bb"_s;
    QTest::newRow("address without a query") << u"https://example.org/callback"_s;
    QTest::newRow("parameters in the fragment") << u"https://example.org/callback#code=a&state=s"_s;
    QTest::newRow("code twice") << u"https://example.org/callback?code=a&code=b&state=s"_s;
    QTest::newRow("bad percent") << u"https://example.org/callback?code=%&state=s"_s;
    QTest::newRow("too long") << u"https://example.org/?code=a&state="_s + QString(8192, u's');
}

void PastedAddressTest::otherText_isNoAddress()
{
    QFETCH(QString, text);
    QVERIFY(!parsePastedAddress(text));
}

void PastedAddressTest::denial_isReadToo()
{
    const auto response = parsePastedAddress(u"https://example.org/?error=access_denied&state=s"_s);
    QVERIFY(response);
    QCOMPARE(response->error.value(), "access_denied"_ba);
    QVERIFY(!response->code);
}

static const TestCase<PastedAddressTest> testCase("pastedaddress");

} // namespace framekey::test

#include "tst_pastedaddress.moc"
