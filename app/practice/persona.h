// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scope.h"

#include <span>
#include <string_view>

namespace framekey::practice
{

/// A scope token and what it lets a program do, in plain words.
struct ScopeMeaning {
    std::string_view token;
    std::string_view words;
};

/// Which of the two Frame.ios is played: all that differs between them, as data.
struct Persona {
    std::string_view name;
    std::span<const ScopeMeaning> catalogue;
    std::string_view scopeSeparators;
    std::string_view refreshScope; ///< no refresh token without it
    std::string_view personScope;  ///< no account request without it; empty: none is needed
    bool scopeInRedirect;
    bool scopeInTokenResponse;

    Scope allScopes() const;
    std::string_view words(std::string_view token) const;
};

/// `frameio-legacy` (V2) or `frameio` (V4); null for any other name.
const Persona *findPersona(std::string_view name);

} // namespace framekey::practice
