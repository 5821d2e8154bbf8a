// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/schemeregistration.h"

#include <QStringList>

#include <utility>

namespace framekey::test
{

/// A desktop that answers what the test chose, at once or when told to, and knows what it was asked for.
class FakeSchemeRegistration : public SchemeRegistration
{
public:
    void ask(const QString &scheme, Told told) override
    {
        m_asked.append(scheme);
        m_pending = std::move(told);
        if (!m_holding)
            answerNow();
    }
    void enter(const QString &scheme, Told told) override
    {
        m_entered.append(scheme);
        m_state = m_afterEntering;
        told(m_state);
    }
    void remove(const QString &scheme) override { m_removed.append(scheme); }

    /// What is asked for is not answered before `answerNow`.
    void hold() { m_holding = true; }
    void answerNow()
    {
        if (const Told told = std::exchange(m_pending, nullptr))
            told(m_state);
    }
    void setState(HandOver state) { m_state = state; }
    /// What registering brings about.
    void setAfterEntering(HandOver state) { m_afterEntering = state; }
    [[nodiscard]] const QStringList &asked() const { return m_asked; }
    [[nodiscard]] const QStringList &entered() const { return m_entered; }
    [[nodiscard]] const QStringList &removed() const { return m_removed; }

private:
    HandOver m_state = HandOver::Ready;
    HandOver m_afterEntering = HandOver::Ready;
    Told m_pending;
    bool m_holding = false;
    QStringList m_asked;
    QStringList m_entered;
    QStringList m_removed;
};

} // namespace framekey::test
