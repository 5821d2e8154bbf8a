// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scope.h"

#include <chrono>
#include <map>
#include <string>

namespace framekey::practice
{

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// The wall clock: what is kept must mean the same after a restart.
Instant now();

/// What a person allowed a client, and what its authorization code is bound to.
struct Grant {
    std::string clientId;
    std::string person; ///< the key of a Person
    std::string redirectUri;
    std::string codeChallenge;
    Scope scope;
};

/// A code or token that was given out.
struct Token {
    enum class Kind { Code, Access, Refresh };
    Kind kind;
    std::string grantId;
    Scope scope;
    Instant expiresAt;
    bool spent = false; ///< kept until it ends, so that its reuse is noticed
};

/// All grants and tokens, the tokens by the SHA-256 of what was given out.
struct GrantBook {
    std::map<std::string, Grant> grants;
    std::map<std::string, Token> tokens;

    /// Drops a grant with all its tokens: the "family".
    void erase(const std::string &grantId);
    void dropExpired(Instant instant);
};

/// An unreadable file is put aside as PATH.broken and said on standard error; a missing one is an empty book.
GrantBook readGrantBook(const std::string &path);
/// Replaces the file at once (rename), mode 0600. False where it could not be written.
bool writeGrantBook(const std::string &path, const GrantBook &book);

} // namespace framekey::practice
