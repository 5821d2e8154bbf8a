// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace framekey
{

/// A rounded card with a bold heading; what it holds goes into `body()`.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Puts something small at the end of the heading's line.
    void setCorner(QWidget *widget);
    [[nodiscard]] QVBoxLayout &body() { return *m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;
    /// Colour of a stripe at the card's start; none for an ordinary card.
    [[nodiscard]] virtual QColor stripe() const;

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_top;
    QLabel *m_title;
};

/// A wrapping label; grey for what is said by the way.
[[nodiscard]] QLabel *makeLabel(const QString &text, QWidget *parent);
[[nodiscard]] QLabel *makeGreyLabel(const QString &text, QWidget *parent);

} // namespace framekey
