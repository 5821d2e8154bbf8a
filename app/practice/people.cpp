// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <algorithm>
#include <array>

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
});

} // namespace

std::span<const Person> everyone()
{
    return people;
}

const Person *findPerson(std::string_view key)
{
    const auto found = std::ranges::find(people, key, &Person::key);
    return found == people.end() ? nullptr : &*found;
}

} // namespace framekey::practice
