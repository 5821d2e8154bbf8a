// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/presentation/order.h"
#include "ui/presentation/tokenwords.h"

class QGridLayout;
class QPushButton;

namespace framekey
{

class FadingNote;
class ValueLabel;

/// The access token: until when, how it is renewed, where the sign-in is kept.
class TokenCard : public Card
{
    Q_OBJECT

public:
    explicit TokenCard(QWidget *parent = nullptr);

    void setSnapshot(const SessionSnapshot &snapshot, const TimeWords &times);
    /// Says beside the button what became of "Copy token".
    void sayCopied(const QString &text);

Q_SIGNALS:
    void ordered(framekey::Order order);

private:
    ValueLabel *addRow(QGridLayout &grid, const QString &caption);
    void makeButtons();

    ValueLabel *m_expires;
    ValueLabel *m_renewal;
    ValueLabel *m_keptIn;
    QWidget *m_buttonRow;
    QPushButton *m_renewNow = nullptr;
    FadingNote *m_copied;
};

} // namespace framekey
