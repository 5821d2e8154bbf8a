// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framekey::practice
{

/// The parameters of a query or body in application/x-www-form-urlencoded, in order, doubled ones kept.
class Form
{
public:
    Form() = default;
    explicit Form(std::string_view encoded);

    /// The first value of that name, or nothing at all. RFC 6749 3.1: an empty value counts as left out.
    std::optional<std::string> find(std::string_view name) const;
    /// The first value of that name, or an empty text.
    std::string value(std::string_view name) const { return find(name).value_or(std::string()); }
    std::vector<std::string> values(std::string_view name) const;
    std::vector<std::string> names() const;
    bool hasDoubled() const;

private:
    std::vector<std::pair<std::string, std::string>> m_pairs;
};

/// `+` and %XX undone; what is no valid %XX stays as it is.
std::string formDecoded(std::string_view text);
/// Unreserved characters stay, everything else becomes %XX.
std::string percentEncoded(std::string_view text);

} // namespace framekey::practice
