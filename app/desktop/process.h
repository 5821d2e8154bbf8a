// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// What keeps tokens out of dumps: no core file, and none of this process's memory in one that is made all
/// the same. The process stays "dumpable": without that, portals and Wayland's window buttons stop working
/// (docs/threats.md).
void hardenProcess();

/// Takes a variable out of the environment, of this process and of what `/proc` shows of it. Empty where it
/// is not set.
[[nodiscard]] QByteArray takeFromEnvironment(const char *name);

/// Takes what the command line says, but for the program's name, out of what `/proc` shows of it.
void wipeArguments(int argc, char *argv[]);

/// The folder for lock and socket: `$XDG_RUNTIME_DIR/name`, or `/run/user/<uid>/name`. Made with mode 0700
/// and made sure of: a real folder, this user's, nobody else's. Empty where there is none such; then `reason`
/// says why.
[[nodiscard]] QString runtimeFolder(const QString &name, QString &reason);

/// An exclusive lock that dies with the process (flock).
class InstanceLock
{
public:
    InstanceLock() = default;
    ~InstanceLock();
    InstanceLock(const InstanceLock &) = delete;
    InstanceLock &operator=(const InstanceLock &) = delete;

    /// False where another process holds it, or the file cannot be made. Taking what is held already
    /// succeeds; a file that was made anew at this path is locked anew.
    bool take(const QString &path);
    /// Another process has locked this file.
    [[nodiscard]] static bool isOthers(const QString &path);
    [[nodiscard]] bool isHeld() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

} // namespace framekey
