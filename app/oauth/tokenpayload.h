// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"

#include <QStringList>

#include <optional>

namespace framekey
{

/// The `scope` that the payload of a JWT-shaped access token names (RFC 7519 3, RFC 9068 2.2.3), as text or
/// as a list. Only to be shown: no signature is checked and nothing is decided by it. None for a token of any
/// other shape, a payload over 16 KiB, and everything that cannot be read to the end.
[[nodiscard]] std::optional<QStringList> payloadScope(const Secret &accessToken);

} // namespace framekey
