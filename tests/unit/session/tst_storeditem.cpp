// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/storeditem.h"

#include "fakeclock.h"
#include "testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Detail = Failure::Detail;

namespace
{

const Binding binding{.token = u"https://as.example/token"_s,
                      .revocation = u"https://as.example/revoke"_s,
                      .api = u"https://api.example/v2"_s,
                      .clientId = u"client"_s};

StoredTokens storedTokens(const Clock &clock)
{
    TokenSet tokens;
    tokens.accessToken = Secret("the-access-token"_ba);
    tokens.refreshToken = Secret("rt\"\\/~!"_ba);
    tokens.grantedScope = QStringList{u"offline"_s, u"asset.read"_s};
    tokens.person =
        Person{.id = u"7"_s, .name = u"J\u00fcrgen \u6797 \U0001f600"_s, .email = u"j@example.org"_s};
    tokens.issuedAt = clock.nowUtc();
    tokens.issuedSinceBoot = clock.sinceBoot();
    tokens.lifetime = 3600s;
    return {.tokens = tokens, .binding = binding};
}

// The item with one member changed.
Secret changed(const Secret &item, const QString &name, const QJsonValue &value)
{
    QJsonObject json = QJsonDocument::fromJson(item.reveal()).object();
    if (value.isUndefined())
        json.remove(name);
    else
        json.insert(name, value);
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

/// The keychain's items: one line of ASCII, read back exactly, never guessed at (F40, F43, F60 of
/// reliability).
class StoredItemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_comeBackAsTheyWere();
    void item_isOneLineOfAscii();
    void accessToken_isKeptOnlyWithoutARefreshToken();
    void restoredAge_isTheWallClocks_data();
    void restoredAge_isTheWallClocks();
    void unreadableItem_isRefused_data();
    void unreadableItem_isRefused();
    void changedMember_isRefusedWhereItCounts_data();
    void changedMember_isRefusedWhereItCounts();
    void clientSecret_comesBackByteForByte_data();
    void clientSecret_comesBackByteForByte();
    void clientSecret_ofANewerVersionIsRefused();
    void binding_isOfEndpointsAndClient();
    void keys_areOfTheAccount();
};

void StoredItemTest::tokens_comeBackAsTheyWere()
{
    FakeClock clock;
    const StoredTokens stored = storedTokens(clock);
    clock.advance(10min);
    const auto read = StoredTokens::fromItem(stored.toItem(), clock);
    QVERIFY(read);
    QVERIFY(read->tokens.refreshToken == stored.tokens.refreshToken);
    QCOMPARE(read->tokens.grantedScope, stored.tokens.grantedScope);
    QCOMPARE(read->tokens.person, stored.tokens.person);
    QCOMPARE(read->tokens.issuedAt, stored.tokens.issuedAt);
    QCOMPARE(read->tokens.lifetime, 3600s);
    QCOMPARE(read->tokens.age(clock), 10min);
    QVERIFY(read->binding == binding);
}

void StoredItemTest::item_isOneLineOfAscii()
{
    FakeClock clock;
    StoredTokens stored = storedTokens(clock);
    stored.tokens.person->name += u"\n\t\u2028"_s;
    for (const Secret &item :
         {stored.toItem(),
          StoredClientSecret{.clientSecret = Secret("\xc3\xbc\n\0x"_ba), .binding = binding}.toItem()})
        QVERIFY(std::ranges::all_of(item.reveal(), [](char c) { return c >= 0x20 && c < 0x7f; }));
}

void StoredItemTest::accessToken_isKeptOnlyWithoutARefreshToken()
{
    FakeClock clock;
    StoredTokens stored = storedTokens(clock);
    QVERIFY(!stored.toItem().reveal().contains("the-access-token"));
    stored.tokens.refreshToken.reset();
    const auto read = StoredTokens::fromItem(stored.toItem(), clock);
    QVERIFY(read);
    QCOMPARE(read->tokens.accessToken.reveal(), "the-access-token"_ba);
    QVERIFY(!read->tokens.refreshToken);
}

void StoredItemTest::restoredAge_isTheWallClocks_data()
{
    QTest::addColumn<qint64>("wallJumps");
    QTest::addColumn<qint64>("remaining");
    QTest::newRow("at once") << qint64(0) << qint64(3600);
    QTest::newRow("after ten minutes") << qint64(600) << qint64(3000);
    QTest::newRow("after a day") << qint64(86400) << qint64(0);
    QTest::newRow("wall clock put back") << qint64(-86400) << qint64(3600);
}

void StoredItemTest::restoredAge_isTheWallClocks()
{
    QFETCH(qint64, wallJumps);
    QFETCH(qint64, remaining);
    FakeClock clock;
    StoredTokens stored = storedTokens(clock);
    stored.tokens.refreshToken.reset();
    clock.reboot();
    clock.jumpWall(std::chrono::seconds(wallJumps));
    const auto read = StoredTokens::fromItem(stored.toItem(), clock);
    QVERIFY(read);
    QCOMPARE(qint64(read->tokens.remaining(clock).count()), remaining * 1000);
    clock.jumpWall(-24h); // put back after the restart: no longer life
    clock.advance(1h);
    QVERIFY(!read->tokens.isAlive(clock));
}

void StoredItemTest::unreadableItem_isRefused_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << "rt"_ba;
    QTest::newRow("list") << "[]"_ba;
    QTest::newRow("no members") << "{}"_ba;
    QTest::newRow("version alone") << R"({"version":1})"_ba;
    QTest::newRow("line feed in a string") << "{\"version\":1,\"refreshToken\":\"r\nt\"}"_ba;
    QTest::newRow("name twice")
        << R"({"version":1,"refreshToken":"a","refreshToken":"b","issuedAt":"2026-11-24T12:00:00Z"})"_ba;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf{\"version\":1}"_ba;
    FakeClock clock;
    const QByteArray whole = storedTokens(clock).toItem().reveal();
    for (const qsizetype size : {whole.size() - 1, whole.size() / 2, qsizetype(1)})
        QTest::newRow(qPrintable(u"cut at %1"_s.arg(size))) << whole.left(size);
}

void StoredItemTest::unreadableItem_isRefused()
{
    QFETCH(QByteArray, item);
    FakeClock clock;
    const auto read = StoredTokens::fromItem(Secret(item), clock);
    QVERIFY(!read);
    QCOMPARE(read.error().stage, Failure::Stage::Storage);
    QCOMPARE(read.error().kind, Failure::Kind::Storage);
    QCOMPARE(read.error().detail, Detail::WrongAnswer);
}

void StoredItemTest::changedMember_isRefusedWhereItCounts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<Detail>("detail");
    const auto row = [](const char *name, const QString &member, const QJsonValue &value,
                        Detail detail = Detail::WrongAnswer) {
        QTest::newRow(name) << member << value << detail;
    };
    row("version 2", u"version"_s, 2, Detail::KeychainNewer);
    row("version 1.5", u"version"_s, 1.5, Detail::KeychainNewer);
    row("version 1e10", u"version"_s, 1e10, Detail::KeychainNewer);
    row("version as text", u"version"_s, u"1"_s);
    row("no version", u"version"_s, QJsonValue::Undefined);
    row("no token", u"refreshToken"_s, QJsonValue::Undefined);
    row("token null", u"refreshToken"_s, QJsonValue::Null);
    row("token a number", u"refreshToken"_s, 5);
    row("token empty", u"refreshToken"_s, QString());
    row("token with a line feed", u"refreshToken"_s, u"r\nt"_s);
    row("token not ASCII", u"refreshToken"_s, u"\u20ac"_s);
    row("no time", u"issuedAt"_s, QJsonValue::Undefined);
    row("time that is none", u"issuedAt"_s, u"yesterday"_s);
    row("time a number", u"issuedAt"_s, 1764000000);
    row("time past year 9999", u"issuedAt"_s, u"9999-12-31T23:59:59-14:00"_s);
    row("lifetime missing", u"lifetime"_s, QJsonValue::Undefined, Detail::None);
    row("person missing", u"person"_s, QJsonValue::Undefined, Detail::None);
    row("scope missing", u"scope"_s, QJsonValue::Undefined, Detail::None);
    row("member of a later day", u"colour"_s, u"green"_s, Detail::None);
}

