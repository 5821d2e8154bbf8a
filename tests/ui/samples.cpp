// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

namespace framekey::samples
{

namespace
{

using State = SessionSnapshot::State;
using Stage = Failure::Stage;
using Kind = Failure::Kind;
using Detail = Failure::Detail;
using Receipt = SessionSnapshot::Receipt;

const Person ana{QStringLiteral("1"), QStringLiteral("Ana Lima"), QStringLiteral("ana@northlight.example")};
const Person ben{QStringLiteral("2"), QStringLiteral("Ben Okafor"), QStringLiteral("ben@northlight.example")};

QDateTime inMinutes(int minutes)
{
    return now().addSecs(60LL * minutes);
}

AccountView account(State state)
{
    AccountView view;
    view.provider = catalogue().find(QStringLiteral("frameio-legacy"));
    view.scope = {QStringLiteral("account.read"), QStringLiteral("asset.read"), QStringLiteral("offline"),
                  QStringLiteral("comment.create")};
    view.snapshot.accountId = QStringLiteral("a");
    view.snapshot.accountName = QStringLiteral("Frame.io Legacy");
    view.snapshot.providerId = view.provider->id;
    view.snapshot.providerName = view.provider->name;
    view.snapshot.requestedScope = view.scope;
    view.snapshot.state = state;
    view.scripts.api = view.provider->endpoints.api;
    return view;
}

AccountView held(State state)
{
    AccountView view = account(state);
    view.snapshot.person = ana;
    view.snapshot.grantedScope = view.scope.mid(0, 3);
    view.snapshot.expiresAt = inMinutes(42);
    view.snapshot.renewsAt = inMinutes(30);
    view.snapshot.lastRenewedAt = inMinutes(-18);
    view.snapshot.renewable = true;
    return view;
}

AccountView ended(const std::optional<Failure> &problem)
{
    AccountView view = held(State::SignInNeeded);
    view.snapshot.expiresAt = inMinutes(-4);
    view.snapshot.renewsAt.reset();
    view.snapshot.problem = problem;
    view.snapshot.problemAt = inMinutes(-4);
    return view;
}

AccountView withProblem(AccountView view, const Failure &problem)
{
    view.snapshot.problem = problem;
    view.snapshot.problemAt = inMinutes(-1);
    return view;
}

AccountView receipt(Receipt::Revocation revocation)
{
    AccountView view = signedOut();
    view.snapshot.receipt =
        Receipt{.revocation = revocation, .accessTokenUntil = inMinutes(42), .problem = {}};
    return view;
}

AccountView waitingChanged(void (*change)(SessionSnapshot::Waiting &))
{
    AccountView view = waiting();
    change(*view.snapshot.waiting);
    return view;
}

QList<Sample> outside()
{
    AccountView practice = signedOut();
    practice.provider = catalogue().find(QStringLiteral("practice"));
    const Failure denied{.stage = Stage::AuthorizationServer,
                         .kind = Kind::Denied,
                         .serverCode = QStringLiteral("access_denied")};
    const Failure port{.stage = Stage::Listening,
                       .kind = Kind::Settings,
                       .detail = Detail::PortTaken,
                       .subject = QStringLiteral("8910")};
    return {{QStringLiteral("starting"), account(State::Starting)},
            {QStringLiteral("signed-out"), signedOut()},
            {QStringLiteral("signed-out-practice"), practice},
            {QStringLiteral("signed-out-denied"), withProblem(signedOut(), denied)},
            {QStringLiteral("signed-out-port-taken"), withProblem(signedOut(), port)},
            {QStringLiteral("receipt-revoked"), receipt(Receipt::Revocation::Revoked)},
            {QStringLiteral("receipt-unread"), receipt(Receipt::Revocation::Unread)},
            {QStringLiteral("receipt-unsupported"), receipt(Receipt::Revocation::Unsupported)}};
}

QList<Sample> waitings()
{
    return {{QStringLiteral("waiting"), waiting()},
            {QStringLiteral("waiting-no-browser"),
             waitingChanged([](SessionSnapshot::Waiting &it) { it.browserOpened = false; })},
            {QStringLiteral("waiting-paste"), waitingChanged([](SessionSnapshot::Waiting &it) {
                 it.listening = false;
                 it.redirectKind = RedirectUri::Kind::Paste;
                 it.pasteProblem = Failure{.stage = Stage::AuthorizationServer,
                                           .kind = Kind::Protocol,
                                           .detail = Detail::StateMismatch};
             })},
            {QStringLiteral("finishing"),
             waitingChanged([](SessionSnapshot::Waiting &it) { it.finishing = true; })},
            {QStringLiteral("finishing-storing"), waitingChanged([](SessionSnapshot::Waiting &it) {
                 it.finishing = true;
                 it.canCancel = false;
             })}};
}

QList<Sample> inside()
{
    AccountView memory = signedIn();
    memory.snapshot.storage = SessionSnapshot::Storage::Memory;
    memory.snapshot.storageProblem =
        Failure{.stage = Stage::Storage, .kind = Kind::Storage, .detail = Detail::KeychainLocked};
    AccountView secret = signedIn();
    secret.snapshot.clientSecretProblem = memory.snapshot.storageProblem;
    AccountView question = signedIn();
    question.snapshot.pending = true;
    question.snapshot.question =
        SessionSnapshot::PersonQuestion{.current = ana, .other = ben, .until = inMinutes(10)};
    AccountView pending = signedIn();
    pending.snapshot.pending = true;
    pending.snapshot.waiting = waiting().snapshot.waiting;
    AccountView unknown = signedIn();
    unknown.snapshot.person.reset();
    unknown.snapshot.renewable = false;
    unknown.snapshot.renewsAt.reset();
    const Failure trouble{.stage = Stage::Refresh, .kind = Kind::Server, .httpStatus = 503};
    return {{QStringLiteral("signed-in"), signedIn()},
            {QStringLiteral("renewing"), held(State::Renewing)},
            {QStringLiteral("signed-in-problem"), withProblem(signedIn(), trouble)},
            {QStringLiteral("signed-in-memory"), memory},
            {QStringLiteral("signed-in-secret-in-memory"), secret},
            {QStringLiteral("signed-in-not-confirmed"), unknown},
            {QStringLiteral("reauthorizing"), pending},
            {QStringLiteral("person-question"), question}};
}

AccountView withEnd(AccountView view, const QDateTime &at)
{
    AccountSettings settings;
    settings.provider = view.provider->id;
    view.end = ServiceEnd::of(settings, catalogue(), at);
    return view;
}

QList<Sample> serviceEnds()
{
    const Failure gone{.stage = Stage::Refresh, .kind = Kind::Server, .httpStatus = 404};
    const Failure expired{
        .stage = Stage::Refresh, .kind = Kind::Expired, .serverCode = QStringLiteral("invalid_grant")};
    const QDateTime after = now().addDays(30);
    AccountView refused = signedIn();
    refused.snapshot.personProblemAt = now().addSecs(-60);
    refused.snapshot.personProblem = Failure{.stage = Stage::AccountRequest,
                                             .kind = Kind::Client,
                                             .detail = Detail::AccountRefused,
                                             .serverCode = QStringLiteral("HTTP 403: Gone"),
                                             .httpStatus = 403};
    return {{QStringLiteral("legacy-end"), withEnd(signedIn(), now())},
            {QStringLiteral("legacy-end-signed-out"), withEnd(signedOut(), now())},
            {QStringLiteral("legacy-ended"), withEnd(signedIn(), after)},
            {QStringLiteral("legacy-ended-failure"), withEnd(withProblem(signedIn(), gone), after)},
            {QStringLiteral("legacy-ended-refused"), withEnd(refused, after)},
            {QStringLiteral("legacy-ended-sign-in-again"), withEnd(ended(expired), after)}};
}

QList<Sample> endings()
{
    AccountView offline = held(State::Offline);
    offline.snapshot.expiresAt = inMinutes(-3);
    offline.snapshot.renewsAt = inMinutes(2);
    const Failure lost{.stage = Stage::Refresh,
                       .kind = Kind::Network,
                       .detail = Detail::HostNotFound,
                       .subject = QStringLiteral("applications.frame.io")};
    AccountView locked = account(State::KeychainLocked);
    locked.snapshot.problem =
        Failure{.stage = Stage::Storage, .kind = Kind::Storage, .detail = Detail::KeychainLocked};
    return {{QStringLiteral("sign-in-again"), ended(Failure{.stage = Stage::Refresh,
                                                            .kind = Kind::Expired,
                                                            .serverCode = QStringLiteral("invalid_grant")})},
            {QStringLiteral("sign-in-again-not-renewable"),
             ended(Failure{.stage = Stage::Refresh, .kind = Kind::Expired, .detail = Detail::NotRenewable})},
            {QStringLiteral("offline"), withProblem(offline, lost)},
            {QStringLiteral("keychain-locked"), locked}};
}

} // namespace

QDateTime now()
{
    return {QDate(2026, 11, 24), QTime(13, 23, 10), Qt::UTC};
}

const ProviderCatalogue &catalogue()
{
    static const ProviderCatalogue builtIn = ProviderCatalogue::builtIn();
    return builtIn;
}

AccountView signedOut()
{
    AccountView view = account(State::SignedOut);
    view.scope.removeLast();
    return view;
}

AccountView waiting()
{
    AccountView view = account(State::SigningIn);
    view.snapshot.waiting = SessionSnapshot::Waiting{
        .authorizationUrl = QUrl(QStringLiteral(
            "https://applications.frame.io/oauth2/auth?response_type=code&client_id=5f1c0a8e&scope=offline"
            "&state=Zm9yZ2V0IG1l&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw")),
        .until = inMinutes(5),
        .redirectUri = {},
        .certificateEnds = {},
        .pasteProblem = {}};
    return view;
}

AccountView signedIn()
{
    return held(State::SignedIn);
}

QList<AccountRow> accountRows()
{
    const QList<std::pair<QString, AccountView>> accounts{
        {QStringLiteral("Frame.io Legacy"), signedIn()},
        {QStringLiteral("night jobs"), signedOut()},
        {QStringLiteral("a name that somebody gave without a thought for lists"), ended(std::nullopt)},
        {QStringLiteral("studio"), held(State::Offline)},
        {QStringLiteral("עבודה"), held(State::Renewing)},
        {QStringLiteral("client reviews"), withProblem(signedIn(), Failure{.kind = Kind::Server})},
        {QStringLiteral("laptop"), account(State::KeychainLocked)}};
    QList<AccountRow> rows;
    for (const auto &[name, view] : accounts) {
        AccountRow row = AccountRow::of(view.snapshot);
        row.id = QString::number(rows.size());
        row.name = name;
        row.isDefault = rows.size() == 1;
        rows += row;
    }
    return rows;
}

QList<Sample> all()
{
    return outside() + waitings() + handOvers() + lates() + inside() + endings() + serviceEnds() + frameio();
}

} // namespace framekey::samples
