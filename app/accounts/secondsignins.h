// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace framekey
{

class AccountList;
struct SessionSnapshot;

/// Notices that somebody who has just signed in is signed in already, in another account of the same
/// provider. That is never wrong, and often not meant. Known until the end of the program, for the account
/// that came second.
class SecondSignIns : public QObject
{
    Q_OBJECT

public:
    /// `accounts` outlives this.
    explicit SecondSignIns(const AccountList &accounts, QObject *parent = nullptr);

    /// The account where the same person was signed in first; empty: there is none, or both shall stay.
    [[nodiscard]] QString firstOf(const QString &id) const;

public Q_SLOTS:
    /// It is meant so: this account's is not told again.
    void keepBoth(const QString &id);

Q_SIGNALS:
    void changed();

private:
    void follow();
    void look(const SessionSnapshot &snapshot);

    const AccountList &m_accounts;
    QStringList m_waiting;  ///< a sign-in is under way
    QStringList m_signedIn; ///< in this program's time, in the order it happened
    QStringList m_kept;
};

} // namespace framekey
