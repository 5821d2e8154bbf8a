// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace framekey
{

class Chip;
class HeaderLabel;

/// The top of every page: logo, heading, and the status chip at the far end, or beneath where it does not
/// fit.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(QWidget *parent = nullptr);

    [[nodiscard]] HeaderLabel &label() { return *m_label; }
    [[nodiscard]] Chip &chip() { return *m_chip; }
    void relayout();

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Places {
        QRect label;
        QRect chip;
        int reserved; ///< of the title's line, for the chip
        int height;
    };
    [[nodiscard]] Places places(int width) const;

    HeaderLabel *m_label;
    Chip *m_chip;
};

} // namespace framekey
