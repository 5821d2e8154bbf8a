// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/giventoken.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace framekey
{

/// What the running Framekey says to an order: one line of JSON, ended by a line feed (docs/socket.md).
struct AgentAnswer {
    enum class Refusal {
        None,          ///< it was done
        NotUnderstood, ///< that was no order
        Faulty,        ///< what was given is wrong; `problem` says how
        NoAccount,     ///< none of this name, or none at all
        SignInNeeded,  ///< only the person can help
        Cancelled,     ///< the person denied or cancelled
        Keychain,      ///< locked or absent
        TryLater,      ///< network, server, too many callers
        Refused,       ///< the person did not allow it, or could not be asked
        NoWindow,      ///< of Show: it has no display
        HasWindow,     ///< of TakeOver: it has one itself
        Busy,          ///< of TakeOver: a token is being renewed or stored; soon it will not be
        MemoryOnly,    ///< of TakeOver: it holds a sign-in that is not in the keychain
        NotAwaited,    ///< of Redirect: no sign-in waits for this address, and nothing has changed
        Failed,        ///< anything else
    };

    Refusal refusal = Refusal::None;
    QString problem = {};                 ///< one sentence for standard error, without secrets; may be empty
    QString next = {};                    ///< what to do: a command or a sentence; may be empty
    QJsonObject content = {};             ///< what the order's answer holds besides
    std::optional<GivenToken> given = {}; ///< of Token, where it was done: all that it holds

    [[nodiscard]] bool isDone() const { return refusal == Refusal::None; }
};

/// The longest `problem` and `next`, in characters; longer ones are cut.
inline constexpr qsizetype longestProblem = 300;
/// The longest answer in bytes: it fits into a socket's buffer, so that no caller can make anybody wait.
inline constexpr qsizetype longestAgentAnswer = 131072;

/// None for anything that is not exactly one answer. What could move a terminal's cursor is left out of the
/// sentences. A token stays unread.
[[nodiscard]] std::optional<AgentAnswer> parseAgentAnswer(const QByteArray &line);
/// The line with its line feed; secret where it holds a token.
[[nodiscard]] Secret formatAgentAnswer(const AgentAnswer &answer);

} // namespace framekey
