// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "starting.h"

#include "appprogram.h"
#include "asking.h"
#include "launch.h"
#include "pause.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto patience = 15s;
/// One that ends at once may have found another that is just coming up, or just going.
constexpr auto patienceAfterEnd = 1s;
constexpr int mostStarts = 3;

/// Who holds it starts the app.
class StarterLock
{
public:
    explicit StarterLock(const std::string &path)
        : m_descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
    {
    }
    ~StarterLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    StarterLock(const StarterLock &) = delete;
    StarterLock &operator=(const StarterLock &) = delete;

    [[nodiscard]] bool take() const { return ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0; }
    [[nodiscard]] bool exists() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

Trouble silent(const std::string &program)
{
    return {ExitCode::NotRunning, "Framekey was started, but does not answer.",
            "See what it says: " + program + " --background"};
}

/// Waits for the socket of an app that this process or another starts.
class Starter
{
public:
    Starter(const SocketPlace &place, std::string program, StartKind kind, const Deadline &deadline)
        : m_place(place)
        , m_program(std::move(program))
        , m_kind(kind)
        , m_lock(place.folder + "/start")
        , m_askersDeadline(deadline)
    {
    }

    std::expected<Connection, Trouble> run();

private:
    std::expected<void, Trouble> startIfFirst();
    [[nodiscard]] bool hasEndedInVain();

    const SocketPlace &m_place;
    std::string m_program;
    StartKind m_kind;
    StarterLock m_lock;
    Deadline m_askersDeadline;
    Clock::time_point m_deadline = Clock::now() + patience;
    std::optional<Launched> m_launched;
    bool m_holdsLock = false;
    Clock::time_point m_endedAt{}; ///< when the end of what was started was seen
    int m_starts = 0;
};

std::expected<Connection, Trouble> Starter::run()
{
    if (!m_lock.exists())
        return std::unexpected(
            Trouble{ExitCode::NotRunning, "Nothing can be written in " + m_place.folder + ".", {}});
    for (;;) {
        // The lock before the look: who held it until now has started the app.
        m_holdsLock = m_holdsLock || m_lock.take();
        auto connection = Connection::open(m_place.path, m_askersDeadline);
        if (connection)
            return *std::move(connection);
        if (connection.error() == Connection::Failure::Foreign)
            return std::unexpected(troubleOf(connection.error(), m_place));
        if (const auto started = startIfFirst(); !started)
            return std::unexpected(started.error());
        if (millisecondsTo(m_askersDeadline) == 0)
            return std::unexpected(troubleOf(Connection::Failure::TooLate, m_place));
        if (hasEndedInVain() || Clock::now() >= m_deadline)
            return std::unexpected(silent(m_program));
        sleepFor(m_holdsLock ? 5 : 20);
    }
}

std::expected<void, Trouble> Starter::startIfFirst()
{
    if (!m_holdsLock || m_launched)
        return {};
    auto launched = launch(m_program, m_kind, m_askersDeadline);
    if (!launched)
        return std::unexpected(launched.error());
    m_launched.emplace(*std::move(launched));
    ++m_starts;
    return {};
}

bool Starter::hasEndedInVain()
{
    if (!m_launched || !m_launched->hasEnded())
        return false;
    if (m_endedAt == Clock::time_point())
        m_endedAt = Clock::now();
    if (Clock::now() - m_endedAt < patienceAfterEnd)
        return false;
    m_endedAt = {};
    m_launched.reset();
    return m_starts == mostStarts;
}

} // namespace

std::expected<Connection, Trouble> startApp(const SocketPlace &place, StartKind kind,
                                            const Deadline &deadline)
{
    auto program = appProgram();
    if (!program)
        return std::unexpected(program.error());
    ::mkdir(place.folder.c_str(), 0700);
    if (lookAtFolder(place) != Folder::Ours)
        return std::unexpected(untrusted(place.folder));
    return Starter(place, *std::move(program), kind, deadline).run();
}

} // namespace framekey::command
