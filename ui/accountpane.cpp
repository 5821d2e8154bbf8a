// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accountpane.h"

#include "ui/buttons.h"
#include "ui/presentation/order.h"
#include "ui/wrappedtext.h"

#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace framekey
{

namespace
{

constexpr int margin = 8;
constexpr int padding = 9;
constexpr int lineGap = 1;

enum Role { DetailRole = Qt::UserRole, IdRole };

/// Two lines on a rounded ground; the shown account's ground is a card's.
class AccountDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool shown = option.state.testFlag(QStyle::State_Selected);
        if (shown) {
            painter->setPen(option.palette.color(QPalette::Mid));
            painter->setBrush(option.palette.color(QPalette::Base));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6);
        }
        const QRect inner = option.rect.adjusted(padding, padding - 2, -padding, -padding + 2);
        const Qt::Alignment start = option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
        const QString name = index.data().toString();
        painter->setPen(option.palette.color(QPalette::WindowText));
        paintWrapped(*painter, inner, start, name);
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
        const int nameHeight = wrappedHeight(option.font, name, inner.width());
        paintWrapped(*painter, inner.adjusted(0, nameHeight + lineGap, 0, 0), start,
                     index.data(DetailRole).toString());
        painter->restore();
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            QStyleOptionFocusRect ring;
            ring.QStyleOption::operator=(option);
            option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
        }
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *list = qobject_cast<const QListWidget *>(option.widget);
        const int width = (list ? list->viewport()->width() : option.rect.width()) - 2 * padding;
        const int text = wrappedHeight(option.font, index.data().toString(), width) + lineGap +
                         wrappedHeight(option.font, index.data(DetailRole).toString(), width);
        return {0, text + 2 * (padding - 2)};
    }
};

} // namespace

AccountPane::AccountPane(QWidget *parent) : QWidget(parent), m_list(new QListWidget(this))
{
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setItemDelegate(new AccountDelegate(this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setAutoFillBackground(false);
    QPushButton *add = makeLinkButton(orderWords(Order::AddAccount), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin + 4, margin, margin);
    column->addWidget(m_list, 1);
    column->addWidget(add, 0, Qt::AlignLeft);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(add, &QPushButton::clicked, this, &AccountPane::addRequested);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            Q_EMIT accountChosen(item->data(IdRole).toString());
    });
}

void AccountPane::setRows(const QList<AccountRow> &rows, const QString &shownId)
{
    const QSignalBlocker quiet(m_list);
    while (m_list->count() > rows.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < rows.size())
        m_list->addItem(new QListWidgetItem);
    for (int index = 0; index < rows.size(); ++index) {
        const AccountRow &row = rows[index];
        QListWidgetItem *item = m_list->item(index);
        if (m_rows.value(index) != row) {
            item->setText(row.name);
            item->setData(DetailRole, row.detail);
            item->setData(IdRole, row.id);
            item->setData(Qt::AccessibleTextRole, row.accessibleName());
        }
        if (row.id == shownId && m_list->currentRow() != index)
            m_list->setCurrentRow(index);
    }
    m_rows = rows;
}

QSize AccountPane::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, 200};
}

void AccountPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Light));
}

} // namespace framekey
