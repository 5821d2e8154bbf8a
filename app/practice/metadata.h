// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"
#include "persona.h"

namespace framekey::practice
{

/// GET /.well-known/oauth-authorization-server (RFC 8414).
Answer metadata(const std::string &issuer, const Persona &persona);

} // namespace framekey::practice
