// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "ui/presentation/accountdraft.h"
#include "ui/presentation/credentialtype.h"
#include "ui/presentation/envwords.h"

#include <QTest>

using namespace framekey;

class AccountDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settings_comeBackAsTheyWent();
    void mistakes_data();
    void mistakes();
    void everyFault_hasWords();
    void secret_setKeptOrRemoved();
    void credentialType_isToldByTheSettings_data();
    void credentialType_isToldByTheSettings();
    void credentialType_decidesOnSecretAndRedirect();
    void credentialType_withoutSecretRemovesTheKeptOne();
    void newAccount_ofTheFirstTypeNeedsItsSecret();
    void redirectHint_data();
    void redirectHint();
    void successor_takesNameAndCertificates();
    void takenName_isRefused();
    void envFaults_haveWords();

private:
    static AccountDraft custom();
};

namespace
{

using Field = AccountField;
using Fault = AccountFault;

const Provider &provider(const char *id)
{
    return *samples::catalogue().find(QLatin1StringView(id));
}

} // namespace

AccountDraft AccountDraftTest::custom()
{
    AccountDraft draft = AccountDraft::of(newAccount(provider("custom")));
    draft.texts[Field::ClientId] = QStringLiteral("abc");
    draft.texts[Field::AuthorizationEndpoint] = QStringLiteral("https://a.example/auth");
    draft.texts[Field::TokenEndpoint] = QStringLiteral("https://a.example/token");
    return draft;
}

void AccountDraftTest::settings_comeBackAsTheyWent()
{
    AccountSettings settings = custom().settings();
    settings.id = QStringLiteral("x");
    settings.issuer = QStringLiteral("https://a.example");
    settings.redirectCertificate = {.certificate = QStringLiteral("/a.pem"), .key = QStringLiteral("/b.pem")};
    settings.clientAuthentication = ClientAuthentication::Basic;
    QCOMPARE(AccountDraft::of(settings).settings() == settings, true);
    QVERIFY(custom().faults(&provider("custom"), {}).isEmpty());
}

void AccountDraftTest::mistakes_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, Field field, const char *text, Fault fault) {
        QTest::newRow(name) << static_cast<int>(field) << QString::fromUtf8(text) << static_cast<int>(fault);
    };
    row("no client id", Field::ClientId, "  ", Fault::Blank);
    row("no name", Field::Name, "", Fault::Blank);
    row("token address without TLS", Field::TokenEndpoint, "http://a.example/token", Fault::NotHttps);
    row("token address with a password", Field::TokenEndpoint, "https://u:p@a.example/token",
        Fault::UserInfo);
    row("fragment", Field::AuthorizationEndpoint, "https://a.example/auth#x", Fault::Fragment);
    row("not an address", Field::ApiEndpoint, "a example", Fault::Malformed);
    row("no token address", Field::TokenEndpoint, "", Fault::Blank);
    row("redirect elsewhere", Field::RedirectUri, "http://studio.example/callback", Fault::HttpElsewhere);
    row("redirect scheme", Field::RedirectUri, "gopher://127.0.0.1/callback", Fault::UnknownScheme);
    row("redirect port", Field::RedirectUri, "http://127.0.0.1:65536/callback", Fault::Port);
    row("redirect query", Field::RedirectUri, "http://127.0.0.1/callback?a=b", Fault::Query);
    row("redirect fragment", Field::RedirectUri, "http://127.0.0.1/callback#x", Fault::Fragment);
    row("redirect password", Field::RedirectUri, "http://u@127.0.0.1/callback", Fault::UserInfo);
    row("no such file", Field::CaFile, "/nowhere/ca.pem", Fault::NotFound);
}

void AccountDraftTest::mistakes()
{
    QFETCH(int, field);
    QFETCH(QString, text);
    QFETCH(int, fault);
    AccountDraft draft = custom();
    draft.texts[static_cast<Field>(field)] = text;
    const AccountFaults faults = draft.faults(&provider("custom"), {});
    QCOMPARE(faults.size(), 1);
    QCOMPARE(static_cast<int>(faults.begin().key()), field);
    QCOMPARE(static_cast<int>(faults.begin().value()), fault);
}

