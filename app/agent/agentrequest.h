// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace framekey
{

/// One order to the running Framekey: one line of JSON, ended by a line feed.
struct AgentRequest {
    enum class Order { Show };

    Order order = Order::Show;
    QByteArray activationToken; ///< lets the window come to the front (XDG_ACTIVATION_TOKEN); may be empty
    QString envFile; ///< absolute path of a `.env` to import (`framekey-app --env-file`); may be empty
};

/// The longest request in bytes, its line feed not counted.
inline constexpr qsizetype longestAgentRequest = 8192;

/// None for anything that is not exactly one request.
[[nodiscard]] std::optional<AgentRequest> parseAgentRequest(const QByteArray &line);
[[nodiscard]] QByteArray formatAgentRequest(const AgentRequest &request);

/// The answers, each one line.
inline constexpr const char *agentDone = "{\"version\":1,\"ok\":true}\n";
inline constexpr const char *agentRefused = "{\"version\":1,\"ok\":false}\n";

} // namespace framekey
