// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace framekey::practice
{

/// Why Frame.io's V4 API will not have somebody whom Adobe signed in.
enum class Obstacle { None, ScopeMissing, NotLinked, NoProductProfile, Locked };

/// One of the invented people who can sign in.
struct Person {
    std::string_view key; ///< value of the form field `person`
    std::string_view id;  ///< what the account request says
    std::string_view accountId;
    std::string_view name;
    std::string_view email;
    std::string_view initials;
    Obstacle obstacle = Obstacle::None;
    std::string_view remark = {}; ///< on the login page, for those whom the API will refuse

    /// Adobe's name for the person, as it stands in access tokens.
    std::string adobeId() const;
};

/// The three whom every persona knows.
std::span<const Person> unhinderedPeople();
/// These and those with an obstacle each.
std::span<const Person> everyone();

} // namespace framekey::practice
