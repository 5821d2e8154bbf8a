// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/authorizationresponse.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

using Detail = Failure::Detail;
using Kind = Failure::Kind;

namespace
{

std::expected<Outcome<Secret>, Detail> vet(const QByteArray &query, const QString &issuer = {})
{
    const auto response = AuthorizationResponse::parse(query);
    if (!response)
        qFatal("a row of these tables is badly encoded");
    return vetAuthorizationResponse(*response, {.state = "s3cr3t"_ba, .issuer = issuer});
}

const QString ours = u"https://as.example/a"_s;

} // namespace

/// What an attempt does with an authorization response (RFC 6749 4.1.2, RFC 9207; T2, T3, T5 of reliability).
class AuthorizationResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_isTaken_data();
    void code_isTaken();
    void strangeResponse_changesNothing_data();
    void strangeResponse_changesNothing();
    void error_isTheServersWord_data();
    void error_isTheServersWord();
    void errorText_isMadeFitToBeShown();
    void query_isReadStrictly_data();
    void query_isReadStrictly();
};

void AuthorizationResponseTest::code_isTaken_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("plain") << "code=abc&state=s3cr3t"_ba << QString() << "abc"_ba;
    QTest::newRow("plus is no space") << "code=a+b&state=s3cr3t"_ba << QString() << "a+b"_ba;
    QTest::newRow("%2B is a plus") << "code=a%2Bb&state=s3cr3t"_ba << QString() << "a+b"_ba;
    QTest::newRow("equals sign inside") << "code=a=b==&state=s3cr3t"_ba << QString() << "a=b=="_ba;
    QTest::newRow("slash as Google sends it") << "code=4/0AX4&state=s3cr3t"_ba << QString() << "4/0AX4"_ba;
    QTest::newRow("issuer as known") << "code=abc&state=s3cr3t&iss=https%3A%2F%2Fas.example%2Fa"_ba << ours
                                     << "abc"_ba;
    QTest::newRow("issuer not known")
        << "code=abc&state=s3cr3t&iss=https%3A%2F%2Fany.example"_ba << QString() << "abc"_ba;
    QTest::newRow("empty error") << "code=abc&state=s3cr3t&error="_ba << QString() << "abc"_ba;
}

void AuthorizationResponseTest::code_isTaken()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, issuer);
    QFETCH(QByteArray, code);
    const auto vetted = vet(query, issuer);
    QVERIFY(vetted);
    QVERIFY(*vetted);
    QCOMPARE((*vetted)->reveal(), code);
}

void AuthorizationResponseTest::strangeResponse_changesNothing_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<Detail>("detail");
    const auto row = [](const char *name, const QByteArray &query, Detail detail,
                        const QString &issuer = {}) { QTest::newRow(name) << query << issuer << detail; };
    row("nothing", "", Detail::StateMismatch);
    row("no state", "code=abc", Detail::StateMismatch);
    row("empty state", "code=abc&state=", Detail::StateMismatch);
    row("state without a value", "code=abc&state", Detail::StateMismatch);
    row("other state", "code=abc&state=other1", Detail::StateMismatch);
    row("state in capitals", "code=abc&state=S3CR3T", Detail::StateMismatch);
    row("beginning of the state", "code=abc&state=s3cr3", Detail::StateMismatch);
    row("state and more", "code=abc&state=s3cr3t1", Detail::StateMismatch);
    row("state with a zero behind", "code=abc&state=s3cr3t%00", Detail::StateMismatch);
    row("denial without state", "error=access_denied", Detail::StateMismatch);
    row("denial with another state", "error=access_denied&state=other1", Detail::StateMismatch);
    row("no issuer where it is known", "code=abc&state=s3cr3t", Detail::MixUp, ours);
    row("empty issuer", "code=abc&state=s3cr3t&iss=", Detail::MixUp, ours);
    row("another issuer", "code=abc&state=s3cr3t&iss=https%3A%2F%2Fevil.example", Detail::MixUp, ours);
    row("issuer with a slash more", "code=abc&state=s3cr3t&iss=https%3A%2F%2Fas.example%2Fa%2F",
        Detail::MixUp, ours);
    row("issuer in capitals", "code=abc&state=s3cr3t&iss=HTTPS%3A%2F%2Fas.example%2Fa", Detail::MixUp, ours);
    row("denial of another issuer", "error=access_denied&state=s3cr3t&iss=https%3A%2F%2Fevil.example",
        Detail::MixUp, ours);
    row("denial without issuer", "error=access_denied&state=s3cr3t", Detail::MixUp, ours);
    row("no code and no error", "state=s3cr3t", Detail::MissingCode);
    row("empty code", "code=&state=s3cr3t", Detail::MissingCode);
    row("code without a value", "code&state=s3cr3t", Detail::MissingCode);
    row("code with a line feed", "code=a%0Ab&state=s3cr3t", Detail::MissingCode);
    row("code with CR LF", "code=a%0D%0AX-Y:%20z&state=s3cr3t", Detail::MissingCode);
    row("code with a space", "code=a%20b&state=s3cr3t", Detail::MissingCode);
    row("code with a zero", "code=a%00&state=s3cr3t", Detail::MissingCode);
    row("code not ASCII", "code=%C3%BC&state=s3cr3t", Detail::MissingCode);
    row("names in capitals", "CODE=abc&state=s3cr3t", Detail::MissingCode);
}

