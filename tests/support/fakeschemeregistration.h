// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/schemeregistration.h"

#include <QStringList>

#include <utility>

namespace framekey::test
{

/// A desktop that answers at once what the test chose, and knows what it was asked for.
class FakeSchemeRegistration : public SchemeRegistration
{
public:
    void ask(const QString &scheme, Told told) override
    {
        m_asked.append(scheme);
        told(m_state);
    }
    void enter(const QString &scheme, Told told) override
    {
        m_entered.append(scheme);
        m_state = m_afterEntering;
        told(m_state);
    }
    void remove(const QString &scheme) override { m_removed.append(scheme); }

    void setState(HandOver state) { m_state = state; }
    /// What registering brings about.
    void setAfterEntering(HandOver state) { m_afterEntering = state; }
    [[nodiscard]] const QStringList &asked() const { return m_asked; }
    [[nodiscard]] const QStringList &entered() const { return m_entered; }
    [[nodiscard]] const QStringList &removed() const { return m_removed; }

private:
    HandOver m_state = HandOver::Ready;
    HandOver m_afterEntering = HandOver::Ready;
    QStringList m_asked;
    QStringList m_entered;
    QStringList m_removed;
};

} // namespace framekey::test
