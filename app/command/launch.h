// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "childprocess.h"
#include "starting.h"
#include "trouble.h"

#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace framekey::command
{

/// A program that was started and belongs to nobody. Where systemd has it, its end is not seen.
class Launched
{
public:
    Launched() = default;
    explicit Launched(int processDescriptor) : m_descriptor(processDescriptor) {}
    ~Launched();
    Launched(Launched &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    Launched &operator=(Launched &&) = delete;

    [[nodiscard]] bool hasEnded() const;

private:
    int m_descriptor = -1; ///< pidfd, or -1
};

/// Starts the app by systemd where the user's manager answers within two seconds, else by itself.
[[nodiscard]] std::expected<Launched, Trouble> launch(const std::string &program, StartKind kind,
                                                      const Deadline &deadline);

/// By `systemd-run --user`. False where there is none, or it does not do it.
[[nodiscard]] bool launchBySystemd(const Words &order, const Words &environment, const Deadline &deadline);

/// In a session of its own, with nothing open, below init.
[[nodiscard]] std::expected<Launched, Trouble> launchDetached(const Words &order, const Words &environment);

/// Pointers to words, as exec wants them.
[[nodiscard]] std::vector<char *> pointersTo(const Words &words);

/// For the child between fork and exec: no files but /dev/null, no signal handled, blocked or ignored,
/// and new files for this user alone.
void forgetCaller();

} // namespace framekey::command
