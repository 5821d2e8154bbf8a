// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/accountdraft.h"

#include <QString>

namespace framekey
{

/// Which of its provider's credential types an account is of, told by its settings; null where the provider
/// has none.
[[nodiscard]] const CredentialType *credentialTypeOf(const Provider &provider,
                                                     const AccountSettings &settings);
/// The one of this id; null where there is none.
[[nodiscard]] const CredentialType *credentialTypeOf(const Provider &provider, const QString &id);

/// "1. Open the console …", a line each.
[[nodiscard]] QString registerStepsText(const CredentialType &type);

/// Where the secret comes from, or that one is kept.
[[nodiscard]] QString secretHint(const AccountDraft &draft);
/// The address without a free port; as it stands where it is none.
[[nodiscard]] QString addressToRegister(const QString &address);
/// What to do with a redirect address, as far as it is typed. `type` may be null.
[[nodiscard]] QString redirectHint(const QString &address, const CredentialType *type);

} // namespace framekey
