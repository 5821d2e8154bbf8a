// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"
#include "ui/card.h"
#include "ui/presentation/order.h"
#include "ui/presentation/timewords.h"

class QPushButton;

namespace framekey
{

class FadingNote;
class LinkField;
class PasteRow;
class ValueLabel;

/// A sign-in that waits for the browser: the link, and every way on from here.
class WaitingCard : public Card
{
    Q_OBJECT

public:
    explicit WaitingCard(QWidget *parent = nullptr);

    void setSnapshot(const SessionSnapshot &snapshot, const TimeWords &times);

    /// To the one button that changes nothing when Return is pressed once too often.
    void takeFocus();

Q_SIGNALS:
    void ordered(framekey::Order order);
    void addressPasted(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void makeLinkRow();
    void makeButtons();
    void openPasteRow();
    void setPastePlace(const SessionSnapshot::Waiting &waiting);
    void setWords(const SessionSnapshot &snapshot, const TimeWords &times);

    ValueLabel *m_hint;
    LinkField *m_link;
    QPushButton *m_copy;
    FadingNote *m_copied;
    QPushButton *m_openAgain;
    QPushButton *m_paste;
    QPushButton *m_register;
    QPushButton *m_cancel;
    PasteRow *m_pasteRow;
    QLabel *m_causes;
    QLabel *m_until;
};

} // namespace framekey
