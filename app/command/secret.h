// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace framekey::command
{

/// Bytes that nobody may see, of a size known beforehand. They are wiped when it ends, and never copied;
/// there is no way to print it but `reveal()`.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::size_t capacity);
    explicit Secret(std::string_view bytes);
    ~Secret();
    Secret(Secret &&other) noexcept { swap(other); }
    Secret &operator=(Secret &&other) noexcept
    {
        swap(other);
        return *this;
    }

    /// What has no room any more is left out; see `isFull`.
    void append(std::string_view bytes);
    void append(char byte) { append(std::string_view(&byte, 1)); }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] bool isFull() const { return m_size == m_capacity; }
    [[nodiscard]] std::string_view reveal() const { return {m_bytes.get(), m_size}; }

    /// For reading into: where the next byte goes, how many have room, and how many came.
    [[nodiscard]] char *end() { return m_bytes.get() + m_size; }
    [[nodiscard]] std::size_t room() const { return m_capacity - m_size; }
    void grow(std::size_t count) { m_size += count; }

private:
    void swap(Secret &other) noexcept
    {
        std::swap(m_bytes, other.m_bytes);
        std::swap(m_size, other.m_size);
        std::swap(m_capacity, other.m_capacity);
    }

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace framekey::command
