// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quietlogging.h"

#include <QByteArrayView>
#include <QLoggingCategory>

namespace framekey
{

namespace
{

// Qt calls a plain function, so what it replaced can only be kept here.
QLoggingCategory::CategoryFilter originalFilter = nullptr;

bool mayHoldSecrets(QByteArrayView category)
{
    return category.startsWith("qt.networkauth") || category.startsWith("qt.network") ||
           category.startsWith("qt.qpa.input") || category.startsWith("qt.qpa.clipboard") ||
           category.startsWith("qt.qpa.mime") || category.startsWith("qt.dbus");
}

void filter(QLoggingCategory *category)
{
    if (originalFilter) // not yet while it is being replaced, which Qt calls this for
        originalFilter(category);
    if (!mayHoldSecrets(category->categoryName()))
        return;
    for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg})
        category->setEnabled(type, false);
}

} // namespace

void installQuietLogging()
{
    originalFilter = QLoggingCategory::installFilter(filter);
}

} // namespace framekey
