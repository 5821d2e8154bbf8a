// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace framekey
{

FlowLayout::FlowLayout(int spacing)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addTrailing(QWidget *widget)
{
    addWidget(widget);
    ++m_trailing;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem *item = at->release();
    m_items.erase(at);
    return item;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        width += (width > 0 ? spacing() : 0) + item->sizeHint().width();
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int FlowLayout::heightForWidth(int width) const
{
    return bottomOf(places(QRect(0, 0, width, 0)), 0);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QWidget *parent = parentWidget();
    const Qt::LayoutDirection direction = parent ? parent->layoutDirection() : Qt::LeftToRight;
    for (const Place &place : places(rect))
        place.item->setGeometry(QStyle::visualRect(direction, rect, place.rect));
}

std::vector<FlowLayout::Place> FlowLayout::places(const QRect &rect) const
{
    std::vector<Place> result;
    int x = rect.left();
    int y = rect.top();
    std::size_t rowStart = 0;
    const auto endRow = [&result, &rowStart, this] {
        const int bottom =
            bottomOf({result.begin() + static_cast<std::ptrdiff_t>(rowStart), result.end()}, 0);
        for (; rowStart < result.size(); ++rowStart) {
            QRect &place = result[rowStart].rect;
            place.moveTop(place.top() + (bottom - place.top() - place.height()) / 2);
        }
        return bottom + spacing();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size =
            item->sizeHint().boundedTo({std::max(rect.width(), item->minimumSize().width()), 10000});
        if (x > rect.left() && x + size.width() > rect.left() + rect.width()) {
            x = rect.left();
            y = endRow();
        }
        result.push_back({item.get(), QRect(QPoint(x, y), size)});
        x += size.width() + spacing();
    }
    endRow();
    moveTrailing(result, rect);
    return result;
}

int FlowLayout::bottomOf(const std::vector<Place> &places, int otherwise)
{
    int bottom = otherwise;
    for (const Place &place : places)
        bottom = std::max(bottom, place.rect.top() + place.rect.height());
    return bottom;
}

void FlowLayout::moveTrailing(std::vector<Place> &places, const QRect &rect) const
{
    int right = rect.left() + rect.width();
    const std::size_t first = m_items.size() - std::min(m_trailing, m_items.size());
    for (std::size_t index = m_items.size(); index > first && !places.empty(); --index) {
        const auto place = std::ranges::find(places, m_items[index - 1].get(), &Place::item);
        if (place == places.end())
            continue;
        if (place->rect.top() + place->rect.height() / 2 !=
            places.back().rect.top() + places.back().rect.height() / 2)
            break;
        place->rect.moveLeft(right - place->rect.width());
        right = place->rect.left() - spacing();
    }
}

} // namespace framekey
