// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/agentprogram.h"

#include "harness/heartbeat.h"

#include <QJsonDocument>

namespace framekey::test
{

namespace
{

QByteArray member(const QByteArray &name, const QByteArray &value)
{
    return ",\"" + name + "\":" + value;
}

} // namespace

QByteArray text(const QByteArray &name, const QByteArray &value)
{
    return member(name, '"' + value + '"');
}

QByteArray list(const QByteArray &name, const QByteArray &onlyValue)
{
    return member(name, "[\"" + onlyValue + "\"]");
}

QByteArray number(const QByteArray &name, int value)
{
    return member(name, QByteArray::number(value));
}

QByteArray yes(const QByteArray &name)
{
    return member(name, "true");
}

QByteArray no(const QByteArray &name)
{
    return member(name, "false");
}

Caller::Caller(const QString &path, const QByteArray &request)
{
    QObject::connect(&m_socket, &QLocalSocket::readyRead, &m_socket,
                     [this] { m_bytes += m_socket.readAll(); });
    m_socket.connectToServer(path);
    m_socket.write(request + '\n');
}

QJsonObject Caller::answer()
{
    until([this] { return isDone(); }, std::chrono::seconds(20));
    return QJsonDocument::fromJson(m_bytes).object();
}

AgentProgram::AgentProgram(AccountList &accounts, Clock &clock, TokenStore &store, bool hasWindow,
                           SchemeRegistration *schemes)
    : consents(clock)
    , orders({.accounts = accounts,
              .clock = clock,
              .activity = activity,
              .consents = consents,
              .store = store,
              .wording = m_words,
              .schemes = schemes,
              .hasWindow = hasWindow})
    , m_server([this](const AgentCallPtr &call) {
        if (!orders.carryOut(call))
            call->answer({.refusal = AgentAnswer::Refusal::NotUnderstood});
    })
{
    if (!m_server.listen(m_folder.filePath(QStringLiteral("agent"))))
        qFatal("the agent cannot listen");
}

std::unique_ptr<Caller> AgentProgram::call(const QByteArray &order, const QByteArray &more)
{
    return std::make_unique<Caller>(m_folder.filePath(QStringLiteral("agent")),
                                    R"({"version":1,"order":")" + order + '"' + more + '}');
}

QJsonObject AgentProgram::ask(const QByteArray &order, const QByteArray &more)
{
    const auto caller = call(order, more);
    QJsonObject answer = caller->answer();
    m_said += caller->bytes();
    return answer;
}

} // namespace framekey::test
