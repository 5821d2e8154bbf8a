// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faultspec.h"

#include <mutex>
#include <vector>

namespace framekey::practice
{

/// The faults in force; safe to call from any thread.
class Faults
{
public:
    explicit Faults(std::vector<Fault> faults);

    void replace(std::vector<Fault> faults);
    /// Counts the request for every fault it matches and gives the first of them that is active.
    std::optional<Fault> take(std::string_view endpoint, std::string_view grantType);

private:
    struct Counted {
        Fault fault;
        unsigned long matched = 0;
    };
    static std::vector<Counted> counted(std::vector<Fault> faults);

    std::mutex m_mutex;
    std::vector<Counted> m_faults;
};

} // namespace framekey::practice
