// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

namespace framekey::samples
{

namespace
{

using Detail = Failure::Detail;

AccountView ofFrameio(AccountView view)
{
    view.provider = catalogue().find(QStringLiteral("frameio"));
    view.scope = view.provider->defaultScope;
    view.snapshot.accountName = view.provider->name;
    view.snapshot.providerId = view.provider->id;
    view.snapshot.providerName = view.provider->name;
    view.snapshot.requestedScope = view.scope;
    if (view.snapshot.grantedScope)
        view.snapshot.grantedScope = QStringList{QStringLiteral("AdobeID")} + view.scope;
    return view;
}

AccountView renewed()
{
    AccountView view = ofFrameio(signedIn());
    view.snapshot.unusedUntil = now().addDays(14);
    return view;
}

AccountView refused(Detail cause, int status, const QString &code)
{
    AccountView view = renewed();
    view.snapshot.person.reset();
    view.snapshot.personProblemAt = now().addSecs(-60);
    view.snapshot.personProblem = Failure{.stage = Failure::Stage::AccountRequest,
                                          .kind = Failure::Kind::Client,
                                          .detail = cause,
                                          .serverCode = code,
                                          .httpStatus = status};
    return view;
}

} // namespace

QList<Sample> frameio()
{
    AccountView untold = ofFrameio(signedIn());
    untold.snapshot.grantedScope.reset();
    untold.snapshot.renewable = false;
    untold.snapshot.renewsAt.reset();
    untold.snapshot.lastRenewedAt.reset();
    return {{QStringLiteral("v4-signed-out"), ofFrameio(signedOut())},
            {QStringLiteral("v4-signed-in"), renewed()},
            {QStringLiteral("v4-no-renewal-untold"), untold},
            {QStringLiteral("v4-refused"),
             refused(Detail::AccountRefused, 401, QStringLiteral("HTTP 401: Not Authorized"))},
            {QStringLiteral("v4-refused-403"),
             refused(Detail::AccountRefused, 403, QStringLiteral("HTTP 403: Forbidden"))},
            {QStringLiteral("v4-refused-scope"),
             refused(Detail::ScopeMissing, 401, QStringLiteral("HTTP 401: The access token lacks a scope."))},
            {QStringLiteral("v4-refused-not-linked"),
             refused(Detail::NotLinked, 401, QStringLiteral("HTTP 401: The Adobe ID is not linked."))},
            {QStringLiteral("v4-refused-profile"),
             refused(Detail::NoProductProfile, 401, QStringLiteral("HTTP 401: No product profile."))},
            {QStringLiteral("v4-refused-locked"),
             refused(Detail::AccountLocked, 403, QStringLiteral("HTTP 403: The account is locked."))}};
}

} // namespace framekey::samples
