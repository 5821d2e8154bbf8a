// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/pastedaddress.h"

#include "testcase.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// What people paste: an address whole, wrapped by a chat, quoted by a mail program; the code alone; or
/// neither.
class PastedAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void address_isFoundInWhatWasPasted_data();
    void address_isFoundInWhatWasPasted();
    void address_isFoundInWhatOthersMadeOfIt_data();
    void address_isFoundInWhatOthersMadeOfIt();
    void codeAlone_isFound_data();
    void codeAlone_isFound();
    void otherText_isNeither_data();
    void otherText_isNeither();
    void codeThatSaysWhoseItIs_isNotTakenAlone_data();
    void codeThatSaysWhoseItIs_isNotTakenAlone();
    void idAndSecretOfTheClient_areNoCode();
    void denial_isReadToo();
    void readings_areBounded();
};

static void findAddress()
{
    QFETCH(QString, text);
    const PastedAddress pasted = parsePastedAddress(text);
    QVERIFY(!pasted.code);
    // The attempt's state chooses among them, and so does this.
    const auto ours = std::ranges::find_if(
        pasted.readings, [](const AuthorizationResponse &reading) { return reading.state == "s"_ba; });
    QVERIFY(ours != pasted.readings.end());
    QCOMPARE(ours->code.value().reveal(), "a+b"_ba);
}

void PastedAddressTest::address_isFoundInWhatWasPasted_data()
{
    QTest::addColumn<QString>("text");
    const QString address = u"https://example.org/callback?code=a%2Bb&state=s"_s;
    QTest::newRow("as it is") << address;
    QTest::newRow("http") << u"http://127.0.0.1:8910/callback?code=a%2Bb&state=s"_s;
    QTest::newRow("custom scheme") << u"adobe+0123456789abcdef://adobeid/client?code=a%2Bb&state=s"_s;
    QTest::newRow("browser hid the scheme") << u"example.org/callback?code=a%2Bb&state=s"_s;
    QTest::newRow("query alone") << u"?code=a%2Bb&state=s"_s;
    QTest::newRow("query without its mark") << u"code=a%2Bb&state=s"_s;
    QTest::newRow("more parameters") << u"https://example.org/?scope=a+b&state=s&code=a%2Bb&iss=x"_s;
    QTest::newRow("blanks around") << u"  "_s + address + u"\t"_s;
    QTest::newRow("line feed behind") << address + u"\n"_s;
    QTest::newRow("CR LF behind") << address + u"\r\n"_s;
    QTest::newRow("broken over lines") << QString(address).insert(30, u"\n    "_s);
    QTest::newRow("broken in a quoted mail") << u"> "_s + QString(address).insert(30, u"\n> "_s);
    QTest::newRow("broken by a blank") << QString(address).insert(30, u' ');
    QTest::newRow("no-break space behind") << address + QChar(0xa0);
    QTest::newRow("zero-width space inside") << QString(address).insert(30, QChar(0x200b));
    QTest::newRow("byte order mark before") << QChar(0xfeff) + address;
    QTest::newRow("left-to-right mark behind") << address + QChar(0x200e);
    QTest::newRow("soft hyphen inside") << QString(address).insert(10, QChar(0xad));
    QTest::newRow("angle brackets") << u'<' + address + u'>';
    QTest::newRow("URL: in angle brackets") << u"<URL:"_s + address + u'>';
    QTest::newRow("double quotes") << u'"' + address + u'"';
    QTest::newRow("typographic quotes") << QChar(0x201c) + address + QChar(0x201d);
    QTest::newRow("guillemets") << QChar(0xab) + address + QChar(0xbb);
    QTest::newRow("single quotes") << u'\'' + address + u'\'';
    QTest::newRow("back-ticks") << u'`' + address + u'`';
    QTest::newRow("code block") << u"```\n"_s + address + u"\n```"_s;
    QTest::newRow("parentheses") << u'(' + address + u')';
    QTest::newRow("brackets and a full stop") << u'[' + address + u"]."_s;
    QTest::newRow("comma behind") << address + u',';
    QTest::newRow("ellipsis behind") << address + QChar(0x2026);
    QTest::newRow("bold") << u"**"_s + address + u"**"_s;
    QTest::newRow("fragment behind, as Facebook adds") << address + u"#_=_"_s;
    QTest::newRow("empty fragment") << address + u'#';
    QTest::newRow("view-source") << u"view-source:"_s + address;
}

