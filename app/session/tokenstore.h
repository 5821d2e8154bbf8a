// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "oauth/secret.h"

#include <QString>

#include <functional>
#include <optional>

namespace framekey
{

/// Port: the keychain. Every call returns at once and answers later through its callback, exactly once, at
/// the latest after 10 s (then with `KeychainSlow`; the work itself goes on and is never cut). Calls are
/// carried out in the order they were made. Values are one line of ASCII. Callbacks come on the caller's
/// thread.
class TokenStore
{
public:
    /// Empty: there is no such item, and the store proved that it could be written to.
    using Read = std::function<void(const Outcome<std::optional<Secret>> &)>;
    using Done = std::function<void(const Outcome<void> &)>;

    virtual ~TokenStore() = default;
    virtual void read(const QString &key, Read answer) = 0;
    /// Writes and reads back: success means that what is kept equals `value`.
    virtual void write(const QString &key, const Secret &value, Done answer) = 0;
    /// Removing what is not there succeeds.
    virtual void remove(const QString &key, Done answer) = 0;
    /// Can be written to: writes, reads back and removes an item of its own.
    virtual void probe(Done answer) = 0;
};

} // namespace framekey
