// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accountpane.h"
#include "ui/pagearea.h"
#include "ui/statuspage.h"

#include <QApplication>
#include <QHBoxLayout>

namespace framekey
{

/// A page as the window holds it.
class Stage
{
public:
    static constexpr int width = 460;
    static constexpr int widthWithList = 640;

    explicit Stage(QWidget *page) : m_page(page)
    {
        auto *row = new QHBoxLayout(&m_window);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addWidget(m_pane = new AccountPane(&m_window));
        row->addWidget(m_area = new PageArea(&m_window), 1);
        m_pane->hide();
        m_area->showPage(page);
    }

    void addList(const QList<AccountRow> &rows)
    {
        m_pane->setRows(rows, rows.first().id);
        m_pane->show();
    }

    /// Above the page, as a question is.
    void addBanner(QWidget *banner) { m_area->setBanner(banner); }

    void prepare()
    {
        m_window.show();
        QApplication::processEvents();
    }

    bool save(const QString &path)
    {
        const int wide = m_pane->isHidden() ? width : widthWithList;
        m_window.resize(wide, 300);
        prepare();
        if (auto *status = qobject_cast<StatusPage *>(m_page))
            status->focusPrimary();
        m_window.resize(wide, m_area->widget()->heightForWidth(m_area->viewport()->width()));
        for (int round = 0; round < 3; ++round)
            QApplication::processEvents();
        return m_window.grab().save(path);
    }

private:
    QWidget m_window;
    QWidget *m_page;
    AccountPane *m_pane;
    PageArea *m_area;
};

} // namespace framekey
