// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trouble.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace framekey::command
{

/// `framekey-app`: the one beside this program, else the first on PATH.
[[nodiscard]] std::expected<std::string, Trouble> appProgram();

/// A program of ours, looked for in the same places.
[[nodiscard]] std::optional<std::string> ownProgram(const std::string &name);

/// The first program of this name in a folder that PATH names in full.
[[nodiscard]] std::optional<std::string> programOnPath(const std::string &name);

/// NAME=VALUE of what the app needs of this environment: the desktop, folders, language, proxies. Nothing
/// else gets into a process that stays, and no token does.
[[nodiscard]] std::vector<std::string> environmentForApp();

} // namespace framekey::command
