// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorizationrequest.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>

namespace framekey::practice
{

/// One authorization request between the login page and the person's decision.
struct Transaction {
    AuthorizationRequest request;
    std::string person; ///< empty until somebody logged in
    std::chrono::steady_clock::time_point startedAt = std::chrono::steady_clock::now();
};

/// The requests that wait for a person, 15 minutes at most and 1000 of them; safe to call from any thread.
class Transactions
{
public:
    /// The id that goes into the hidden field of the pages.
    std::string begin(const AuthorizationRequest &request);
    /// The transaction with that person logged in; nothing for an id that is unknown or over.
    std::optional<Transaction> logIn(const std::string &id, std::string_view person);
    /// Ends it. Nothing where it is unknown, over, or nobody logged in.
    std::optional<Transaction> finish(const std::string &id);

private:
    void dropOld();

    std::mutex m_mutex;
    std::map<std::string, Transaction> m_open;
};

} // namespace framekey::practice
