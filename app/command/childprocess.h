// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trouble.h"

#include <expected>
#include <optional>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace framekey::command
{

using Words = std::vector<std::string>;

/// A program that ends with this one, at the latest. Its standard input is a pipe that stays open until then.
class ChildProcess
{
public:
    /// What it prints is for `firstLine`, or for nobody.
    enum class Output { Nowhere, Read };

    static std::expected<ChildProcess, Trouble> start(const Words &order, const Words &environment,
                                                      Output output);
    ~ChildProcess();
    ChildProcess(ChildProcess &&other) noexcept
        : m_process(std::exchange(other.m_process, -1))
        , m_input(std::exchange(other.m_input, -1))
        , m_output(std::exchange(other.m_output, -1))
    {
    }
    ChildProcess &operator=(ChildProcess &&) = delete;

    /// Waits for a line; empty where it ends without one, and where a signal comes.
    [[nodiscard]] std::string firstLine();
    /// Waits for its end and gives its exit code. None where a signal comes first.
    [[nodiscard]] std::optional<int> wait();
    /// Asks it to end, and insists after five seconds.
    void end();

private:
    ChildProcess(pid_t process, int input, int output) : m_process(process), m_input(input), m_output(output)
    {
    }

    pid_t m_process;
    int m_input;
    int m_output;
};

} // namespace framekey::command