void StoredItemTest::changedMember_isRefusedWhereItCounts()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(Detail, detail);
    FakeClock clock;
    const Secret item = changed(storedTokens(clock).toItem(), name, value);
    const auto read = StoredTokens::fromItem(item, clock);
    QCOMPARE(read ? Detail::None : read.error().detail, detail);
    if (name == u"person" && read)
        QVERIFY(!read->tokens.person);
    if (name == u"scope" && read)
        QVERIFY(!read->tokens.grantedScope);
}

void StoredItemTest::clientSecret_comesBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("ordinary") << "practice-secret"_ba;
    QTest::newRow("quote, backslash, percent") << "\"\\%41"_ba;
    QTest::newRow("umlaut") << "\xc3\xbc"_ba;
    QTest::newRow("Latin-1") << "\xfc"_ba;
    QTest::newRow("line feed and zero") << QByteArray("a\n\0b", 4);
}

void StoredItemTest::clientSecret_comesBackByteForByte()
{
    QFETCH(QByteArray, secret);
    const StoredClientSecret stored{.clientSecret = Secret(secret), .binding = binding};
    const auto read = StoredClientSecret::fromItem(stored.toItem());
    QVERIFY(read);
    QCOMPARE(read->clientSecret.reveal(), secret);
    QVERIFY(read->binding == binding);
}

