// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey
{

class AccountList;
class Activity;
class AgentWording;
class Clock;
class Consents;
class EventLog;
class SchemeRegistration;
class TokenStore;

/// What orders work on; all outlive the agent.
struct AgentPorts {
    AccountList &accounts;
    Clock &clock;
    Activity &activity;
    Consents &consents;
    TokenStore &store;
    const AgentWording &wording;
    EventLog *events = nullptr;            ///< null: nobody wants to know
    SchemeRegistration *schemes = nullptr; ///< null: the desktop cannot be asked
    bool hasWindow = false;                ///< the person can be asked
};

} // namespace framekey
