// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/terminationsignal.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace framekey
{

namespace
{

// A signal handler reaches nothing but what is global. A blocked mask with signalfd would need no handler,
// but the browser would inherit it and not end by SIGTERM any more; handlers are undone at exec.
std::array<int, 2> pipeEnds{-1, -1};

void writeToPipe(int)
{
    const int saved = errno;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], "", 1);
    errno = saved;
}

} // namespace

TerminationSignal::TerminationSignal(QObject *parent) : QObject(parent)
{
    if (::pipe2(pipeEnds.data(), O_NONBLOCK | O_CLOEXEC) != 0)
        return;
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1)
            Q_EMIT received();
    });
    struct sigaction action{};
    action.sa_handler = writeToPipe;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

} // namespace framekey
