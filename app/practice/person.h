// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>

namespace framekey::practice
{

/// Does as Ana does who allows everything: opens a sign-in's link, posts the server's two forms, and follows
/// the redirect. For who wants to try a sign-in through without a person. The error says at what it ended.
[[nodiscard]] std::expected<void, std::string> allowAll(const std::string &link);

/// Posts to an address of a running practice server (`--control`): `/_practice/expire-all` for instance.
[[nodiscard]] std::expected<void, std::string> post(const std::string &address);

} // namespace framekey::practice
