// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"
#include "jsonline.h"
#include "socketplace.h"
#include "trouble.h"

#include <expected>
#include <functional>

namespace framekey::command
{

/// How an order is put to the app.
struct Manner {
    bool mayStart = true; ///< the app, where it does not run
    /// Whether the order does no harm when it is carried out twice: then it is put again where the app went
    /// away before it answered.
    bool mayRepeat = false;
    Deadline deadline = {};
    /// Called where an answer takes longer than a second; may be empty.
    std::function<void()> whenSilent = {};
};

/// A connection to the running app, which is started first where it does not run and `manner` allows that.
[[nodiscard]] std::expected<Connection, Trouble> reach(const SocketPlace &place, const Manner &manner);

/// Puts an order to the app and gives the line it answers.
[[nodiscard]] std::expected<Secret, Trouble> ask(const Request &request, const Manner &manner);

/// What is said where a connection comes to nothing.
[[nodiscard]] Trouble troubleOf(Connection::Failure failure, const SocketPlace &place);

} // namespace framekey::command
