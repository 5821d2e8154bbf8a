// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/pkce.h"

#include "testcase.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// The code challenge against published vectors (RFC 7636), and the random values of an attempt.
class PkceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeChallenge_isAsPublished_data();
    void codeChallenge_isAsPublished();
    void appendixB_octetsEncodeToItsVerifier();
    void randomToken_isALegalVerifier();
    void randomToken_neverComesTwice();
};

void PkceTest::codeChallenge_isAsPublished_data()
{
    QTest::addColumn<QByteArray>("verifier");
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("RFC 7636 appendix B") << "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_ba
                                         << "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_ba;
    QTest::newRow("SHA-256 of abc (FIPS 180-2 B.1)")
        << "abc"_ba << "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"_ba;
    QTest::newRow("SHA-256 of nothing") << QByteArray() << "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"_ba;
}

void PkceTest::codeChallenge_isAsPublished()
{
    QFETCH(QByteArray, verifier);
    QFETCH(QByteArray, challenge);
    QCOMPARE(codeChallenge(Secret(verifier)), challenge);
}

void PkceTest::appendixB_octetsEncodeToItsVerifier()
{
    // Appendix B starts from 32 octets; a verifier of ours is made of as many in the same encoding.
    const QByteArray octets =
        QByteArray::fromHex("7418dfb49799e0254ffa607dd8adbbba16d4254d69d6bff05b58055853848d79");
    QCOMPARE(octets.size(), 32);
    QCOMPARE(octets.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
             "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_ba);
    QCOMPARE(QByteArray::fromBase64(randomToken(), QByteArray::Base64UrlEncoding).size(), octets.size());
}

void PkceTest::randomToken_isALegalVerifier()
{
    static const QRegularExpression unreserved(u"\\A[A-Za-z0-9._~-]{43}\\z"_s); // RFC 7636 4.1: 43 to 128
    for (int i = 0; i < 200; ++i)
        QVERIFY(unreserved.match(QString::fromLatin1(randomToken())).hasMatch());
}

void PkceTest::randomToken_neverComesTwice()
{
    QSet<QByteArray> seen;
    QSet<char> firstCharacters;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(randomToken());
        firstCharacters.insert(randomToken().front());
    }
    QCOMPARE(seen.size(), 1000);
    QCOMPARE_GT(firstCharacters.size(), 50); // of 64: 1000 drawings leave out 14 once in an age
}

static const TestCase<PkceTest> testCase("pkce");

} // namespace framekey::test

#include "tst_pkce.moc"
