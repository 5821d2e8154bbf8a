// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QTimer;

namespace framekey
{

/// A short note beside a button ("Copied") that goes by itself. Its room is kept from the start, so nothing
/// moves.
class FadingNote : public QLabel
{
    Q_OBJECT

public:
    /// Keeps the room of `longest`.
    explicit FadingNote(const QString &longest, QWidget *parent = nullptr);

    void say(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QString m_longest;
    QTimer *m_timer;
};

} // namespace framekey
