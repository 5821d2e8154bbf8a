// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets.h"

#include <array>
#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <span>
#include <stdexcept>

namespace framekey::practice
{
namespace
{

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Digest sha256(std::string_view text)
{
    Digest digest{};
    SHA256(reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest.data());
    return digest;
}

std::string base64Url(std::span<const unsigned char> bytes)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    unsigned int bits = 0;
    int held = 0;
    for (const unsigned char byte : bytes) {
        bits = (bits << 8) | byte;
        for (held += 8; held >= 6; held -= 6)
            text += alphabet[(bits >> (held - 6)) & 63];
    }
    if (held > 0)
        text += alphabet[(bits << (6 - held)) & 63];
    return text;
}

} // namespace

std::string randomSecret()
{
    std::array<unsigned char, 32> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random bytes");
    return base64Url(bytes);
}

std::string base64Url(std::string_view bytes)
{
    return base64Url(std::span(reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size()));
}

std::string sha256Hex(std::string_view secret)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : sha256(secret)) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string s256Challenge(std::string_view codeVerifier)
{
    return base64Url(sha256(codeVerifier));
}

bool sameSecret(std::string_view left, std::string_view right)
{
    const Digest leftDigest = sha256(left);
    const Digest rightDigest = sha256(right);
    return CRYPTO_memcmp(leftDigest.data(), rightDigest.data(), leftDigest.size()) == 0;
}

} // namespace framekey::practice
