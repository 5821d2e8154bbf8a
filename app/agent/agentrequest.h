// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace framekey
{

/// One order to the running Framekey: one line of JSON, ended by a line feed (docs/socket.md).
struct AgentRequest {
    enum class Order {
        Token,
        Status,
        SignIn,
        Await, ///< until no sign-in is under way
        Paste, ///< the address that the browser ended at
        Cancel,
        SignOut,
        Refresh,
        Show, ///< add what is named below, and bring the window up
        Add,  ///< the same without the window
        Remove,
        Rename,
        Default,
        Check,    ///< will it last?
        Doctor,   ///< what is wrong?
        Report,   ///< the same for others to read: what there is and what happened
        TakeOver, ///< leave, so that one with a display can be the owner; refused by one that has a window
        Redirect, ///< take the address a browser was redirected to; refused where it is not awaited
    };

    Order order = Order::Show;
    QString account = {};                             ///< name or id; empty: the default
    std::chrono::seconds minValid = defaultMinValid;  ///< of Token: what it has to live at least
    bool force = false;                               ///< of Token: renew first
    bool wait = false;                                ///< of Token: for the person to sign in
    bool mayAsk = true;                               ///< of Token: the person, where each use is asked about
    QString name = {};                                ///< of Token: what the caller calls itself;
                                                      ///< of Add and Rename: of the account
    std::optional<QStringList> scopes = std::nullopt; ///< of SignIn and Check
    bool again = false;                               ///< of SignIn: also where somebody is signed in
    bool browser = true;                              ///< of SignIn: opened here
    Secret text = {};                                 ///< of Paste; may hold a code
    std::optional<std::chrono::seconds> seconds = std::nullopt; ///< of Check: how long it has to last
    QByteArray activationToken =
        {};                ///< lets the window come to the front (XDG_ACTIVATION_TOKEN); may be empty
    QString envFile = {};  ///< absolute path of a `.env` to import (`framekey-app --env-file`); may be empty
    bool practice = false; ///< add a practice account where there is none
    bool endsMemory = false; ///< of TakeOver: the person agreed that a sign-in in memory ends
    Secret address = {};     ///< of Redirect: the whole one; it may hold a code

    static constexpr std::chrono::seconds defaultMinValid{60};
};

/// The longest request in bytes, its line feed not counted: the longest redirect address fits in it.
inline constexpr qsizetype longestAgentRequest = 8192;

/// None for anything that is not exactly one request.
[[nodiscard]] std::optional<AgentRequest> parseAgentRequest(const QByteArray &line);
/// What has its default is left out.
[[nodiscard]] QByteArray formatAgentRequest(const AgentRequest &request);

} // namespace framekey
