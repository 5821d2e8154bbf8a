// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include <algorithm>
#include <charconv>

namespace framekey::practice
{

Form::Form(std::string_view encoded)
{
    while (!encoded.empty()) {
        const std::string_view pair = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), pair.size() + 1));
        const size_t equals = pair.find('=');
        // A body that is no form has no names: what stands in it may be a secret.
        if (equals != std::string_view::npos)
            m_pairs.emplace_back(formDecoded(pair.substr(0, equals)), formDecoded(pair.substr(equals + 1)));
    }
}

std::optional<std::string> Form::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_pairs, name, &decltype(m_pairs)::value_type::first);
    if (found == m_pairs.end() || found->second.empty())
        return std::nullopt;
    return found->second;
}

std::vector<std::string> Form::values(std::string_view name) const
{
    std::vector<std::string> all;
    for (const auto &[key, value] : m_pairs) {
        if (key == name)
            all.push_back(value);
    }
    return all;
}

std::vector<std::string> Form::names() const
{
    std::vector<std::string> all;
    for (const auto &pair : m_pairs)
        all.push_back(pair.first);
    return all;
}

bool Form::hasDoubled() const
{
    std::vector<std::string> all = names();
    std::ranges::sort(all);
    return std::ranges::adjacent_find(all) != all.end();
}

std::string formDecoded(std::string_view text)
{
    std::string decoded;
    for (size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        const std::string_view digits = text.substr(i + 1, 2);
        const char *end = digits.data() + digits.size();
        if (text[i] == '%' && digits.size() == 2 &&
            std::from_chars(digits.data(), end, byte, 16).ptr == end) {
            decoded += static_cast<char>(byte);
            i += 2;
        } else {
            decoded += text[i] == '+' ? ' ' : text[i];
        }
    }
    return decoded;
}

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string encoded;
    for (const char character : text) {
        if (unreserved.contains(character)) {
            encoded += character;
            continue;
        }
        const auto byte = static_cast<unsigned char>(character);
        encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return encoded;
}

} // namespace framekey::practice
