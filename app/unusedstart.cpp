// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unusedstart.h"

#include "accounts/accountlist.h"
#include "session/clock.h"

#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

UnusedStart::UnusedStart(const AccountList &accounts, Clock &clock, QObject *parent)
    : QObject(parent), m_alarm(clock.makeAlarm())
{
    connect(m_alarm.get(), &Alarm::rang, this, [this, &accounts] {
        if (accounts.accounts().isEmpty())
            Q_EMIT noticed();
    });
    m_alarm->setIn(10min);
}

UnusedStart::~UnusedStart() = default;

void UnusedStart::use()
{
    m_alarm->stop();
}

} // namespace framekey
