// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret.h"

#include <algorithm>
#include <cstring>

namespace framekey::command
{

Secret::Secret(std::size_t capacity)
    : m_bytes(std::make_unique_for_overwrite<char[]>(capacity)), m_capacity(capacity)
{
}

Secret::Secret(std::string_view bytes) : Secret(bytes.size())
{
    append(bytes);
}

Secret::~Secret()
{
    if (m_bytes)
        ::explicit_bzero(m_bytes.get(), m_size);
}

void Secret::append(std::string_view bytes)
{
    const std::size_t taken = std::min(bytes.size(), room());
    if (taken > 0)
        std::memcpy(end(), bytes.data(), taken);
    m_size += taken;
}

} // namespace framekey::command
