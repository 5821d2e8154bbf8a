// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activitydelegate.h"

#include "ui/marks.h"
#include "ui/wrappedtext.h"

#include <QListView>
#include <QPainter>

namespace framekey
{

namespace
{

constexpr int side = 6;
constexpr int vertical = 7;
constexpr int markGap = 9;
constexpr int timeGap = 14;
constexpr int lineGap = 1;

int markSize(const QFontMetrics &metrics)
{
    return metrics.height() * 3 / 4;
}

// A path begins with a slash, which else would go to its end where the language is mirrored.
QString leftToRight(const QString &path)
{
    return QChar(0x2066) + path + QChar(0x2069);
}

/// The lines of one row and how high each is, at a width.
class Lines
{
public:
    Lines(const QModelIndex &index, const QFont &font, int width)
        : m_font(font)
        , m_metrics(font)
        , m_width(width - 2 * side - markSize(m_metrics) - markGap)
        , program(index.data(ActivityDelegate::ProgramRole).toString())
        , folder(index.data(ActivityDelegate::FolderRole).toString())
        , when(index.data(ActivityDelegate::WhenRole).toString())
        , outcome(index.data(ActivityDelegate::OutcomeRole).toString())
        , claims(index.data(ActivityDelegate::ClaimsRole).toString())
    {
    }

    [[nodiscard]] bool isOneRow() const
    {
        return m_metrics.horizontalAdvance(program) + timeGap + m_metrics.horizontalAdvance(when) <= m_width;
    }
    /// Between program and time, whole; else it has a line of its own, since it is what tells programs of one
    /// name apart.
    [[nodiscard]] bool isFolderBetween() const
    {
        const int room = m_width - m_metrics.horizontalAdvance(program) - m_metrics.horizontalAdvance(when) -
                         timeGap - markGap;
        return isOneRow() && m_metrics.horizontalAdvance(folder) <= room;
    }
    [[nodiscard]] int folderHeight() const
    {
        return folder.isEmpty() || isFolderBetween() ? 0 : lineGap + heightOf(leftToRight(folder));
    }
    [[nodiscard]] int heightOf(const QString &text) const { return wrappedHeight(m_font, text, m_width); }
    [[nodiscard]] int height() const
    {
        const int first = isOneRow() ? m_metrics.height() : heightOf(program) + heightOf(when);
        const int last = claims.isEmpty() ? 0 : lineGap + heightOf(claims);
        return 2 * vertical + first + folderHeight() + lineGap + heightOf(outcome) + last;
    }

private:
    QFont m_font;
    QFontMetrics m_metrics;
    int m_width;

public:
    QString program;
    QString folder;
    QString when;
    QString outcome;
    QString claims;
};

/// Puts one text under the other, from the start of the line.
class Column
{
public:
    Column(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option)
        : m_painter(painter), m_rect(rect), m_option(option)
    {
    }

    void put(const QString &text, QPalette::ColorRole role, int height)
    {
        m_painter.setPen(m_option.palette.color(role));
        paintWrapped(m_painter, m_rect, start(), text);
        m_rect.setTop(m_rect.top() + height);
    }

    void putFirst(const Lines &lines)
    {
        if (!lines.isOneRow()) {
            put(lines.program, QPalette::Text, lines.heightOf(lines.program));
            put(lines.when, QPalette::PlaceholderText, lines.heightOf(lines.when) + lineGap);
            return;
        }
        const QFontMetrics &metrics = m_option.fontMetrics;
        const QRect line(m_rect.left(), m_rect.top(), m_rect.width(), metrics.height());
        putAt(line, start(), QPalette::Text, lines.program);
        putAt(line, start() == Qt::AlignLeft ? Qt::AlignRight : Qt::AlignLeft, QPalette::PlaceholderText,
              lines.when);
        const int left = metrics.horizontalAdvance(lines.program) + markGap;
        if (lines.isFolderBetween())
            putAt(QStyle::visualRect(m_option.direction, line, line.adjusted(left, 0, 0, 0)), start(),
                  QPalette::PlaceholderText, leftToRight(lines.folder));
        m_rect.setTop(line.bottom() + 1 + lineGap);
    }

private:
    [[nodiscard]] Qt::Alignment start() const
    {
        return m_option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    }

    void putAt(const QRect &rect, Qt::Alignment alignment, QPalette::ColorRole role, const QString &text)
    {
        m_painter.setPen(m_option.palette.color(role));
        m_painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter | Qt::AlignAbsolute), text);
    }

    QPainter &m_painter;
    QRect m_rect;
    const QStyleOptionViewItem &m_option;
};

} // namespace

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Lines lines(index, option.font, option.rect.width());
    const int size = markSize(option.fontMetrics);
    const QRect inner = option.rect.adjusted(side, vertical, -side, -vertical);
    const QRect mark(inner.left(), inner.top() + (option.fontMetrics.height() - size) / 2, size, size);
    const Tone tone = index.data(ToneRole).value<Tone>();
    painter->save();
    painter->setFont(option.font);
    paintToneMark(*painter, QStyle::visualRect(option.direction, inner, mark), tone, option.palette);
    Column column(*painter,
                  QStyle::visualRect(option.direction, inner, inner.adjusted(size + markGap, 0, 0, 0)),
                  option);
    column.putFirst(lines);
    if (lines.folderHeight() > 0)
        column.put(leftToRight(lines.folder), QPalette::PlaceholderText, lines.folderHeight());
    column.put(lines.outcome, tone == Tone::Good ? QPalette::PlaceholderText : QPalette::Text,
               lines.heightOf(lines.outcome) + lineGap);
    column.put(lines.claims, QPalette::PlaceholderText, 0);
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(option);
        option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
    }
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *list = qobject_cast<const QListView *>(option.widget);
    const int width = list ? list->viewport()->width() : option.rect.width();
    return {0, heightOf(index, option.font, width)};
}

int ActivityDelegate::heightOf(const QModelIndex &index, const QFont &font, int width)
{
    return Lines(index, font, width).height();
}

} // namespace framekey
