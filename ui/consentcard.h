// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/consents.h"
#include "ui/card.h"
#include "ui/presentation/consentwords.h"

class QLabel;
class QPushButton;
class QTimer;

namespace framekey
{

class ValueLabel;

/// "May this program have a token?", the oldest question first. To a screen reader the whole of it is one
/// label, "Question: …".
///
/// Nothing is allowed by accident: the focus never comes to its buttons by itself, and for a moment after a
/// question appears, when a click or a key may have been meant for what stood here before, it cannot be
/// allowed.
class ConsentCard : public Card
{
    Q_OBJECT

public:
    explicit ConsentCard(QWidget *parent = nullptr);

    /// Shows itself where there are any.
    void setQuestions(const QList<Consents::Question> &questions, const TimeWords &times);

Q_SIGNALS:
    void allowed(quint64 id);
    void refused(quint64 id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    [[nodiscard]] QColor stripe() const override;

private:
    void makeButtons();
    void holdBack();
    void showWords(const ConsentWords &words);

    ValueLabel *m_question;
    QLabel *m_others;
    QPushButton *m_allow = nullptr;
    QPushButton *m_refuse = nullptr;
    QTimer *m_moment;
    quint64 m_id = 0; ///< of the question that is shown; 0: none
    ConsentWords m_words;
};

} // namespace framekey
