// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include "secrets.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace framekey::practice
{
namespace
{

constexpr std::array people = std::to_array<Person>({
    {"ana", "6f1f5a0e-0a51-4c9e-9a3e-000000000001", "b7c3d2f0-33aa-4d1b-8f00-0000000000aa", "Ana Lima",
     "ana@northlight.example", "AL"},
    {"ben", "6f1f5a0e-0a51-4c9e-9a3e-000000000002", "b7c3d2f0-33aa-4d1b-8f00-0000000000aa", "Ben Okafor",
     "ben@northlight.example", "BO"},
    {"chiyo", "6f1f5a0e-0a51-4c9e-9a3e-000000000003", "b7c3d2f0-33aa-4d1b-8f00-0000000000bb", "Chiyo Tanaka",
     "chiyo@harbour.example", "CT"},
    {"dara", "6f1f5a0e-0a51-4c9e-9a3e-000000000004", "b7c3d2f0-33aa-4d1b-8f00-0000000000cc", "Dara Quinn",
     "dara@fjord.example", "DQ", Obstacle::ScopeMissing, "gets a token that lacks a scope"},
    {"emil", "6f1f5a0e-0a51-4c9e-9a3e-000000000005", "b7c3d2f0-33aa-4d1b-8f00-0000000000cc", "Emil Sato",
     "emil@fjord.example", "ES", Obstacle::NotLinked, "has an Adobe ID that no Frame.io user is linked to"},
    {"farah", "6f1f5a0e-0a51-4c9e-9a3e-000000000006", "b7c3d2f0-33aa-4d1b-8f00-0000000000cc", "Farah Haddad",
     "farah@fjord.example", "FH", Obstacle::NoProductProfile, "has no product profile"},
    {"goran", "6f1f5a0e-0a51-4c9e-9a3e-000000000007", "b7c3d2f0-33aa-4d1b-8f00-0000000000dd", "Goran Vale",
     "goran@fjord.example", "GV", Obstacle::Locked, "has an account that is locked"},
});

constexpr size_t unhindered = 3;

} // namespace

std::string Person::adobeId() const
{
    std::string digits = sha256Hex(id).substr(0, 24);
    std::ranges::transform(digits, digits.begin(), [](unsigned char digit) { return std::toupper(digit); });
    return digits + "@AdobeID";
}

std::span<const Person> unhinderedPeople()
{
    return std::span<const Person>(people).first(unhindered);
}

std::span<const Person> everyone()
{
    return people;
}

} // namespace framekey::practice