void AccountDraftTest::everyFault_hasWords()
{
    for (int field = 0; field <= static_cast<int>(Field::CaFile); ++field) {
        for (int fault = 0; fault <= static_cast<int>(Fault::Taken); ++fault) {
            const QString text = faultText(static_cast<Field>(field), static_cast<Fault>(fault));
            QVERIFY2(text.size() > 10 && text.endsWith(u'.'), qPrintable(text));
        }
    }
}

void AccountDraftTest::secret_setKeptOrRemoved()
{
    AccountDraft draft = custom();
    QVERIFY(!draft.clientSecret());
    QCOMPARE(draft.settings().clientAuthentication, ClientAuthentication::None);
    draft.texts[Field::ClientSecret] = QStringLiteral("s3cret");
    QCOMPARE(draft.clientSecret()->reveal(), QByteArray("s3cret"));
    QCOMPARE(draft.settings().clientAuthentication, ClientAuthentication::Basic);

    AccountSettings kept = draft.settings();
    kept.id = QStringLiteral("x");
    AccountDraft again = AccountDraft::of(kept);
    QVERIFY(again.hasKeptSecret() && !again.clientSecret());
    QCOMPARE(again.settings().clientAuthentication, ClientAuthentication::Basic);
    again.removeSecret = true;
    QVERIFY(again.clientSecret() && again.clientSecret()->isEmpty());
    QCOMPARE(again.settings().clientAuthentication, ClientAuthentication::None);
}

void AccountDraftTest::credentialType_isToldByTheSettings_data()
{
    using Authentication = ClientAuthentication;
    QTest::addColumn<ClientAuthentication>("authentication");
    QTest::addColumn<QString>("redirectUri");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *name, Authentication how, const char *redirect, const char *type) {
        QTest::newRow(name) << how << QString::fromLatin1(redirect) << QString::fromLatin1(type);
    };
    row("with a secret", Authentication::Basic, "https://localhost:8910/callback", "web-app");
    row("without", Authentication::None, "https://localhost:8910/callback", "single-page-app");
    row("without, http", Authentication::None, "http://127.0.0.1:8910/callback", "single-page-app");
    row("an assigned address", Authentication::None, "adobe+0123://adobeid/abc", "native-app");
    row("an assigned address and a secret", Authentication::Basic, "adobe+0123://adobeid/abc", "web-app");
    row("no address yet", Authentication::None, "", "native-app");
}

void AccountDraftTest::credentialType_isToldByTheSettings()
{
    QFETCH(const ClientAuthentication, authentication);
    QFETCH(const QString, redirectUri);
    AccountSettings settings = newAccount(provider("frameio"));
    settings.clientAuthentication = authentication;
    settings.redirectUri = redirectUri;
    QTEST(AccountDraft::of(settings, &provider("frameio")).credentialType->id, "type");
    QVERIFY(!credentialTypeOf(provider("frameio-legacy"), settings));
}

void AccountDraftTest::credentialType_decidesOnSecretAndRedirect()
{
    const Provider &v4 = provider("frameio");
    AccountDraft draft = AccountDraft::ofNew(v4);
    draft.texts[Field::ClientSecret] = QStringLiteral("s3cret");
    draft.texts[Field::RedirectUri] = QStringLiteral("https://localhost:9000/cb");
    QCOMPARE(draft.settings().clientAuthentication, ClientAuthentication::Basic);

    draft.changeCredentialType(*credentialTypeOf(v4, QStringLiteral("single-page-app")));
    QVERIFY(!draft.mayHaveSecret() && !draft.clientSecret());
    QCOMPARE(draft.settings().clientAuthentication, ClientAuthentication::None);
    QCOMPARE(draft.texts[Field::RedirectUri], QStringLiteral("https://localhost:9000/cb"));

    draft.changeCredentialType(*credentialTypeOf(v4, QStringLiteral("native-app")));
    QCOMPARE(draft.texts[Field::RedirectUri], QString());
    draft.changeCredentialType(*credentialTypeOf(v4, QStringLiteral("web-app")));
    QCOMPARE(draft.texts[Field::RedirectUri], QStringLiteral("https://localhost:8910/callback"));
    QVERIFY(draft.mayHaveSecret());
}

