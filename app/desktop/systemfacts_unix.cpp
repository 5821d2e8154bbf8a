// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemfacts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslSocket>
#include <QStandardPaths>
#include <QSysInfo>

namespace framekey
{

namespace
{

QString opener()
{
    if (qEnvironmentVariableIsSet("BROWSER"))
        return QStringLiteral("BROWSER");
    const bool hasOpener = !QStandardPaths::findExecutable(QStringLiteral("xdg-open")).isEmpty();
    return hasOpener ? QStringLiteral("xdg-open") : QString();
}

} // namespace

SystemFacts readSystemFacts()
{
    return {.framekey = QCoreApplication::applicationVersion(),
            .qtBuilt = QStringLiteral(QT_VERSION_STR),
            .qtRunning = QString::fromLatin1(qVersion()),
            .tlsBuilt = QSslSocket::sslLibraryBuildVersionString(),
            .tlsRunning = QSslSocket::sslLibraryVersionString(),
            .keychainLibrary = QStringLiteral(FRAMEKEY_QTKEYCHAIN_VERSION),
            .distribution = QSysInfo::prettyProductName(), // PRETTY_NAME of os-release(5)
            .kernel = QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion(),
            .desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP"),
            .sessionType = qEnvironmentVariable("XDG_SESSION_TYPE"),
            .locale = QLocale::system().name(),
            .opener = opener(),
            .hasSessionBus = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")};
}

} // namespace framekey
