// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/personsource.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace framekey::test
{

/// Answers every "who am I" at once with what it was set to, or keeps the question until `answerNow`.
class FakePersonSource : public PersonSource
{
public:
    void ask(const ClientRegistration &, const Secret &accessToken, Answer answer) override
    {
        m_askedWith.append(accessToken.reveal());
        m_pending = std::move(answer);
        if (!m_holding)
            answerNow();
    }

    void setPerson(const Outcome<Person> &person) { m_person = person; }
    void hold() { m_holding = true; }
    void answerNow()
    {
        if (const Answer answer = std::exchange(m_pending, nullptr))
            answer(m_person);
    }
    /// The access tokens it was asked with.
    [[nodiscard]] const QList<QByteArray> &askedWith() const { return m_askedWith; }

private:
    Outcome<Person> m_person =
        std::unexpected(Failure{.stage = Failure::Stage::AccountRequest, .kind = Failure::Kind::Network});
    QList<QByteArray> m_askedWith;
    Answer m_pending;
    bool m_holding = false;
};

} // namespace framekey::test