void AccountDraftTest::credentialType_withoutSecretRemovesTheKeptOne()
{
    const Provider &v4 = provider("frameio");
    AccountSettings kept = newAccount(v4);
    kept.id = QStringLiteral("x");
    kept.clientId = QStringLiteral("abc");
    kept.clientAuthentication = ClientAuthentication::Basic;
    AccountDraft draft = AccountDraft::of(kept, &v4);
    QVERIFY(draft.faults(&v4, {}).isEmpty() && !draft.clientSecret());
    draft.changeCredentialType(*credentialTypeOf(v4, QStringLiteral("single-page-app")));
    QVERIFY(draft.clientSecret() && draft.clientSecret()->isEmpty());
    QVERIFY(draft.faults(&v4, {}).isEmpty());
}

void AccountDraftTest::newAccount_ofTheFirstTypeNeedsItsSecret()
{
    const Provider &v4 = provider("frameio");
    AccountDraft draft = AccountDraft::ofNew(v4);
    draft.texts[Field::ClientId] = QStringLiteral("abc");
    QCOMPARE(draft.faults(&v4, {}), (AccountFaults{{Field::ClientSecret, Fault::Blank}}));
    draft.texts[Field::ClientSecret] = QStringLiteral("s3cret");
    QVERIFY(draft.faults(&v4, {}).isEmpty());
}

void AccountDraftTest::redirectHint_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const char *type, const char *address, const char *hint) {
        QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(address)
                            << QString::fromLatin1(hint);
    };
    row("no type", "", "http://127.0.0.1:0/callback", "Register exactly this: http://127.0.0.1/callback");
    row("no dots", "web-app", "https://localhost:8910/callback",
        "Register exactly this: https://localhost:8910/callback\nAs the pattern: "
        "https://localhost:8910/callback");
    row("dots", "single-page-app", "https://127.0.0.1:8910/a.b",
        "Register exactly this: https://127.0.0.1:8910/a.b\nAs the pattern: "
        "https://127\\.0\\.0\\.1:8910/a\\.b");
    row("assigned, none yet", "native-app", "",
        "The console shows the address that was assigned to the app. Paste it here.");
    row("not an address", "web-app", "nonsense", "Register exactly the address that stands here.");
}

void AccountDraftTest::redirectHint()
{
    QFETCH(const QString, type);
    QFETCH(const QString, address);
    QTEST(framekey::redirectHint(address, credentialTypeOf(provider("frameio"), type)), "hint");
}

void AccountDraftTest::successor_takesNameAndCertificates()
{
    AccountSettings legacy = newAccount(provider("frameio-legacy"));
    legacy.id = QStringLiteral("x");
    legacy.name = QStringLiteral("work");
    legacy.clientId = QStringLiteral("old-client");
    legacy.caFile = QStringLiteral("/etc/studio.pem");
    legacy.askEachTime = true;
    const AccountDraft draft = AccountDraft::ofSuccessor(legacy, provider("frameio"));
    AccountSettings expected = newAccount(provider("frameio"));
    expected.name = QStringLiteral("work (V4)");
    expected.clientAuthentication = ClientAuthentication::Basic;
    expected.caFile = legacy.caFile;
    expected.askEachTime = true;
    QVERIFY(draft.isNew());
    QVERIFY(draft.settings() == expected);
}

void AccountDraftTest::takenName_isRefused()
{
    AccountDraft draft = custom();
    draft.texts[Field::Name] = QStringLiteral(" work ");
    const AccountFaults faults = draft.faults(&provider("custom"), {QStringLiteral("work")});
    QCOMPARE(faults.value(Field::Name), Fault::Taken);
}

void AccountDraftTest::envFaults_haveWords()
{
    using Kind = EnvFault::Kind;
    for (const Kind kind : {Kind::Unreadable, Kind::TooLarge, Kind::BadLine, Kind::NoClientId})
        QVERIFY(envFaultText({.kind = kind, .line = 7}).endsWith(u'.'));
    QVERIFY(envFaultText({.kind = Kind::BadLine, .line = 7}).contains(u"Line 7"));
}

QTEST_GUILESS_MAIN(AccountDraftTest)
#include "tst_accountdraft.moc"
