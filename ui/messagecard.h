// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/presentation/cardwords.h"

#include <array>

class QPushButton;

namespace framekey
{

class ValueLabel;

/// A card that says what happened, what it means and what to do, with the buttons for it. To a screen reader
/// the whole of it is one label, "Message: …".
class MessageCard : public Card
{
    Q_OBJECT

public:
    explicit MessageCard(QWidget *parent = nullptr);

    void setWords(const CardWords &words);

Q_SIGNALS:
    void ordered(framekey::Order order);

protected:
    [[nodiscard]] QColor stripe() const override;

private:
    void makeButtons();
    void setButtons(const QList<CardWords::Button> &buttons);

    ValueLabel *m_message;
    QLabel *m_code;
    QWidget *m_buttonRow;
    /// Made once, so that the order of the Tab key stays the order on the screen.
    std::array<QPushButton *, 3> m_buttons{};
    CardWords m_words;
};

} // namespace framekey
