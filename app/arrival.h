// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentclient.h"
#include "options.h"

#include <QDeadlineTimer>

#include <functional>
#include <optional>

namespace framekey
{

class Composition;

/// A start until it is known what becomes of it: the owner of every token, or a messenger to the one that
/// runs. A start with a display takes over from an owner without one.
class Arrival
{
public:
    /// True where the person lets a sign-in end that only the running Framekey's memory holds.
    using MayEndMemory = std::function<bool()>;

    Arrival(Composition &composition, const Options &options, bool hasDisplay, MayEndMemory mayEndMemory);

    /// None: this start is the owner. Otherwise its exit code; what went wrong was said on standard error.
    /// Blocks while the one that runs is silent (about 6 s) or finishes what it does (75 s).
    [[nodiscard]] std::optional<int> settle();

private:
    [[nodiscard]] bool wantsToTakeOver() const;
    [[nodiscard]] bool addsSomething() const;
    [[nodiscard]] std::optional<int> takeOver();
    [[nodiscard]] std::optional<int> handOver();
    [[nodiscard]] std::optional<int> askPerson();
    void wait();

    Composition &m_composition;
    const Options &m_options;
    bool m_hasDisplay;
    MayEndMemory m_mayEndMemory;
    bool m_memoryEnds = false;
    bool m_otherStays = false; ///< the person said so
    bool m_isBusy = false;     ///< it will leave, and finishes what it does
    QDeadlineTimer m_deadline;
};

} // namespace framekey
