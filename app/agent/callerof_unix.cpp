// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/callerof.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <climits>
#include <iterator>
#include <unistd.h>

namespace framekey
{

namespace
{

constexpr qsizetype longestName = 64;

QString printable(const QString &text)
{
    QString shown;
    std::ranges::copy_if(text, std::back_inserter(shown), [](QChar c) { return c.isPrint(); });
    return shown.left(longestName);
}

QByteArray processFile(qint64 process, const char *name, qint64 most)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file.read(most) : QByteArray();
}

// Field 4 of proc(5)'s stat; the name before it may hold anything.
qint64 parentOf(qint64 process)
{
    const QByteArray stat = processFile(process, "stat", 512);
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 1 ? fields[1].toLongLong() : 0;
}

QString programOf(qint64 process)
{
    std::array<char, PATH_MAX> path{};
    const QByteArray link = "/proc/" + QByteArray::number(process) + "/exe";
    const ssize_t length = ::readlink(link.constData(), path.data(), path.size());
    return length > 0 ? QFile::decodeName(QByteArray(path.data(), length)) : QString();
}

} // namespace

Requester callerOf(qint64 process)
{
    if (process <= 0)
        return {};
    constexpr qint64 longestCommandLine = 4096;
    const qint64 parent = parentOf(process);
    if (parent <= 0)
        return {};
    return {.program = programOf(parent),
            .script = scriptIn(processFile(parent, "cmdline", longestCommandLine))};
}

QString scriptIn(const QByteArray &commandLine)
{
    const QList<QByteArray> words = commandLine.split('\0');
    for (const QByteArray &word : words.mid(1)) {
        // Of `sh -c …` and `python3 -m …` no file is told.
        if (word == "-c" || word == "-m" || word == "-e")
            return {};
        if (word.startsWith('-') || word.isEmpty())
            continue;
        return printable(QFileInfo(QFile::decodeName(word)).fileName());
    }
    return {};
}

QString shownLabel(const QString &name)
{
    return printable(name.trimmed());
}

} // namespace framekey
