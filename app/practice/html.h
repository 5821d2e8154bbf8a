// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"

#include <string>
#include <string_view>

namespace framekey::practice
{

/// & < > " ' as entities, for text and for attribute values alike.
std::string escaped(std::string_view text);

/// A whole page round `content`, with the line that says it is practice. No scripts, nothing loaded,
/// and forms go to this server or on to the origin of `redirectUri` alone (empty: this server alone).
Answer htmlAnswer(int status, std::string_view title, std::string_view content, std::string_view redirectUri);

} // namespace framekey::practice
