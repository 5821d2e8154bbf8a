// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace framekey
{

/// One link of the chain from the settings to a token in a script's hand.
enum class ChainLink {
    Settings,
    Keychain,
    ClientSecret,
    Network,       ///< to the authorization server, with DNS, proxy and TLS
    TokenEndpoint, ///< the same to the token endpoint's host, where that is another
    Api,           ///< the same to the service itself, where that is another host
    Clock,
    Browser,
    Redirect,
    SignIn,
    Renewal,
    Lasting, ///< how long a sign-in goes on
    Scopes,
    Window, ///< that the person can be asked in
};
enum class ChainState { Good, Warn, Bad };

/// What came of trying one. Holds no sentence and no secret.
struct ChainFinding {
    ChainLink link = ChainLink::Settings;
    ChainState state = ChainState::Good;
    std::optional<Failure> failure = std::nullopt; ///< why, where the words are a failure's
    QString subject = {};                          ///< host, proxy, scope, seconds, … by link
    std::optional<QDateTime> until = std::nullopt; ///< UTC
};

} // namespace framekey