void AuthorizationResponseTest::strangeResponse_changesNothing()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, issuer);
    QFETCH(Detail, detail);
    const auto vetted = vet(query, issuer);
    QVERIFY(!vetted);
    QCOMPARE(vetted.error(), detail);
}

void AuthorizationResponseTest::error_isTheServersWord_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("access_denied") << "error=access_denied&state=s3cr3t"_ba << Kind::Denied;
    QTest::newRow("access_denied with a code")
        << "error=access_denied&code=abc&state=s3cr3t"_ba << Kind::Denied;
    QTest::newRow("server_error") << "error=server_error&state=s3cr3t"_ba << Kind::Server;
    QTest::newRow("temporarily_unavailable")
        << "error=temporarily_unavailable&state=s3cr3t"_ba << Kind::Server;
    QTest::newRow("invalid_scope") << "error=invalid_scope&state=s3cr3t"_ba << Kind::Client;
    QTest::newRow("unauthorized_client") << "error=unauthorized_client&state=s3cr3t"_ba << Kind::Client;
    QTest::newRow("of its own") << "error=whatever&error_description=x&state=s3cr3t"_ba << Kind::Client;
    QTest::newRow("capitals") << "error=ACCESS_DENIED&state=s3cr3t"_ba << Kind::Client;
}

void AuthorizationResponseTest::error_isTheServersWord()
{
    QFETCH(QByteArray, query);
    QFETCH(Kind, kind);
    const auto vetted = vet(query);
    QVERIFY(vetted);
    QVERIFY(!*vetted);
    QCOMPARE(vetted->error().stage, Failure::Stage::AuthorizationServer);
    QCOMPARE(vetted->error().kind, kind);
    QCOMPARE(vetted->error().serverCode.toLatin1(), query.mid(6, query.indexOf('&') - 6));
}

void AuthorizationResponseTest::errorText_isMadeFitToBeShown()
{
    const auto vetted = vet("error=%3Cscript%3E%0A%1b%C3%BC" + QByteArray(90, 'x') + "&state=s3cr3t");
    QVERIFY(vetted);
    QVERIFY(!*vetted);
    QCOMPARE(vetted->error().serverCode, u"<script>???"_s + QString(53, u'x'));
}

void AuthorizationResponseTest::query_isReadStrictly_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("readable");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("ampersands") << "&&&"_ba << true;
    QTest::newRow("name twice") << "a=1&a=1"_ba << false;
    QTest::newRow("name twice, once without a value") << "a&a=1"_ba << false;
    QTest::newRow("name twice, once encoded") << "a=1&%61=1"_ba << false;
    QTest::newRow("empty name twice") << "=1&=2"_ba << false;
    QTest::newRow("bad percent in a name") << "%a=1"_ba << false;
    QTest::newRow("bad percent in a value") << "a=%g0"_ba << false;
    QTest::newRow("percent twice") << "a=%%41"_ba << false;
    QTest::newRow("encoded percent") << "a=%25"_ba << true;
}

void AuthorizationResponseTest::query_isReadStrictly()
{
    QFETCH(QByteArray, query);
    QFETCH(bool, readable);
    QCOMPARE(AuthorizationResponse::parse(query).has_value(), readable);
}

static const TestCase<AuthorizationResponseTest> testCase("authorizationresponse");

} // namespace framekey::test

#include "tst_authorizationresponse.moc"
