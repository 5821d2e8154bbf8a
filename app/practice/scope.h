// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace framekey::practice
{

/// Scope tokens in the order asked for, each once (RFC 6749 section 3.3).
using Scope = std::vector<std::string>;

/// Splits at any of the separators and drops doubled tokens.
Scope parseScope(std::string_view text, std::string_view separators = " ");
/// The tokens with one separator between them.
std::string toText(const Scope &scope, std::string_view separator = " ");
/// Whether each token of `part` is in `whole`.
bool isWithin(const Scope &part, const Scope &whole);
bool contains(const Scope &scope, std::string_view token);

} // namespace framekey::practice
