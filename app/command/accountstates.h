// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "order.h"

namespace framekey::command
{

/// Whether accounts whose keychain is being read are taken as they are, or asked for again.
enum class Starting { Taken, WaitedFor };

/// What the app says of each account.
[[nodiscard]] std::expected<Json, Trouble> accountsOf(const OrderOptions &options, Starting starting);

/// Whether it is the named one; of no name, the default.
[[nodiscard]] bool isMeant(const Json &account, std::string_view named);

/// What `status` ends with for it.
[[nodiscard]] ExitCode meaningOf(const Json &account);

} // namespace framekey::command
