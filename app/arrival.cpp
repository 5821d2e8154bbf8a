// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrival.h"

#include "composition.h"

#include <QTextStream>
#include <QThread>

#include <chrono>
#include <cstdlib>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

// The owner may have its lock already and its socket not yet.
constexpr auto silentAtMost = 4s;
// The longest that a refresh takes: 30 s without an answer, one more try (F5), and storing what came of it.
constexpr auto busyAtMost = 75s;
constexpr unsigned long betweenMs = 100;

using Order = AgentRequest::Order;
using Refusal = AgentAnswer::Refusal;

int fail(const QString &sentence)
{
    QTextStream(stderr) << "framekey-app: " << sentence << '\n';
    return EXIT_FAILURE;
}

} // namespace

Arrival::Arrival(Composition &composition, const Options &options, bool hasDisplay, MayEndMemory mayEndMemory)
    : m_composition(composition)
    , m_options(options)
    , m_hasDisplay(hasDisplay)
    , m_mayEndMemory(std::move(mayEndMemory))
    , m_deadline(silentAtMost)
{
}

std::optional<int> Arrival::settle()
{
    while (!m_composition.becomeOwner()) {
        if (const auto exitCode = wantsToTakeOver() ? takeOver() : handOver())
            return exitCode;
        if (m_deadline.hasExpired())
            return fail(m_isBusy ? QStringLiteral("The Framekey that runs is busy. Try again in a minute.")
                                 : QStringLiteral("Framekey runs already, but does not answer."));
        QThread::msleep(betweenMs);
    }
    return std::nullopt;
}

bool Arrival::wantsToTakeOver() const
{
    // Where a mistake in what is to be added would end this start, the other one stays.
    const bool onlyAdds = m_options.background && addsSomething();
    return m_hasDisplay && !onlyAdds && !m_composition.socketPath().isEmpty();
}

bool Arrival::addsSomething() const
{
    return !m_options.envFile.isEmpty() || m_options.fromEnvironment || m_options.practice;
}

std::optional<int> Arrival::takeOver()
{
    const auto answer =
        askRunning(m_composition.socketPath(), {.order = Order::TakeOver, .endsMemory = m_memoryEnds});
    if (!answer)
        return std::nullopt;
    if (answer->refusal == Refusal::MemoryOnly)
        return m_options.background ? handOver() : askPerson();
    if (!answer->isDone() && answer->refusal != Refusal::Busy)
        return handOver();
    if (answer->isDone())
        m_composition.noteTakeOver();
    wait();
    return std::nullopt;
}

std::optional<int> Arrival::askPerson()
{
    if (!m_mayEndMemory()) {
        m_otherStays = true;
        return addsSomething() ? handOver() : EXIT_SUCCESS;
    }
    m_memoryEnds = true;
    m_isBusy = false;
    wait();
    return std::nullopt;
}

void Arrival::wait()
{
    if (!m_isBusy)
        m_deadline.setRemainingTime(busyAtMost);
    m_isBusy = true;
}

std::optional<int> Arrival::handOver()
{
    if (m_options.fromEnvironment)
        return fail(QStringLiteral("Framekey runs already, and an environment is not handed over. Quit it "
                                   "first, or use --env-file."));
    if (m_options.background && !addsSomething())
        return EXIT_SUCCESS;
    if (m_composition.socketPath().isEmpty())
        return fail(QStringLiteral("Framekey runs already, and has no socket to be asked through."));
    const bool onlyAdds = m_options.background || m_otherStays;
    const auto answer =
        askRunning(m_composition.socketPath(), {.order = onlyAdds ? Order::Add : Order::Show,
                                                .activationToken = qgetenv("XDG_ACTIVATION_TOKEN"),
                                                .envFile = m_options.envFile,
                                                .practice = m_options.practice});
    if (!answer)
        return std::nullopt;
    if (answer->refusal == Refusal::NoWindow)
        return std::nullopt;                // the owner is another one since it was asked
    if (answer->refusal == Refusal::Busy) { // it is about to end
        wait();
        return std::nullopt;
    }
    if (answer->isDone())
        return EXIT_SUCCESS;
    return fail(answer->problem.isEmpty()
                    ? QStringLiteral("The Framekey that runs does not understand this start.")
                    : answer->problem);
}

} // namespace framekey
