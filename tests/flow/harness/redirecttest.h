// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "harness/flowtest.h"

#include <QUrlQuery>

namespace framekey::test
{

/// Tests of what arrives at the redirect's port, over plain http unless a derived one has it secured.
class RedirectTest : public FlowTest
{
    Q_OBJECT

protected:
    /// Starts a sign-in and goes as far as the redirect, which is not followed.
    bool waitForRedirect();
    /// What the browser would ask.
    [[nodiscard]] QByteArray genuine() const;
    /// With CODE, STATE and HOST as they are in this sign-in.
    [[nodiscard]] QByteArray filledIn(QByteArray text) const;
    /// Fills the port with silent connections, then lets them go: whether the one beyond them, and no other,
    /// was closed.
    [[nodiscard]] bool closesOnlyTheOneTooMany() const;
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(person->redirect().port()); }
    [[nodiscard]] QByteArray value(const QString &name) const
    {
        return QUrlQuery(person->redirect()).queryItemValue(name).toLatin1();
    }
};

} // namespace framekey::test
