// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace framekey
{

/// One order to the running Framekey: one line of JSON, ended by a line feed.
struct AgentRequest {
    enum class Order {
        Show,     ///< add what is named below, and bring the window up
        Add,      ///< the same without the window
        TakeOver, ///< leave, so that one with a display can be the owner; refused by one that has a window
        Redirect, ///< take the address a browser was redirected to; refused where it is not awaited
    };

    Order order = Order::Show;
    QByteArray activationToken; ///< lets the window come to the front (XDG_ACTIVATION_TOKEN); may be empty
    QString envFile;       ///< absolute path of a `.env` to import (`framekey-app --env-file`); may be empty
    bool practice = false; ///< add a practice account where there is none
    Secret address = {};   ///< of Redirect: the whole one; it may hold a code
    bool endsMemory = false; ///< of TakeOver: the person agreed that a sign-in in memory ends
};

/// The longest request in bytes, its line feed not counted: the longest address fits in it.
inline constexpr qsizetype longestAgentRequest = 12288;

/// None for anything that is not exactly one request.
[[nodiscard]] std::optional<AgentRequest> parseAgentRequest(const QByteArray &line);
[[nodiscard]] QByteArray formatAgentRequest(const AgentRequest &request);

} // namespace framekey
