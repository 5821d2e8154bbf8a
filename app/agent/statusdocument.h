// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/agentwording.h"
#include "session/sessionsnapshot.h"
#include "session/tokencallers.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace framekey
{

/// What is wrong with an account, the gravest first: the sign-in, what keeps it, who it is.
[[nodiscard]] std::optional<Failure> problemOf(const SessionSnapshot &session);

/// One account as `framekey status --json` prints it (design, section 6). `advice` is about `problemOf`.
[[nodiscard]] QJsonObject accountStatus(const SessionSnapshot &session, bool isDefault,
                                        const AgentAdvice &advice, const QDateTime &now);

[[nodiscard]] QJsonValue personOrNull(const std::optional<Person> &person);
[[nodiscard]] QJsonValue scopesOrNull(const std::optional<QStringList> &scopes);
/// An instant as it stands on the socket: RFC 3339, UTC, to the second.
[[nodiscard]] QString wireInstant(const QDateTime &instant);
/// Whose access token it is and until when; never the token itself.
[[nodiscard]] QJsonObject expiryOf(const AccessToken &token, const QString &account);

} // namespace framekey
