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

} // namespace

/// The providers' data: each file is read, and says what its guide says.
class ProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFile_isReadAndWhole_data();
    void everyFile_isReadAndWhole();
    void builtIn_holdsEveryFile();
    void legacy_hasExactlyItsScopes();
    void legacy_isAsItsGuideSays();
    void legacy_namesItsLastDayAndWhatComesAfter();
    void frameio_isTheFirstAndAsItsGuideSays();
    void frameio_hasItsCredentialTypes();
    void frameio_explainsRefusals();
    void scopeThatTheServerAdds_hasWordsAndCannotBeChosen();
    void provider_isFoundByItsTokenEndpoint();
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

void ProviderTest::legacy_namesItsLastDayAndWhatComesAfter()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    const Provider &legacy = *catalogue.find(u"frameio-legacy"_s);
    QCOMPARE(legacy.lastDay, QDate(2026, 12, 1));
    QCOMPARE(catalogue.find(legacy.successor), catalogue.find(u"frameio"_s));
    QCOMPARE(legacy.unusedDays, 30);
    QVERIFY(!catalogue.find(u"frameio"_s)->lastDay.isValid());
}

void ProviderTest::frameio_isTheFirstAndAsItsGuideSays()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    const Provider &frameio = catalogue.providers().constFirst();
    QCOMPARE(frameio.id, u"frameio"_s);
    QCOMPARE(frameio.endpoints.authorization, QUrl(u"https://ims-na1.adobelogin.com/ims/authorize/v2"_s));
    QCOMPARE(frameio.endpoints.token, QUrl(u"https://ims-na1.adobelogin.com/ims/token/v3"_s));
    QCOMPARE(frameio.endpoints.revocation, QUrl(u"https://ims-na1.adobelogin.com/ims/revoke"_s));
    QCOMPARE(frameio.endpoints.api, QUrl(u"https://api.frame.io/v4"_s));
    const Quirks &quirks = frameio.quirks;
    QVERIFY(!quirks.scopeAtExchange && !quirks.scopeAtRefresh && !quirks.stateAtExchange);
    QVERIFY(quirks.clientIdInQuery && !quirks.expiresInMilliseconds);
    QVERIFY(quirks.scopeSource == ScopeSource::Payload);
    QCOMPARE(quirks.promptForPerson, u"login"_s);
    QCOMPARE(frameio.defaultScope, QStringList({u"openid"_s, u"email"_s, u"profile"_s, u"offline_access"_s,
                                                u"additional_info.roles"_s}));
    QCOMPARE(frameio.offlineScope, u"offline_access"_s);
    QCOMPARE(frameio.defaultRedirectUri, u"https://localhost:8910/callback"_s);
    QCOMPARE(frameio.consoleUrl, u"https://developer.adobe.com/console"_s);
    QCOMPARE(frameio.unusedDays, 14);
}

void ProviderTest::frameio_hasItsCredentialTypes()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    QStringList found;
    for (const CredentialType &type : catalogue.find(u"frameio"_s)->credentialTypes) {
        found += u"%1 %2 %3 %4"_s.arg(type.name)
                     .arg(type.clientAuthentication == ClientAuthentication::Basic)
                     .arg(type.promisesRenewal)
                     .arg(type.redirectUri);
        QVERIFY(!type.registerSteps.isEmpty());
    }
    QCOMPARE(found,
             QStringList({u"Web App 1 1 https://localhost:8910/callback"_s,
                          u"Single Page App 0 0 https://localhost:8910/callback"_s, u"Native App 0 0 "_s}));
}

void ProviderTest::frameio_explainsRefusals()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    QSet<Failure::Detail> causes;
    for (const RefusalCause &cause : catalogue.find(u"frameio"_s)->accountRefusedCauses)
        causes.insert(cause.cause);
    using Detail = Failure::Detail;
    QCOMPARE(causes, QSet<Detail>({Detail::ScopeMissing, Detail::NotLinked, Detail::NoProductProfile,
                                   Detail::AccountLocked}));
}

void ProviderTest::scopeThatTheServerAdds_hasWordsAndCannotBeChosen()
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    const Provider &frameio = *catalogue.find(u"frameio"_s);
    QVERIFY(frameio.addsByItself(u"AdobeID"_s));
    QVERIFY(!frameio.addsByItself(u"openid"_s));
    QVERIFY(!frameio.wordsFor(u"AdobeID"_s).isEmpty());
    QVERIFY(!tokensOf(frameio).contains(u"AdobeID"_s));
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

static const TestCase<ProviderTest> testCase("provider");

} // namespace framekey::test

#include "tst_provider.moc"
