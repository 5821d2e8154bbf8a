// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientauthentication.h"
#include "oauth/failure.h"
#include "oauth/redirectcertificatefiles.h"

#include <QList>
#include <QStringList>
#include <QUrl>

namespace framekey
{

/// The endpoints of one authorization server and of the API its tokens are for.
/// `revocation` may be empty: then nothing can be revoked.
struct Endpoints {
    QUrl authorization;
    QUrl token;
    QUrl revocation;
    /// With its version: `https://api.frame.io/v2`. Empty: nobody can be asked who signed in.
    QUrl api;

    friend bool operator==(const Endpoints &, const Endpoints &) = default;
};

/// Where it is told which scope was granted.
enum class ScopeSource {
    Answer,  ///< the token answer; left out there: what was asked for (RFC 6749 5.1)
    Payload, ///< the answer, else the payload of a JWT-shaped access token; only to be shown
    None,    ///< nowhere
};

/// What a server does differently from RFC 6749, as named switches out of the provider's data.
struct Quirks {
    bool scopeAtExchange = false; ///< Frame.io Legacy: the code exchange also carries `scope`
    bool stateAtExchange = false; ///< Frame.io Legacy: … and `state`
    bool scopeAtRefresh = false;  ///< Frame.io Legacy: the refresh request carries `scope`
    /// RFC 7009 2.1 lets a server end the whole grant with one token. Only where this is set are the
    /// tokens that a re-authorization replaces revoked.
    bool revocationSparesNewGrant = false;
    bool clientIdInQuery = false;       ///< Adobe: the token endpoint wants a public client's id in its query
    bool expiresInMilliseconds = false; ///< `expires_in` does not count seconds
    QString promptForPerson = {}; ///< `prompt` (OpenID Connect 3.1.2.1) that lets another person sign in
    QChar scopeSeparator = u' ';
    ScopeSource scopeSource = ScopeSource::Answer;

    friend bool operator==(const Quirks &, const Quirks &) = default;
};

/// What it means when the account request is refused with this status and a text with any of these pieces in
/// it, whatever their case.
struct RefusalCause {
    int status = 0;
    QStringList contains;
    Failure::Detail cause = Failure::Detail::AccountRefused;
    QString helpUrl = {}; ///< where a person sees to it; may be empty

    friend bool operator==(const RefusalCause &, const RefusalCause &) = default;
};

/// Everything a sign-in needs to know of its client and server, checked and complete.
struct ClientRegistration {
    QString clientId;
    ClientAuthentication authentication = ClientAuthentication::None;
    QString redirectUri;                          ///< as registered; port 0 stands for "any free one"
    RedirectCertificateFiles redirectCertificate; ///< of an https redirect on this computer
    QStringList requestedScope;
    Endpoints endpoints;
    QString issuer; ///< where known, `iss` must equal it (RFC 9207)
    QString caFile; ///< further trusted certificates (PEM); empty: only the system's
    Quirks quirks;
    QList<RefusalCause> accountRefusedCauses = {};
    int unusedDays = 0; ///< how long a sign-in lasts without renewal; 0: not known

    friend bool operator==(const ClientRegistration &, const ClientRegistration &) = default;
};

/// Where a token or revocation request of this client goes: the endpoint, with `client_id` in its query where
/// a public client's server wants it there.
[[nodiscard]] QUrl requestUrl(const ClientRegistration &client, const QUrl &endpoint);

/// What is wrong with an endpoint's address; `None` for a good one.
enum class EndpointFault { None, Blank, Malformed, NotHttps, UserInfo, Fragment };

/// https everywhere, http on loopback only; no user info, no fragment (RFC 6749 3.1, T8).
[[nodiscard]] EndpointFault checkEndpoint(const QString &address);
[[nodiscard]] bool isLoopbackHost(const QString &host);

} // namespace framekey
