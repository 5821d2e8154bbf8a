// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/memorypeak.h"

#include <QFile>
#include <QList>

namespace framekey::test
{

namespace
{

qint64 statusValue(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no /proc/self/status");
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(QByteArray(name + ':')))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    qFatal("no %s in /proc/self/status", name.constData());
}

} // namespace

MemoryPeak::MemoryPeak()
{
    // 5: the peak begins anew with what is held now (proc(5)).
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (!file.open(QIODevice::WriteOnly) || file.write("5") != 1)
        qFatal("the peak cannot be reset");
    file.close();
    m_start = statusValue("VmRSS");
}

qint64 MemoryPeak::growth() const
{
    return statusValue("VmHWM") - m_start;
}

} // namespace framekey::test
