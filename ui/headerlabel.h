// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace framekey
{

/// The window's heading: a large line and beneath it a grey one. It breaks anywhere rather than clip a long
/// address.
class HeaderLabel : public QLabel
{
    Q_OBJECT

public:
    explicit HeaderLabel(QWidget *parent = nullptr);

    /// For a screen reader: "title. detail".
    void setHeading(const QString &title, const QString &detail);
    /// For a screen reader: "Person: Ana Lima, ana@northlight.example".
    void setPerson(const QString &person, const QString &title, const QString &detail);

    /// Room beside the title, at its end, that something else needs (pixels).
    void setReserved(int width);

    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] int titleWidth() const;
    /// With this much of the title's line taken by something else.
    [[nodiscard]] int heightFor(int width, int reserved) const;
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString detail() const { return m_detail; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void set(const QString &title, const QString &detail);

    QString m_title;
    QString m_detail;
    int m_reserved = 0;
};

} // namespace framekey
