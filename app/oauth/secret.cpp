// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/secret.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace framekey
{

Secret::Secret(const QByteArray &value)
    // A deep copy: a shared buffer would be wiped under its other owners, or not at all.
    : m_value(value.constData(), value.size())
{
}

Secret Secret::taking(QByteArray &&value)
{
    Secret secret;
    secret.m_value = std::move(value);
    return secret;
}

Secret::Secret(const Secret &other) : Secret(other.m_value)
{
}

Secret::Secret(Secret &&other) noexcept : m_value(std::exchange(other.m_value, {}))
{
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other)
        *this = Secret(other);
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    std::swap(m_value, other.m_value);
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    if (!m_value.isEmpty() && m_value.isDetached())
        explicit_bzero(m_value.data(), static_cast<std::size_t>(m_value.size()));
}

bool operator==(const Secret &a, const Secret &b)
{
    if (a.m_value.size() != b.m_value.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.m_value.size(); ++i)
        difference |= static_cast<unsigned>(a.m_value[i] ^ b.m_value[i]);
    return difference == 0;
}

bool isTokenText(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= 0x21 && c <= 0x7e; });
}

} // namespace framekey