void StoredItemTest::clientSecret_ofANewerVersionIsRefused()
{
    const Secret item = StoredClientSecret{.clientSecret = Secret("s"_ba), .binding = binding}.toItem();
    const auto newer = StoredClientSecret::fromItem(changed(item, u"version"_s, 2));
    QVERIFY(!newer);
    QCOMPARE(newer.error().detail, Detail::KeychainNewer);
    QVERIFY(!StoredClientSecret::fromItem(Secret("s"_ba)));
}

void StoredItemTest::binding_isOfEndpointsAndClient()
{
    ClientRegistration client;
    client.clientId = u"client"_s;
    client.endpoints = {.authorization = QUrl(u"https://as.example/a"_s),
                        .token = QUrl(binding.token),
                        .revocation = QUrl(binding.revocation),
                        .api = QUrl(binding.api)};
    QVERIFY(Binding::of(client) == binding);
    client.requestedScope = {u"a"_s};
    client.endpoints.authorization = QUrl(u"https://as.example/b"_s);
    QVERIFY(Binding::of(client) == binding);
    for (QUrl Endpoints::*endpoint : {&Endpoints::token, &Endpoints::revocation, &Endpoints::api}) {
        ClientRegistration other = client;
        (other.endpoints.*endpoint).setHost(u"evil.example"_s);
        QVERIFY(Binding::of(other) != binding);
    }
    client.clientId = u"other"_s;
    QVERIFY(Binding::of(client) != binding);
}

void StoredItemTest::keys_areOfTheAccount()
{
    QVERIFY(tokensKey(u"a"_s) != clientSecretKey(u"a"_s));
    QVERIFY(tokensKey(u"a"_s) != tokensKey(u"b"_s));
    QVERIFY(clientSecretKey(u"a"_s) != clientSecretKey(u"b"_s));
}

static const TestCase<StoredItemTest> testCase("storeditem");

} // namespace framekey::test

#include "tst_storeditem.moc"
