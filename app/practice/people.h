// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace framekey::practice
{

/// One of the invented people who can sign in.
struct Person {
    std::string_view key; ///< value of the form field `person`
    std::string_view id;  ///< what the account request says
    std::string_view accountId;
    std::string_view name;
    std::string_view email;
    std::string_view initials;
};

std::span<const Person> everyone();
/// Null for any other key.
const Person *findPerson(std::string_view key);

} // namespace framekey::practice
