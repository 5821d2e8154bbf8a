// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/statusdocument.h"

#include "agent/wirewords.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>

namespace framekey
{

namespace
{

using State = SessionSnapshot::State;
constexpr WireWords<State, 8> states{{{State::Starting, "starting"},
                                      {State::SignedOut, "signed-out"},
                                      {State::SigningIn, "signing-in"},
                                      {State::SignedIn, "signed-in"},
                                      {State::Renewing, "renewing"},
                                      {State::SignInNeeded, "sign-in-needed"},
                                      {State::Offline, "offline"},
                                      {State::KeychainLocked, "keychain-locked"}}};

QString problemKind(Failure::Kind kind)
{
    switch (kind) {
    case Failure::Kind::Denied:
    case Failure::Kind::Cancelled:
        return QStringLiteral("denied");
    case Failure::Kind::TimedOut:
    case Failure::Kind::Expired:
        return QStringLiteral("expired");
    case Failure::Kind::Network:
        return QStringLiteral("network");
    case Failure::Kind::Server:
        return QStringLiteral("server");
    case Failure::Kind::Protocol:
        return QStringLiteral("protocol");
    case Failure::Kind::Storage:
        return QStringLiteral("keychain");
    case Failure::Kind::Client:
    case Failure::Kind::Settings:
        break;
    }
    return QStringLiteral("settings");
}

QJsonValue instantOrNull(const std::optional<QDateTime> &instant)
{
    return instant ? QJsonValue(wireInstant(*instant)) : QJsonValue();
}

} // namespace

QJsonValue personOrNull(const std::optional<Person> &person)
{
    if (!person)
        return {};
    return QJsonObject{{QStringLiteral("name"), person->name}, {QStringLiteral("email"), person->email}};
}

QJsonValue scopesOrNull(const std::optional<QStringList> &scopes)
{
    return scopes ? QJsonValue(QJsonArray::fromStringList(*scopes)) : QJsonValue();
}

QString wireInstant(const QDateTime &instant)
{
    // Every token is given with one, and QDateTime::toString costs more than the rest of its line.
    const auto seconds = static_cast<std::time_t>(instant.toSecsSinceEpoch());
    std::tm utc{};
    std::array<char, 32> text{};
    if (::gmtime_r(&seconds, &utc) == nullptr)
        return {};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(length));
}

QJsonObject expiryOf(const AccessToken &token, const QString &account)
{
    const auto left = std::chrono::floor<std::chrono::seconds>(token.remaining);
    return {{QStringLiteral("account"), account},
            {QStringLiteral("expiresAt"), wireInstant(token.expiresAt)},
            {QStringLiteral("expiresIn"), qint64(left.count())}};
}

std::optional<Failure> problemOf(const SessionSnapshot &session)
{
    for (const auto &problem :
         {session.problem, session.storageProblem, session.clientSecretProblem, session.personProblem}) {
        if (problem)
            return problem;
    }
    return std::nullopt;
}

QJsonObject accountStatus(const SessionSnapshot &session, bool isDefault, const AgentAdvice &advice,
                          const QDateTime &now)
{
    const auto problem = problemOf(session);
    const bool inMemory = session.storage == SessionSnapshot::Storage::Memory;
    QJsonValue expiresIn;
    if (session.expiresAt)
        expiresIn = std::max<qint64>(now.secsTo(*session.expiresAt), 0);
    QJsonValue shownProblem;
    if (problem)
        shownProblem = QJsonObject{{QStringLiteral("kind"), problemKind(problem->kind)},
                                   {QStringLiteral("message"), advice.problem},
                                   {QStringLiteral("next"), advice.next}};
    return {{QStringLiteral("id"), session.accountId},
            {QStringLiteral("name"), session.accountName},
            {QStringLiteral("provider"), session.providerId},
            {QStringLiteral("default"), isDefault},
            {QStringLiteral("state"), wordOf(states, session.state)},
            {QStringLiteral("pending"), session.pending},
            {QStringLiteral("person"), personOrNull(session.person)},
            {QStringLiteral("requestedScopes"), QJsonArray::fromStringList(session.requestedScope)},
            {QStringLiteral("grantedScopes"), scopesOrNull(session.grantedScope)},
            {QStringLiteral("expiresAt"), instantOrNull(session.expiresAt)},
            {QStringLiteral("expiresIn"), expiresIn},
            {QStringLiteral("renewsAt"), instantOrNull(session.renewsAt)},
            {QStringLiteral("storage"), inMemory ? QStringLiteral("memory") : QStringLiteral("keychain")},
            {QStringLiteral("problem"), shownProblem}};
}

} // namespace framekey
