// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/provider.h"

#include "oauth/redirecturi.h"
#include "oauth/scope.h"
#include "testcase.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

QStringList tokensOf(const Provider &provider)
{
    QStringList tokens;
    for (const ScopeWords &scope : provider.catalogue)
        tokens.append(scope.token);
    return tokens;
}

// The scopes of Frame.io's V2 OpenAPI: no account.create, no team.delete.
QStringList legacyScopes()
{
    QStringList scopes{u"offline"_s,     u"account.read"_s, u"auditlog.read"_s,
                       u"team.create"_s, u"team.read"_s,    u"team.update"_s};
    for (const char *resource :
         {"asset", "comment", "project", "presentation", "reviewlink", "webhook", "action"}) {
        for (const char *right : {"create", "read", "update", "delete"})
            scopes.append(u"%1.%2"_s.arg(QLatin1StringView(resource), QLatin1StringView(right)));
    }
    return scopes;
}

QByteArray providerWith(const QByteArray &member)
{
    return R"({"name":"X","defaultRedirectUri":"http://127.0.0.1:0/callback",)" + member + '}';
}

} // namespace

/// The providers' data: each file is read, and a fault in one is named.
class ProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFile_isReadAndWhole_data();
    void everyFile_isReadAndWhole();
    void builtIn_holdsEveryFile();
    void legacy_hasExactlyItsScopes();
    void legacy_isAsItsGuideSays();
    void provider_isFoundByItsTokenEndpoint();
    void faultyFile_namesTheField_data();
    void faultyFile_namesTheField();
};

void ProviderTest::everyFile_isReadAndWhole_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(u":/framekey/providers"_s);
    for (const QString &name : folder.entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void ProviderTest::everyFile_isReadAndWhole()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto provider = ProviderCatalogue::parse(file.readAll());
    QVERIFY2(provider, provider ? "" : qPrintable(provider.error()));
    QCOMPARE(provider->id + u".json"_s, QDir(path).dirName());
    QVERIFY(RedirectUri::parse(provider->defaultRedirectUri));
    const QStringList tokens = tokensOf(*provider);
    QCOMPARE(QSet<QString>(tokens.cbegin(), tokens.cend()).size(), tokens.size());
    for (const QString &scope : provider->defaultScope)
        QVERIFY2(tokens.contains(scope), qPrintable(scope));
    if (!provider->offlineScope.isEmpty())
        QVERIFY(tokens.contains(provider->offlineScope));
    for (const QString &token : tokens)
        QVERIFY(!provider->wordsFor(token).isEmpty());
    QVERIFY(provider->wordsFor(u"no.such.scope"_s).isEmpty());
}

void ProviderTest::builtIn_holdsEveryFile()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    QCOMPARE(catalogue.providers().size(), QDir(u":/framekey/providers"_s).entryList(QDir::Files).size());
    for (const Provider &provider : catalogue.providers())
        QCOMPARE(catalogue.find(provider.id)->name, provider.name);
    QVERIFY(!catalogue.find(u"nobody"_s));
    QVERIFY(!catalogue.find(QString()));
}

void ProviderTest::legacy_hasExactlyItsScopes()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    QStringList found = tokensOf(*catalogue.find(u"frameio-legacy"_s));
    QStringList expected = legacyScopes();
    QCOMPARE(expected.size(), 34);
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void ProviderTest::legacy_isAsItsGuideSays()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    const Provider &legacy = *catalogue.find(u"frameio-legacy"_s);
    QCOMPARE(legacy.endpoints.authorization, QUrl(u"https://applications.frame.io/oauth2/auth"_s));
    QCOMPARE(legacy.endpoints.token, QUrl(u"https://applications.frame.io/oauth2/token"_s));
    QCOMPARE(legacy.endpoints.api, QUrl(u"https://api.frame.io/v2"_s));
    QVERIFY(legacy.endpoints.revocation.isEmpty());
    QVERIFY(legacy.quirks.scopeAtExchange && legacy.quirks.stateAtExchange && legacy.quirks.scopeAtRefresh);
    QCOMPARE(legacy.quirks.scopeSeparator, QChar(u' '));
    QCOMPARE(legacy.defaultRedirectUri, u"http://127.0.0.1:8910/callback"_s);
    QCOMPARE(legacy.offlineScope, u"offline"_s);
    QVERIFY(!legacy.runsLocally && !legacy.endpointsEditable);
}

void ProviderTest::provider_isFoundByItsTokenEndpoint()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    QCOMPARE(catalogue.findByTokenEndpoint(QUrl(u"https://applications.frame.io/oauth2/token"_s)),
             catalogue.find(u"frameio-legacy"_s));
    for (const char *other :
         {"", "https://applications.frame.io/oauth2/token/", "http://applications.frame.io/oauth2/token",
          "https://applications.frame.io.evil.example/oauth2/token"})
        QVERIFY2(!catalogue.findByTokenEndpoint(QUrl(QLatin1StringView(other))), other);
}

void ProviderTest::faultyFile_namesTheField_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const QByteArray endpoints = R"("id":"x","endpoints":{"token":"https://as.example/t"})"_ba;
    QTest::newRow("good") << providerWith(endpoints) << QString();
    QTest::newRow("local and relative")
        << providerWith(R"("id":"x","runsLocally":true,"endpoints":{"token":"/t"})") << QString();
    QTest::newRow("custom without endpoints")
        << providerWith(R"("id":"x","endpointsEditable":true)") << QString();
    QTest::newRow("not JSON") << "x"_ba << u"(not a JSON object)"_s;
    QTest::newRow("list") << "[]"_ba << u"(not a JSON object)"_s;
    QTest::newRow("no id") << providerWith(R"("endpoints":{"token":"https://as.example/t"})") << u"id"_s;
    QTest::newRow("empty id") << providerWith(R"("id":"")") << u"id"_s;
    QTest::newRow("id a number") << providerWith(R"("id":5)") << u"id"_s;
    QTest::newRow("no token endpoint") << providerWith(R"("id":"x")") << u"endpoints.token"_s;
    QTest::newRow("http endpoint") << providerWith(R"("id":"x","endpoints":{"token":"http://as.example/t"})")
                                   << u"endpoints.token"_s;
    QTest::newRow("relative, not local")
        << providerWith(R"("id":"x","endpoints":{"token":"/t"})") << u"endpoints.token"_s;
    QTest::newRow("fragment")
        << providerWith(
               R"("id":"x","endpoints":{"api":"https://a.example/#","token":"https://as.example/t"})")
        << u"endpoints.api"_s;
    QTest::newRow("switch that is none")
        << providerWith(endpoints + R"(,"quirks":{"scopeAtRefresh":"yes"})") << u"scopeAtRefresh"_s;
    QTest::newRow("separator") << providerWith(endpoints + R"(,"quirks":{"scopeSeparator":";"})")
                               << u"quirks.scopeSeparator"_s;
    QTest::newRow("illegal scope") << providerWith(endpoints + R"(,"scopes":[{"token":"a b","words":"x"}])")
                                   << u"scopes"_s;
    QTest::newRow("scope without words")
        << providerWith(endpoints + R"(,"scopes":[{"token":"a"}])") << u"scopes"_s;
    QTest::newRow("issuer a number") << providerWith(endpoints + R"(,"issuer":1)") << u"issuer"_s;
}

void ProviderTest::faultyFile_namesTheField()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    const auto provider = ProviderCatalogue::parse(json);
    QCOMPARE(provider ? QString() : provider.error(), fault);
}

static const TestCase<ProviderTest> testCase("provider");

} // namespace framekey::test

#include "tst_provider.moc"
