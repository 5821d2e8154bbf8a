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
    [[nodiscard]] QFont titleFont() const;

    QString m_title;
    QString m_detail;
};

} // namespace framekey
