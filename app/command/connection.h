// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secret.h"

#include <chrono>
#include <expected>
#include <optional>
#include <string>

namespace framekey::command
{

/// Until when something may take; none: as long as it takes.
using Deadline = std::optional<std::chrono::steady_clock::time_point>;
/// For poll(2): at least 0, -1 for no deadline.
[[nodiscard]] int millisecondsTo(const Deadline &deadline);

/// One request to the app and one answer (docs/socket.md). Who listens is looked at before anything is sent.
class Connection
{
public:
    enum class Failure {
        Nobody,  ///< nothing listens there
        Foreign, ///< another user listens there, or may not be reached
        Busy,    ///< it was closed without an answer, or too many wait
        TooLate, ///< the deadline
        TooLong, ///< the answer is longer than one may be
    };

    static std::expected<Connection, Failure> open(const std::string &path, const Deadline &deadline = {});
    ~Connection();
    Connection(Connection &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    Connection &operator=(Connection &&) = delete;

    [[nodiscard]] std::expected<void, Failure> send(std::string_view line);
    /// The answer, with its line feed.
    [[nodiscard]] std::expected<Secret, Failure> receive(const Deadline &deadline);
    /// Whether something of the answer is there by then.
    [[nodiscard]] bool answersWithin(std::chrono::milliseconds time, const Deadline &deadline) const;
    /// For poll(2): readable when there is something of the answer.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    explicit Connection(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace framekey::command
