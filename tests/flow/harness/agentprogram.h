// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/activity.h"
#include "accounts/consents.h"
#include "agent/agentorders.h"
#include "agent/agentserver.h"
#include "ui/presentation/agentwords.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QTemporaryDir>

#include <memory>

namespace framekey
{
class AccountList;
class Clock;
class SchemeRegistration;
class TokenStore;
} // namespace framekey

namespace framekey::test
{

/// A script on the other end of the socket: sends one request and gathers what is answered.
class Caller
{
public:
    Caller(const QString &path, const QByteArray &request);

    /// The connection is over.
    [[nodiscard]] bool isDone() const { return m_socket.state() == QLocalSocket::UnconnectedState; }
    /// Waited for. Empty where there was none.
    QJsonObject answer();
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    void leave() { m_socket.abort(); }

private:
    QLocalSocket m_socket;
    QByteArray m_bytes;
};

/// Members of a request, with their comma. (moc loses its way in raw strings.)
[[nodiscard]] QByteArray text(const QByteArray &name, const QByteArray &value);
[[nodiscard]] QByteArray list(const QByteArray &name, const QByteArray &onlyValue);
[[nodiscard]] QByteArray number(const QByteArray &name, int value);
[[nodiscard]] QByteArray yes(const QByteArray &name);
[[nodiscard]] QByteArray no(const QByteArray &name);

/// The program's agent on a real socket, over accounts that the test owns.
class AgentProgram
{
public:
    AgentProgram(AccountList &accounts, Clock &clock, TokenStore &store, bool hasWindow = true,
                 SchemeRegistration *schemes = nullptr);

    /// `more`: further members.
    [[nodiscard]] std::unique_ptr<Caller> call(const QByteArray &order, const QByteArray &more = {});
    /// The answer, waited for.
    QJsonObject ask(const QByteArray &order, const QByteArray &more = {});

    Activity activity;
    Consents consents;
    AgentOrders orders;
    /// What was answered so far, all of it.
    [[nodiscard]] const QByteArray &said() const { return m_said; }

private:
    QTemporaryDir m_folder;
    AgentWords m_words;
    AgentServer m_server;
    QByteArray m_said;
};

} // namespace framekey::test
