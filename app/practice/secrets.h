// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framekey::practice
{

/// 32 bytes from the system's random generator as 43 base64url characters: a code, a token or a transaction.
std::string randomSecret();

/// RFC 4648 section 5, without padding.
std::string base64Url(std::string_view bytes);

/// SHA-256 as 64 lower case hexadecimal digits: all that is ever kept or written of a secret, but for
/// --secrets.
std::string sha256Hex(std::string_view secret);

/// BASE64URL(SHA256(verifier)), RFC 7636 section 4.2.
std::string s256Challenge(std::string_view codeVerifier);

/// Equal or not, in a time that does not tell how much of it was equal.
bool sameSecret(std::string_view left, std::string_view right);

} // namespace framekey::practice
