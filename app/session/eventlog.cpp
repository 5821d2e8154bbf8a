// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/eventlog.h"

#include "session/clock.h"

#include <algorithm>

namespace framekey
{

namespace
{

using What = Event::What;

bool isCounted(What what)
{
    return what == What::RequestRefused || what == What::PasteRefused || what == What::RedirectNotAwaited ||
           what == What::NetworkMayBeBack || what == What::TokenRefused;
}

bool isSame(const Event &one, const Event &other)
{
    return one.account == other.account && one.what == other.what && one.number == other.number &&
           one.failure == other.failure;
}

// Among those that came since anything else happened to this account.
Event *earlier(QList<Event> &events, const Event &event)
{
    for (auto each = events.rbegin(); each != events.rend(); ++each) {
        if (isSame(*each, event))
            return &*each;
        if (each->account == event.account && !isCounted(each->what))
            break;
    }
    return nullptr;
}

void add(QList<Event> &events, const Event &event, qsizetype longest)
{
    if (Event *same = isCounted(event.what) ? earlier(events, event) : nullptr) {
        ++same->times;
        same->lastAt = event.at;
        return;
    }
    if (events.size() == longest)
        events.removeFirst();
    events.append(event);
}

} // namespace

int EventLog::enlist(const QString &accountId)
{
    if (!m_accounts.contains(accountId))
        m_accounts.append(accountId);
    return numberOf(accountId);
}

void EventLog::note(Event event)
{
    event.at = m_clock.nowUtc();
    event.lastAt = event.at;
    add(m_events, event, longest);
    if (!event.isStepOfSignIn())
        return;
    QList<Event> &steps = m_signIns[event.account];
    if (event.what == What::SignInBegun)
        steps.clear();
    add(steps, event, longestSignIn);
}

} // namespace framekey
