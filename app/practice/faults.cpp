// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"

namespace framekey::practice
{

Faults::Faults(std::vector<Fault> faults) : m_faults(counted(std::move(faults)))
{
}

void Faults::replace(std::vector<Fault> faults)
{
    const std::scoped_lock lock(m_mutex);
    m_faults = counted(std::move(faults));
}

std::optional<Fault> Faults::take(std::string_view endpoint, std::string_view grantType)
{
    const std::scoped_lock lock(m_mutex);
    std::optional<Fault> taken;
    for (auto &[fault, matched] : m_faults) {
        if (fault.at != endpoint || (!fault.grantType.empty() && fault.grantType != grantType))
            continue;
        ++matched;
        if (!taken && matched > fault.skip && (!fault.times || matched - fault.skip <= *fault.times))
            taken = fault;
    }
    return taken;
}

std::vector<Faults::Counted> Faults::counted(std::vector<Fault> faults)
{
    std::vector<Counted> all;
    for (Fault &fault : faults)
        all.push_back({std::move(fault)});
    return all;
}

} // namespace framekey::practice