void PastedAddressTest::address_isFoundInWhatWasPasted()
{
    findAddress();
}

void PastedAddressTest::address_isFoundInWhatOthersMadeOfIt_data()
{
    QTest::addColumn<QString>("text");
    const QString address = u"https://example.org/callback?code=a%2Bb&state=s"_s;
    QTest::newRow("Markdown link") << u"[the page]("_s + address + u')';
    QTest::newRow("Markdown link named by itself") << u'[' + address + u"]("_s + address + u')';
    QTest::newRow("Slack link") << u'<' + address + u"|example.org>"_s;
    QTest::newRow("HTML link") << u"<a href=\""_s + QString(address).replace(u'&', u"&amp;"_s) +
                                      u"\">here</a>"_s;
    QTest::newRow("HTML entities") << QString(address).replace(u'&', u"&amp;"_s);
    QTest::newRow("HTML entity by number") << QString(address).replace(u'&', u"&#38;"_s);
    QTest::newRow("percent-encoded") << QString::fromLatin1(address.toUtf8().toPercentEncoding());
    QTest::newRow("in a mail service's warning page")
        << u"https://www.google.com/url?q="_s + QString::fromLatin1(address.toUtf8().toPercentEncoding()) +
               u"&sa=D"_s;
    QTest::newRow("words before") << u"Here it is: "_s + address;
    QTest::newRow("a question before") << u"Is it this one? "_s + address;
    QTest::newRow("words behind") << address + u" thanks"_s;
    QTest::newRow("words on lines of their own") << u"Hello,\n"_s + address + u"\nBye"_s;
    QTest::newRow("the link of the sign-in before it")
        << u"https://example.org/authorize?client_id=x&state=s\n"_s + address;
}

void PastedAddressTest::address_isFoundInWhatOthersMadeOfIt()
{
    findAddress();
}

void PastedAddressTest::codeAlone_isFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("as it is") << u"a1B2-c3_d4.e5~"_s << "a1B2-c3_d4.e5~"_ba;
    QTest::newRow("three parts") << u"eyJhbGciOi.eyJjb2RlIjoi.c2ln"_s << "eyJhbGciOi.eyJjb2RlIjoi.c2ln"_ba;
    QTest::newRow("with its name") << u"code=a1B2c3d4"_s << "a1B2c3d4"_ba;
    QTest::newRow("with its name and mark") << u"?code=a1B2c3d4"_s << "a1B2c3d4"_ba;
    QTest::newRow("as it stands in an address") << u"4%2F0Adeu5BW"_s << "4/0Adeu5BW"_ba;
    QTest::newRow("padded") << u"YTFCMmMzZA=="_s << "YTFCMmMzZA=="_ba;
    QTest::newRow("blanks around") << u"  a1B2c3d4\n"_s << "a1B2c3d4"_ba;
    QTest::newRow("quotes") << u"\"a1B2c3d4\""_s << "a1B2c3d4"_ba;
    QTest::newRow("back-ticks") << u"`a1B2c3d4`"_s << "a1B2c3d4"_ba;
    QTest::newRow("full stop behind") << u"a1B2c3d4."_s << "a1B2c3d4"_ba;
    QTest::newRow("zero-width space inside")
        << QString(u"a1B2c3d4"_s).insert(3, QChar(0x200b)) << "a1B2c3d4"_ba;
    QTest::newRow("broken over lines") << u"a1B2\n  c3d4"_s << "a1B2c3d4"_ba;
}

void PastedAddressTest::codeAlone_isFound()
{
    QFETCH(QString, text);
    const PastedAddress pasted = parsePastedAddress(text, u"https://example.org/callback"_s);
    QVERIFY(pasted.code);
    QTEST(pasted.code->reveal(), "code");
}

