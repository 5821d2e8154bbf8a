// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/secondsignins.h"

#include "accounts/accountlist.h"
#include "session/session.h"

namespace framekey
{

namespace
{

bool holdsTokens(const SessionSnapshot &snapshot)
{
    return snapshot.isUsable() || snapshot.state == SessionSnapshot::State::Offline;
}

bool holdsSignIn(const SessionSnapshot &snapshot)
{
    return snapshot.person && holdsTokens(snapshot);
}

bool isSameSignIn(const SessionSnapshot &one, const SessionSnapshot &other)
{
    // Without the provider's own id it is not known well enough to be said.
    return holdsSignIn(one) && holdsSignIn(other) && !one.person->id.isEmpty() &&
           one.person->id == other.person->id;
}

} // namespace

SecondSignIns::SecondSignIns(const AccountList &accounts, QObject *parent)
    : QObject(parent), m_accounts(accounts)
{
    connect(&accounts, &AccountList::accountsChanged, this, &SecondSignIns::follow);
    follow();
}

void SecondSignIns::follow()
{
    for (const AccountSettings &account : m_accounts.accounts())
        connect(m_accounts.session(account.id), &Session::snapshotChanged, this, &SecondSignIns::look,
                Qt::UniqueConnection);
}

void SecondSignIns::look(const SessionSnapshot &snapshot)
{
    const QString &id = snapshot.accountId;
    // A re-authorization of the same person is no news.
    if (snapshot.state == SessionSnapshot::State::SigningIn || snapshot.question) {
        if (!m_waiting.contains(id))
            m_waiting += id;
        return;
    }
    if (holdsTokens(snapshot) && !snapshot.person)
        return; // who it is may be told later
    const bool waited = m_waiting.removeOne(id);
    const bool signedIn = waited && holdsSignIn(snapshot);
    if (signedIn || !holdsSignIn(snapshot))
        m_signedIn.removeOne(id);
    if (signedIn)
        m_signedIn += id;
    if (waited)
        Q_EMIT changed();
}

QString SecondSignIns::firstOf(const QString &id) const
{
    const Session *session = m_accounts.session(id);
    const qsizetype when = m_signedIn.indexOf(id);
    if (!session || when < 0 || m_kept.contains(id))
        return {};
    for (const AccountSettings &account : m_accounts.accounts()) {
        const bool isFirst = m_signedIn.indexOf(account.id) < when; // -1: before this program began
        const SessionSnapshot &other = m_accounts.session(account.id)->snapshot();
        if (account.id != id && isFirst && m_accounts.shareServer(id, account.id) &&
            isSameSignIn(session->snapshot(), other))
            return account.id;
    }
    return {};
}

void SecondSignIns::keepBoth(const QString &id)
{
    m_kept += id;
    Q_EMIT changed();
}

} // namespace framekey
