// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentserver.h"

#include "agent/callerof.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto wholeWithin = 5s;
constexpr auto pauseWithoutDescriptors = 250ms;

} // namespace

AgentServer::AgentServer(CarryOut carryOut, uint user, QObject *parent)
    : QObject(parent), m_carryOut(std::move(carryOut)), m_user(user)
{
    m_late.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &AgentServer::dropLateOnes);
    connect(&m_pause, &QTimer::timeout, this, &AgentServer::resumeAccepting);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &AgentServer::noticeLoss);
}

AgentServer::~AgentServer()
{
    stopListening();
    while (!m_connections.empty())
        drop(m_connections.begin()->first);
}

bool AgentServer::listen(const QString &path)
{
    stopListening();
    m_path = path;
    QFile::remove(path); // left over: we hold the lock
    if (!m_listener.listen(path))
        return false;
    m_file = fileNumber(path);
    m_accepting = std::make_unique<QSocketNotifier>(m_listener.descriptor(), QSocketNotifier::Read);
    connect(m_accepting.get(), &QSocketNotifier::activated, this, &AgentServer::accept);
    m_watcher.addPath(QFileInfo(path).path());
    return true;
}

void AgentServer::stopListening()
{
    m_accepting.reset();
    m_listener.close();
    // By now it may be another's (T14).
    if (m_file && fileNumber(m_path) == m_file)
        QFile::remove(m_path);
    m_file.reset();
}

void AgentServer::noticeLoss()
{
    if (!QFileInfo::exists(m_path))
        Q_EMIT lost();
}

void AgentServer::accept()
{
    // One at a time: mostly there is but one, and the window is to be drawn in between.
    LocalSocket socket;
    switch (m_listener.accept(socket)) {
    case LocalSocket::Accepting::NobodyThere:
        return;
    case LocalSocket::Accepting::NoDescriptorLeft:
        if (!dropOldestSilent())
            pauseAccepting();
        return;
    case LocalSocket::Accepting::Accepted:
        if (const auto peer = peerOf(socket.descriptor()); peer && peer->user == m_user)
            admit(std::move(socket), peer->process);
    }
}

void AgentServer::pauseAccepting()
{
    // Who connects meanwhile waits in the kernel's queue.
    m_accepting->setEnabled(false);
    m_pause.start(pauseWithoutDescriptors);
}

void AgentServer::resumeAccepting()
{
    m_pause.stop();
    if (m_accepting)
        m_accepting->setEnabled(true);
}

void AgentServer::admit(LocalSocket socket, qint64 peer)
{
    const quint64 number = ++m_lastNumber;
    Connection &connection = m_connections[number];
    connection.socket = std::move(socket);
    // At once: when there is an answer, who asked may be gone. And first: by then the request has come
    // mostly, and this is not woken a second time for it.
    connection.requester = callerOf(peer);
    connection.wholeBy.setRemainingTime(wholeWithin);
    receive(number);
    if (std::ranges::count(m_connections, false, [](const auto &each) { return each.second.isWhole; }) >
        mostSilent)
        dropOldestSilent();
}

void AgentServer::receive(quint64 number)
{
    const auto found = m_connections.find(number);
    if (found == m_connections.end())
        return;
    Connection &connection = found->second;
    if (!read(connection)) {
        drop(number);
        return;
    }
    const qsizetype end = connection.isWhole ? -1 : connection.line.indexOf('\n');
    if (end >= 0) {
        connection.isWhole = true;
        const Secret whole = Secret::taking(std::exchange(connection.line, {})); // it may hold a code
        carryOut(number, QByteArray::fromRawData(whole.reveal().constData(), end));
    }
    keepListeningTo(number);
}

bool AgentServer::read(Connection &connection)
{
    constexpr qsizetype longestWithLineFeed = longestAgentRequest + 1;
    QByteArray nothingMore;
    QByteArray &into = connection.isWhole ? nothingMore : connection.line;
    if (!connection.isWhole)
        into.reserve(longestWithLineFeed + 1); // a buffer that grew would leave copies behind
    const qsizetype before = into.size();
    const auto reading = connection.socket.read(into, longestWithLineFeed + 1 - connection.received);
    connection.received += into.size() - before;
    return reading != LocalSocket::Reading::Ended && connection.received <= longestWithLineFeed;
}

void AgentServer::carryOut(quint64 number, const QByteArray &line)
{
    const auto request = parseAgentRequest(line);
    if (!request) {
        answer(number, {.refusal = AgentAnswer::Refusal::NotUnderstood});
        return;
    }
    // Before it is carried out: what has been done is not told to come again.
    if (waiting() > mostWaiting) {
        answer(number, {.refusal = AgentAnswer::Refusal::TryLater});
        return;
    }
    Connection &connection = m_connections.at(number);
    const auto call = std::make_shared<AgentCall>(
        *request, connection.requester,
        [this, number](const AgentAnswer &answered) { answer(number, answered); });
    connection.call = call;
    m_carryOut(call);
}

void AgentServer::keepListeningTo(quint64 number)
{
    const auto found = m_connections.find(number);
    if (found == m_connections.end())
        return;
    Connection &connection = found->second;
    if (!connection.notifier) {
        connection.notifier =
            std::make_unique<QSocketNotifier>(connection.socket.descriptor(), QSocketNotifier::Read);
        connect(connection.notifier.get(), &QSocketNotifier::activated, this,
                [this, number] { receive(number); });
    }
    watchForLateOnes();
}

void AgentServer::answer(quint64 number, const AgentAnswer &answer)
{
    const auto found = m_connections.find(number);
    if (found == m_connections.end())
        return;
    const LocalSocket socket = takeOut(found);
    socket.write(formatAgentAnswer(answer).reveal());
}

void AgentServer::drop(quint64 number)
{
    const auto found = m_connections.find(number);
    const AgentCallPtr call = found->second.call.lock();
    takeOut(found);
    if (call)
        call->leave();
}

LocalSocket AgentServer::takeOut(Connections::iterator found)
{
    if (auto &notifier = found->second.notifier) {
        notifier->setEnabled(false);
        notifier.release()->deleteLater(); // this may run inside its own signal
    }
    LocalSocket socket = std::move(found->second.socket);
    m_connections.erase(found);
    if (m_pause.isActive())
        m_pause.start(0ms); // there is a descriptor
    return socket;
}

AgentServer::Connections::iterator AgentServer::oldestSilent()
{
    return std::ranges::find(m_connections, false, [](const auto &each) { return each.second.isWhole; });
}

bool AgentServer::dropOldestSilent()
{
    const auto oldest = oldestSilent();
    if (oldest == m_connections.end())
        return false;
    drop(oldest->first);
    return true;
}

void AgentServer::dropLateOnes()
{
    for (auto oldest = oldestSilent(); oldest != m_connections.end() && oldest->second.wholeBy.hasExpired();
         oldest = oldestSilent())
        drop(oldest->first);
    watchForLateOnes();
}

void AgentServer::watchForLateOnes()
{
    if (m_late.isActive())
        return;
    if (const auto oldest = oldestSilent(); oldest != m_connections.end())
        m_late.start(std::chrono::milliseconds(oldest->second.wholeBy.remainingTime()) + 1ms);
}

qsizetype AgentServer::waiting() const
{
    return std::ranges::count(m_connections, true, [](const auto &each) { return each.second.isWhole; });
}

} // namespace framekey
