// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace framekey::practice
{

/// A fault as it was asked for: `name[:argument][,at=E][,grant=G][,skip=N][,times=N]`.
struct Fault {
    std::string spec{};
    std::string name{};
    std::string argument{};
    std::string at = "token";             ///< authorize, token, me or revoke
    std::string grantType{};              ///< empty: any
    unsigned long skip = 0;               ///< so many matching requests pass first
    std::optional<unsigned long> times{}; ///< then so many are hit; nothing: all

    /// The argument as a number; 0 where the fault takes none.
    unsigned long number() const;
};

/// The error is a sentence that names what is wrong with the text.
std::expected<Fault, std::string> parseFault(std::string_view spec);

/// One line a fault kind, for --help.
std::string_view faultHelp();

} // namespace framekey::practice
