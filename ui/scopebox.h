// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace framekey
{

/// A check box whose words wrap, with a scope token (where there is one) at the far end.
class ScopeBox : public QCheckBox
{
    Q_OBJECT

public:
    ScopeBox(const QString &words, const QString &token, QWidget *parent = nullptr);

    [[nodiscard]] QString token() const { return m_token; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    [[nodiscard]] int textLeft() const;

    QString m_token;
};

} // namespace framekey
