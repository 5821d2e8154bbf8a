// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"

#include <QString>
#include <QStringList>

#include <expected>

namespace framekey
{

/// What `framekey-app` was asked for.
struct Options {
    QString profile; ///< keeps settings, keychain keys and socket apart: "" for a person's own, "dev" for
                     ///< `./dev run`
    QString envFile; ///< absolute
    Secret redirect; ///< the address a browser was redirected to; may hold a code
    bool fromEnvironment = false;
    bool background = false; ///< no window until asked
    bool practice = false;   ///< a practice account is added where there is none
    bool showVersion = false;
    bool showHelp = false;

    /// "framekey", or "framekey-dev": the name of folders and keychain keys.
    [[nodiscard]] QString instanceName() const;
};

/// The command line without its first word. The error is one sentence for standard error.
[[nodiscard]] std::expected<Options, QString> parseOptions(const QStringList &arguments);
[[nodiscard]] QString optionsHelp();

} // namespace framekey
