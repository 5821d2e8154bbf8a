// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transactions.h"

#include "secrets.h"

#include <algorithm>

namespace framekey::practice
{
namespace
{

constexpr std::chrono::minutes longest(15);
constexpr size_t most = 1000;

} // namespace

std::string Transactions::begin(const AuthorizationRequest &request)
{
    const std::scoped_lock lock(m_mutex);
    dropOld();
    std::string id = randomSecret();
    m_open.emplace(id, Transaction{request, {}});
    return id;
}

std::optional<Transaction> Transactions::logIn(const std::string &id, std::string_view person)
{
    const std::scoped_lock lock(m_mutex);
    dropOld();
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return std::nullopt;
    found->second.person = person;
    return found->second;
}

std::optional<Transaction> Transactions::finish(const std::string &id)
{
    const std::scoped_lock lock(m_mutex);
    dropOld();
    const auto found = m_open.find(id);
    if (found == m_open.end() || found->second.person.empty())
        return std::nullopt;
    Transaction transaction = found->second;
    m_open.erase(found);
    return transaction;
}

void Transactions::dropOld()
{
    const auto limit = std::chrono::steady_clock::now() - longest;
    std::erase_if(m_open, [&](const auto &entry) { return entry.second.startedAt < limit; });
    if (m_open.size() >= most)
        m_open.erase(
            std::ranges::min_element(m_open, {}, [](const auto &entry) { return entry.second.startedAt; }));
}

} // namespace framekey::practice
