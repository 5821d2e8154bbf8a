// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/sockets.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{

std::atomic<int> binds = 0;

}

/// In place of the C library's for this whole process, Qt's calls among them.
extern "C" int bind(int socket, const sockaddr *address, socklen_t length) noexcept
{
    if (address->sa_family == AF_INET || address->sa_family == AF_INET6)
        ++binds;
    return static_cast<int>(::syscall(SYS_bind, socket, address, length));
}

namespace framekey::test
{

namespace
{

QStringList ownSockets()
{
    QStringList inodes;
    const QDir folder(QStringLiteral("/proc/self/fd"));
    const auto entries = folder.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        const QString target = QFile::symLinkTarget(folder.filePath(entry));
        const qsizetype start = target.indexOf(u"socket:[");
        if (start >= 0)
            inodes.append(target.mid(start + 8).chopped(1));
    }
    return inodes;
}

QString readable(const QString &address)
{
    const QStringList parts = address.split(u':');
    const QString host = parts.value(0) == u"0100007F" ? QStringLiteral("127.0.0.1") : parts.value(0);
    return host + u':' + QString::number(parts.value(1).toUShort(nullptr, 16));
}

} // namespace

QStringList listeningPorts()
{
    const QString listen = QStringLiteral("0A");
    const QStringList own = ownSockets();
    QStringList ports;
    for (const QString &table :
         {QStringLiteral("/proc/self/net/tcp"), QStringLiteral("/proc/self/net/tcp6")}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto lines = QString::fromLatin1(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            const QStringList fields = line.simplified().split(u' ');
            if (fields.value(3) == listen && own.contains(fields.value(9)))
                ports.append(readable(fields.value(1)));
        }
    }
    return ports;
}

int bindCount()
{
    return binds;
}

} // namespace framekey::test
