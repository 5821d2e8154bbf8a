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
    /// The certificate alone is trusted, never who issued it.
    [[nodiscard]] QList<ProgramSteps::Step> trusting(const QString &certificate) const;
    /// The same as one line for a terminal.
    [[nodiscard]] QString command(const QString &certificate) const;
    /// What undoes it.
    [[nodiscard]] QString undoingCommand() const;

private:
    explicit BrowserStore(const QString &folder) : m_folder(folder) {}

    [[nodiscard]] QStringList adding(const QString &certificate) const;
    [[nodiscard]] QStringList removing() const;

    QString m_folder;
};

} // namespace framekey
