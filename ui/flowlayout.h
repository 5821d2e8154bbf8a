// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace framekey
{

/// Puts its items side by side and begins a new row where one does not fit, so that long words never clip.
/// Trailing items stand at the far end of the last row while there is room.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int spacing = 8);
    ~FlowLayout() override;

    void addTrailing(QWidget *widget);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect &rect) override;

private:
    struct Place {
        QLayoutItem *item;
        QRect rect;
    };
    [[nodiscard]] std::vector<Place> places(const QRect &rect) const;
    [[nodiscard]] static int bottomOf(const std::vector<Place> &places, int otherwise);
    void moveTrailing(std::vector<Place> &places, const QRect &rect) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    std::size_t m_trailing = 0; ///< how many of the last items are trailing
};

} // namespace framekey
