// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace framekey
{

/// What the running Framekey says to an order: one line of JSON, ended by a line feed.
struct AgentAnswer {
    enum class Refusal {
        None,          ///< it was done
        NotUnderstood, ///< that was no order
        Faulty,        ///< what was to be added is wrong; `problem` says how
        NoWindow,      ///< of Show: it has no display
        HasWindow,     ///< of TakeOver: it has one itself
        Busy,          ///< of TakeOver: a token is being renewed or stored; soon it will not be
        MemoryOnly,    ///< of TakeOver: it holds a sign-in that is not in the keychain
        NotAwaited,    ///< of Redirect: no sign-in waits for this address, and nothing has changed
    };

    Refusal refusal = Refusal::None;
    QString problem; ///< one sentence for standard error, without secrets; may be empty

    [[nodiscard]] bool isDone() const { return refusal == Refusal::None; }
};

/// The longest `problem`, in characters; a longer one is cut.
inline constexpr qsizetype longestProblem = 300;

/// None for anything that is not exactly one answer. What could move a terminal's cursor is left out of the
/// problem.
[[nodiscard]] std::optional<AgentAnswer> parseAgentAnswer(const QByteArray &line);
[[nodiscard]] QByteArray formatAgentAnswer(const AgentAnswer &answer);

} // namespace framekey
