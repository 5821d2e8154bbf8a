// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/programsteps.h"

namespace framekey
{

/// Where Chromium looks for what this user trusts besides the system: an NSS store (base/nss_util.cc).
class BrowserStore
{
public:
    /// `~/.pki/nssdb` where that exists, else `$XDG_DATA_HOME/pki/nssdb`. `mkcert -install` knows the first
    /// alone.
    static BrowserStore ofThisUser();

    /// Makes the folder. False where it cannot be.
    [[nodiscard]] bool prepare() const;
    /// A certificate that vouches for itself is trusted alone; one of mkcert's authority, with its authority.
    [[nodiscard]] QList<ProgramSteps::Step> trusting(const QString &certificate) const;
    /// The same as one line for a terminal.
    [[nodiscard]] QString command(const QString &certificate) const;

private:
    explicit BrowserStore(const QString &folder) : m_folder(folder) {}

    [[nodiscard]] QStringList adding(const QString &certificate) const;

    QString m_folder;
};

} // namespace framekey
