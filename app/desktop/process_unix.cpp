// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/process.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace framekey
{

namespace
{

bool isOursAlone(const QByteArray &path)
{
    struct stat status{};
    return ::lstat(path.constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
           status.st_uid == ::getuid() && (status.st_mode & 0077) == 0;
}

bool isSameFile(int a, int b)
{
    struct stat first{};
    struct stat second{};
    return ::fstat(a, &first) == 0 && ::fstat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

QByteArray runtimeBase()
{
    const QByteArray given = qgetenv("XDG_RUNTIME_DIR");
    return given.startsWith('/') ? given : "/run/user/" + QByteArray::number(::getuid());
}

} // namespace

void hardenProcess()
{
    // 0 stops no core that is piped to a handler; at 1 Linux makes neither a file, which is too small, nor
    // that one (do_coredump). Where the person allowed even less, it stays so.
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max = std::min<rlim_t>(limit.rlim_max, 1);
    ::setrlimit(RLIMIT_CORE, &limit);
    // For what makes a core without the kernel, such as gcore.
    QFile filter(QStringLiteral("/proc/self/coredump_filter"));
    if (filter.open(QIODevice::WriteOnly))
        filter.write("0");
}

QByteArray takeFromEnvironment(const char *name)
{
    char *value = std::getenv(name);
    if (!value)
        return {};
    const QByteArray taken(value);
    // Unsetting alone leaves the bytes where /proc/self/environ reads them.
    ::explicit_bzero(value, std::strlen(value));
    ::unsetenv(name);
    return taken;
}

void wipeArguments(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i)
        ::explicit_bzero(argv[i], std::strlen(argv[i]));
}

QString runtimeFolder(const QString &name, QString &reason)
{
    // What a socket's address can hold, with "/agent" behind it.
    constexpr qsizetype longestPath = 100;
    const QByteArray base = runtimeBase();
    const QByteArray folder = base + '/' + QFile::encodeName(name);
    if (!isOursAlone(base)) {
        reason = QStringLiteral("%1 is not a folder of this user's alone").arg(QFile::decodeName(base));
        return {};
    }
    if (folder.size() > longestPath) {
        reason = QStringLiteral("%1 is too long for a socket").arg(QFile::decodeName(folder));
        return {};
    }
    ::mkdir(folder.constData(), 0700);
    if (!isOursAlone(folder)) {
        reason = QStringLiteral("%1 is not a folder of this user's alone").arg(QFile::decodeName(folder));
        return {};
    }
    return QFile::decodeName(folder);
}

InstanceLock::~InstanceLock()
{
    if (isHeld())
        ::close(m_descriptor);
}

bool InstanceLock::take(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return false;
    // A lock belongs to an open file: a second one of our own would be refused as well.
    const bool isOurs = isHeld() && isSameFile(m_descriptor, descriptor);
    if (isOurs || ::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return isOurs;
    }
    if (isHeld())
        ::close(m_descriptor);
    m_descriptor = descriptor;
    return true;
}

bool InstanceLock::isOthers(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return false;
    const bool isLocked = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return isLocked;
}

} // namespace framekey
