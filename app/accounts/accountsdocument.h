// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"

#include <QByteArray>
#include <QList>

#include <expected>

namespace framekey
{

/// What `accounts.json` holds (design, section 6).
struct AccountsDocument {
    QString defaultName;
    QList<AccountSettings> accounts;
};

/// What made the file unusable. `Newer`: of a later version, to be left as it is.
enum class AccountsFault { NotJson, Newer, NotAccounts, TooLarge };

/// Reads the file's text. Names of fields it does not know are passed over; an account that lacks its name,
/// provider or client id, or has a field of a wrong type, makes the whole file unusable, so that nothing is
/// lost by saving.
[[nodiscard]] std::expected<AccountsDocument, AccountsFault> parseAccounts(const QByteArray &json);
[[nodiscard]] QByteArray formatAccounts(const AccountsDocument &document);

inline constexpr qint64 longestAccountsFile = 1024 * 1024;

} // namespace framekey
