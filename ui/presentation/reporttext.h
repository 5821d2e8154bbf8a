// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/systemfacts.h"

#include <QString>

namespace framekey
{

class AccountList;
class Clock;
class EventLog;

/// What a report is made of; all outlive it.
struct ReportSources {
    const AccountList &accounts;
    const EventLog &events;
    const Clock &clock;
    SystemFacts facts;
};

/// The longest report in bytes of UTF-8; the oldest events go first.
inline constexpr qsizetype longestReport = 64 * 1024;

/// What people send when something is wrong: versions, settings, the steps of the last sign-ins and the last
/// events, in English whatever the language, one fact a line. Accounts are numbers, and neither the person
/// nor the client id is named: it is sent to people, and put where all can read it. Hosts, paths and scopes
/// of the settings are told, without a query.
[[nodiscard]] QString reportText(const ReportSources &sources);

} // namespace framekey
