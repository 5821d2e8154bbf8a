// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the person takes a report along.
#include "ui/activitypage.h"
#include "ui/mainwindow.h"
#include "ui/statuspage.h"

#include <QClipboard>
#include <QGuiApplication>

namespace framekey
{

void MainWindow::setReport(std::function<QString()> report)
{
    m_report = std::move(report);
    m_status->offerReport();
    refresh();
}

void MainWindow::copyReport()
{
    if (!m_report)
        return;
    QGuiApplication::clipboard()->setText(m_report());
    m_status->sayReportCopied();
    if (m_activityPage)
        m_activityPage->sayReportCopied();
}

} // namespace framekey