void PastedAddressTest::otherText_isNeither_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \n "_s;
    QTest::newRow("a word") << u"hello"_s;
    QTest::newRow("a sentence") << u"Allow access in the browser first"_s;
    QTest::newRow("the redirect address") << u"https://example.org/callback"_s;
    QTest::newRow("the same without its scheme") << u"example.org/callback"_s;
    QTest::newRow("another address") << u"https://example.com/other"_s;
    QTest::newRow("the link of the sign-in") << u"https://example.org/authorize?client_id=x&state=s"_s;
    QTest::newRow("parameters in the fragment") << u"https://example.org/callback#code=a&state=s"_s;
    QTest::newRow("code twice") << u"https://example.org/callback?code=a&code=b&state=s"_s;
    QTest::newRow("bad percent") << u"https://example.org/callback?code=%&state=s"_s;
    QTest::newRow("letters no code has") << u"çode-ünusual"_s;
    QTest::newRow("an e-mail address") << u"ana@northlight.example"_s;
    QTest::newRow("a password") << u"corr3ct!horse$battery"_s;
    QTest::newRow("another parameter") << u"kode=a1B2c3d4"_s;
    QTest::newRow("padding in the middle") << u"a1B2=c3d4"_s;
    QTest::newRow("too long") << u"https://example.org/?code=a&state="_s + QString(8192, u's');
}

void PastedAddressTest::otherText_isNeither()
{
    QFETCH(QString, text);
    const PastedAddress pasted = parsePastedAddress(text, u"https://example.org/callback"_s);
    QVERIFY(!pasted.code);
    QVERIFY(
        std::ranges::none_of(pasted.readings, [](const auto &reading) { return reading.code.has_value(); }));
}

void PastedAddressTest::codeThatSaysWhoseItIs_isNotTakenAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u"code="_s;
    QTest::newRow("short") << u"code=a1B2"_s;
    QTest::newRow("foreign state behind a blank") << u"code=a1B2c3d4 &state=FOREIGN"_s;
    QTest::newRow("foreign state on the next line") << u"code=a1B2c3d4\n&state=FOREIGN"_s;
    QTest::newRow("foreign state") << u"code=a1B2c3d4&state=FOREIGN"_s;
    QTest::newRow("foreign state, encoded") << u"code=a1B2c3d4%26state%3DFOREIGN"_s;
    QTest::newRow("foreign state in the fragment") << u"code=a1B2c3d4#state=FOREIGN"_s;
    QTest::newRow("another issuer") << u"code=a1B2c3d4&iss=https%3A%2F%2Fevil"_s;
    QTest::newRow("an error") << u"code=a1B2c3d4&error=access_denied"_s;
    QTest::newRow("two of them") << u"code=a1B2c3d4&code=e5F6g7H8"_s;
    QTest::newRow("a letter no code has") << u"code=a1B2c3d4\u00e7"_s;
}

void PastedAddressTest::codeThatSaysWhoseItIs_isNotTakenAlone()
{
    QFETCH(QString, text);
    QVERIFY(!parsePastedAddress(text, u"https://example.org/callback"_s).code);
}

void PastedAddressTest::idAndSecretOfTheClient_areNoCode()
{
    const QList<Secret> known{Secret("client-of-ana"_ba), Secret("p8e-Kq2wLm"_ba)};
    QVERIFY(!parsePastedAddress(u"client-of-ana"_s, {}, known).code);
    QVERIFY(!parsePastedAddress(u" p8e-Kq2wLm\n"_s, {}, known).code);
    QVERIFY(!parsePastedAddress(u"code=p8e-Kq2wLm"_s, {}, known).code);
    QVERIFY(parsePastedAddress(u"p8e-Kq2wLm0"_s, {}, known).code);
}

void PastedAddressTest::denial_isReadToo()
{
    const PastedAddress pasted = parsePastedAddress(u"https://example.org/?error=access_denied&state=s"_s);
    QCOMPARE(pasted.readings.constFirst().error.value(), "access_denied"_ba);
    QVERIFY(!pasted.readings.constFirst().code);
    QVERIFY(!pasted.code);
}

void PastedAddressTest::readings_areBounded()
{
    const PastedAddress pasted = parsePastedAddress(QString(u"?code=a"_s).repeated(1000));
    QCOMPARE_LE(pasted.readings.size(), 32);
}

static const TestCase<PastedAddressTest> testCase("pastedaddress");

} // namespace framekey::test

#include "tst_pastedaddress.moc"
