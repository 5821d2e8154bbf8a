// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pagearea.h"

#include <QAccessibleWidget>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace framekey
{

namespace
{

constexpr int margin = 16;
constexpr int gap = 11;
constexpr int widestColumn = 620;

// Qt's own for a scroll area (6.4.2) reads past the end where a scroll bar goes while a screen reader walks
// through its children.
QAccessibleInterface *accessibleArea(const QString &, QObject *object)
{
    auto *area = qobject_cast<PageArea *>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr;
}

} // namespace

PageArea::PageArea(QWidget *parent) : QScrollArea(parent)
{
    QAccessible::installFactory(accessibleArea); // once is enough, and Qt sees to that
    auto *ground = new QWidget;
    m_column = new QVBoxLayout(ground);
    m_column->setContentsMargins(margin, margin - 1, margin, margin - 2);
    m_column->setSpacing(gap);
    setWidget(ground);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    ground->setAutoFillBackground(false);
}

void PageArea::showPage(QWidget *page)
{
    if (page == m_page)
        return;
    if (m_page)
        m_page->hide();
    if (m_column->indexOf(page) < 0)
        m_column->addWidget(page);
    m_page = page;
    // Before the window itself is shown, showing would only lay the page out at a width it will not have.
    if (isVisible() || page->testAttribute(Qt::WA_WState_ExplicitShowHide))
        page->show();
    verticalScrollBar()->setValue(0);
}

void PageArea::setBanner(QWidget *banner)
{
    m_column->insertWidget(0, banner);
}

int PageArea::heightForWidth(int width) const
{
    return m_column->heightForWidth(width);
}

void PageArea::resizeEvent(QResizeEvent *event)
{
    const int side = std::max(margin, (event->size().width() - widestColumn) / 2);
    m_column->setContentsMargins(side, margin - 1, side, margin - 2);
    QScrollArea::resizeEvent(event);
}

} // namespace framekey
