// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "childprocess.h"

#include "launch.h"
#include "pause.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

using Output = ChildProcess::Output;

void closeIfOpen(int &descriptor)
{
    if (descriptor >= 0)
        ::close(std::exchange(descriptor, -1));
}

[[noreturn]] void become(const std::vector<char *> &order, const std::vector<char *> &environment, int input,
                         int output)
{
    // Ours may be killed without another word.
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    // Ctrl-C is for what the person sees run; this one is ended when that is over.
    ::setpgid(0, 0);
    forgetCaller();
    ::dup2(input, STDIN_FILENO);
    if (output >= 0)
        ::dup2(output, STDOUT_FILENO);
    ::execve(order.front(), order.data(), environment.data());
    ::_exit(127);
}

} // namespace

std::expected<ChildProcess, Trouble> ChildProcess::start(const Words &order, const Words &environment,
                                                         Output output)
{
    const auto arguments = pointersTo(order);
    const auto variables = pointersTo(environment);
    int input[2] = {-1, -1};
    int printed[2] = {-1, -1};
    const bool hasPipes =
        ::pipe2(input, O_CLOEXEC) == 0 && (output != Output::Read || ::pipe2(printed, O_CLOEXEC) == 0);
    const pid_t child = hasPipes ? ::fork() : -1;
    if (child == 0)
        become(arguments, variables, input[0], printed[1]);
    closeIfOpen(input[0]);
    closeIfOpen(printed[1]);
    ChildProcess process(child, input[1], printed[0]);
    if (child < 0)
        return std::unexpected(
            Trouble{ExitCode::Failed, order.front() + " cannot be started: " + std::strerror(errno)});
    return process;
}

ChildProcess::~ChildProcess()
{
    end();
    closeIfOpen(m_output);
}

std::string ChildProcess::firstLine()
{
    std::string line;
    for (char byte = 0; ::read(m_output, &byte, 1) == 1;) {
        if (byte == '\n')
            return line;
        line += byte;
    }
    return {};
}

std::optional<int> ChildProcess::wait()
{
    int status = 0;
    if (::waitpid(m_process, &status, 0) < 0)
        return std::nullopt;
    m_process = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void ChildProcess::end()
{
    closeIfOpen(m_input);
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGTERM);
    for (Pause pause; ::waitpid(m_process, nullptr, WNOHANG) == 0 && pause.count() < 30; pause.take()) {
    }
    if (::waitpid(m_process, nullptr, WNOHANG) == 0) {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    m_process = -1;
}

} // namespace framekey::command
