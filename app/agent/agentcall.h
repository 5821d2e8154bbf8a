// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/requester.h"
#include "agent/agentanswer.h"
#include "agent/agentrequest.h"

#include <functional>
#include <memory>
#include <utility>

namespace framekey
{

/// One request, from its arrival to its one answer, which may come at once or later, on the same thread.
/// Whoever carries it out keeps it until then; let go of without an answer, it answers that it failed.
class AgentCall
{
public:
    using Send = std::function<void(const AgentAnswer &)>;

    AgentCall(AgentRequest request, Requester requester, Send send)
        : m_request(std::move(request)), m_requester(std::move(requester)), m_send(std::move(send))
    {
    }
    ~AgentCall() { answer({.refusal = AgentAnswer::Refusal::Failed}); }
    AgentCall(const AgentCall &) = delete;
    AgentCall &operator=(const AgentCall &) = delete;

    [[nodiscard]] const AgentRequest &request() const { return m_request; }
    /// Without what it calls itself: that is in the request.
    [[nodiscard]] const Requester &requester() const { return m_requester; }
    /// True until it was answered, or the caller left.
    [[nodiscard]] bool isOpen() const { return m_send != nullptr; }

    /// The first answer counts.
    void answer(const AgentAnswer &answer)
    {
        m_left = nullptr;
        if (const Send send = std::exchange(m_send, nullptr))
            send(answer);
    }
    /// Called where the caller goes away before it was answered. Must not hold this call itself.
    void whenLeft(std::function<void()> left) { m_left = std::move(left); }
    /// The caller went away.
    void leave()
    {
        m_send = nullptr;
        if (const auto left = std::exchange(m_left, nullptr))
            left();
    }

private:
    AgentRequest m_request;
    Requester m_requester;
    Send m_send;
    std::function<void()> m_left;
};

using AgentCallPtr = std::shared_ptr<AgentCall>;

} // namespace framekey
