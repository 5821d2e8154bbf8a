// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/callerof.h"

#include "oauth/printabletext.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <climits>
#include <fcntl.h>
#include <unistd.h>

namespace framekey
{

namespace
{

constexpr qsizetype longestName = 64;

QByteArray processPath(qint64 process, const char *name)
{
    return "/proc/" + QByteArray::number(process) + name;
}

QByteArray processFile(qint64 process, const char *name, qsizetype most)
{
    const int file = ::open(processPath(process, name).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    QByteArray text(most, Qt::Uninitialized);
    const ssize_t length = ::read(file, text.data(), static_cast<std::size_t>(most));
    ::close(file);
    text.truncate(std::max<qsizetype>(length, 0));
    return text;
}

// Field 4 of proc(5)'s stat; the name before it may hold anything.
qint64 parentOf(qint64 process)
{
    const QByteArray stat = processFile(process, "/stat", 512);
    const qsizetype state = stat.lastIndexOf(')') + 2;
    const qsizetype parent = stat.indexOf(' ', state) + 1;
    return parent > 0 ? stat.mid(parent, stat.indexOf(' ', parent) - parent).toLongLong() : 0;
}

QString programOf(qint64 process)
{
    std::array<char, PATH_MAX> path{};
    const ssize_t length = ::readlink(processPath(process, "/exe").constData(), path.data(), path.size());
    return length > 0 ? QFile::decodeName(QByteArray(path.data(), length)) : QString();
}

// Of others the first word may be anything.
bool isInterpreter(const QString &program)
{
    static constexpr std::array names{"sh",   "ash",     "bash",   "dash",  "ksh",  "zsh",
                                      "fish", "busybox", "python", "pypy",  "perl", "ruby",
                                      "node", "php",     "lua",    "tclsh", "pwsh", "R"};
    QStringView name = QStringView(program).sliced(program.lastIndexOf(u'/') + 1);
    // python3.11, lua5.4
    name.truncate(std::ranges::find_if(name, [](QChar c) { return c.isDigit() || c == u'-'; }) -
                  name.begin());
    return std::ranges::any_of(names, [name](const char *each) { return name == QLatin1StringView(each); });
}

} // namespace

Requester callerOf(qint64 process)
{
    if (process <= 0)
        return {};
    constexpr qsizetype longestCommandLine = 4096;
    const qint64 parent = parentOf(process);
    if (parent <= 0)
        return {};
    Requester requester{.program = programOf(parent)};
    if (isInterpreter(requester.program))
        requester.script = scriptIn(processFile(parent, "/cmdline", longestCommandLine));
    return requester;
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
        return printable(QFileInfo(QFile::decodeName(word)).fileName()).left(longestName);
    }
    return {};
}

QString shownLabel(const QString &name)
{
    return printable(name.trimmed()).left(longestName);
}

} // namespace framekey
