// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"

#include <QDate>
#include <QList>
#include <QString>

#include <expected>

namespace framekey
{

/// One scope token with plain words for the person who has to choose.
struct ScopeWords {
    QString token;
    QString words; ///< "Read assets"; English as in the data, shown through `tr`
    QString group; ///< heading for a long list: "Assets"; may be empty
};

/// One kind of client that the provider lets one register, for the form.
struct CredentialType {
    QString id;
    QString name;  ///< the provider's own word: "Web App"
    QString words; ///< what it means for the person
    ClientAuthentication clientAuthentication = ClientAuthentication::None;
    QString redirectUri; ///< empty: the provider assigns one
    bool promisesRenewal = false;
    QStringList registerSteps; ///< one sentence each
};

/// One service to sign in to, wholly data (`resources/providers/*.json`): nothing in code asks for its id.
struct Provider {
    QString id;         ///< "frameio-legacy"
    QString name;       ///< "Frame.io Legacy"
    QString version;    ///< of its API, as people call it: "V4"; may be empty
    QString signInName; ///< where another than the service itself signs people in: "Adobe"
    Endpoints endpoints;
    QString issuer;
    Quirks quirks;
    QList<ScopeWords> catalogue;
    QList<ScopeWords> addedScopes; ///< granted without being asked for; not to be chosen
    QStringList defaultScope;
    QString offlineScope; ///< the scope token that asks for a refresh token
    int unusedDays = 0;   ///< how long a sign-in lasts without renewal; 0: not known
    QString defaultRedirectUri;
    QString defaultClientId; ///< practice only: nothing has to be registered
    QString consoleUrl;      ///< where a client is registered; may be empty
    QString registerHint;    ///< one sentence for the form
    QDate lastDay;           ///< after it the service is gone; null: none is known
    QString successor;       ///< id of the provider that comes after it; may be empty
    QList<CredentialType> credentialTypes;
    QList<RefusalCause> accountRefusedCauses;
    bool runsLocally = false;       ///< practice: its endpoints come from the server this program starts
    bool endpointsEditable = false; ///< custom: the form asks for the endpoints

    /// "Frame.io (V4)": where two versions have to be told apart.
    [[nodiscard]] QString nameWithVersion() const;
    [[nodiscard]] QString wordsFor(const QString &scopeToken) const;
    /// Where a person sees to a refused account request; empty: nowhere.
    [[nodiscard]] QString helpFor(Failure::Detail cause) const;
    [[nodiscard]] bool addsByItself(const QString &scopeToken) const;
};

/// All providers, in the order the form offers them.
class ProviderCatalogue
{
public:
    /// Reads the data built into the program. A fault in it is the developers', so an empty list is never
    /// returned.
    static ProviderCatalogue builtIn();
    /// One provider's file; the error names the field. Made for the tests and the fuzzer too.
    static std::expected<Provider, QString> parse(const QByteArray &json);

    [[nodiscard]] const QList<Provider> &providers() const { return m_providers; }
    /// Null where there is none of this id. Owned by the catalogue.
    [[nodiscard]] const Provider *find(const QString &id) const;
    /// The provider with this token endpoint; null where there is none.
    [[nodiscard]] const Provider *findByTokenEndpoint(const QUrl &token) const;

private:
    QList<Provider> m_providers;
};

} // namespace framekey
