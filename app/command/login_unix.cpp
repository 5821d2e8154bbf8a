// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "login.h"

#include "output.h"
#include "standardinput.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

volatile std::sig_atomic_t interrupted = 0;

void noteInterrupt(int)
{
    interrupted = 1;
}

sigset_t interruptOnly()
{
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGINT);
    return set;
}

} // namespace

Login::Login(const OrderOptions &options, Whose whose, bool readsTerminal, Deadline until)
    : m_options(options), m_whose(whose), m_readsTerminal(readsTerminal), m_until(until)
{
    // Let through only while it is waited for, so that none comes just before the wait.
    const sigset_t blocked = interruptOnly();
    ::sigprocmask(SIG_BLOCK, &blocked, nullptr);
    if (::signal(SIGINT, noteInterrupt) == SIG_IGN)
        ::signal(SIGINT, SIG_IGN);
}

Login::~Login()
{
    const sigset_t blocked = interruptOnly();
    ::sigprocmask(SIG_UNBLOCK, &blocked, nullptr);
}

std::expected<Json, Trouble> Login::wait()
{
    const auto place = socketPlace();
    if (!place)
        return std::unexpected(place.error());
    auto connection = reach(*place, {.mayStart = false, .mayRepeat = false, .deadline = {}});
    if (!connection)
        return std::unexpected(connection.error());
    Request request = m_options.request("await");
    if (const auto sent = connection->send(request.finish().line()); !sent)
        return std::unexpected(troubleOf(sent.error(), *place));
    for (;;) {
        const Event event = nextEvent(*connection);
        if (event == Event::Interrupted)
            return std::unexpected(leave(ExitCode::Interrupted, "Interrupted;"));
        if (event == Event::TooLate)
            return std::unexpected(leave(ExitCode::TryLater, "Nobody signed in in time;"));
        if (event == Event::Answer)
            break;
        paste();
    }
    const auto line = connection->receive(std::chrono::steady_clock::now() + std::chrono::seconds(5));
    if (!line)
        return std::unexpected(troubleOf(line.error(), *place));
    return understand(line->reveal(), !m_options.account.empty());
}

Login::Event Login::nextEvent(const Connection &connection)
{
    std::array<pollfd, 2> watched{
        {{.fd = connection.descriptor(), .events = POLLIN, .revents = 0},
         {.fd = m_readsTerminal ? STDIN_FILENO : -1, .events = POLLIN, .revents = 0}}};
    const int milliseconds = millisecondsTo(m_until);
    const timespec left{.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1'000'000L};
    sigset_t open;
    ::sigemptyset(&open);
    for (;;) {
        if (interrupted != 0)
            return Event::Interrupted;
        const int ready = ::ppoll(watched.data(), watched.size(), milliseconds < 0 ? nullptr : &left, &open);
        if (ready == 0)
            return Event::TooLate;
        if (ready > 0)
            return watched[0].revents != 0 ? Event::Answer : Event::Typed;
    }
}

void Login::paste()
{
    const Secret typed = readLine();
    if (typed.isEmpty()) {
        // The terminal's end, or an empty line: the browser may still come back by itself.
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        m_readsTerminal = ::poll(&input, 1, 0) <= 0 || (input.revents & POLLHUP) == 0;
        return;
    }
    const OrderOptions options = anew({});
    Request request = m_options.request("paste");
    request.text("text", typed.reveal());
    if (const auto answer = carryOut(request, options); !answer)
        report(answer.error());
}

OrderOptions Login::anew(std::optional<long> timeout) const
{
    OrderOptions options;
    options.account = m_options.account;
    options.timeout = timeout;
    options.mayStart = false;
    return options;
}

Trouble Login::leave(ExitCode exitCode, std::string_view why) const
{
    const std::string reason(why);
    if (m_whose == Whose::Anothers)
        return {exitCode, reason + " the sign-in goes on, for it was begun elsewhere.", {}, {}};
    Request request = m_options.request("cancel");
    const auto answer = carryOut(request, anew(5));
    return {exitCode, answer ? reason + " the sign-in was cancelled." : answer.error().problem, {}, {}};
}

} // namespace framekey::command
