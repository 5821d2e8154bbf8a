// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/apphome.h"

#include "harness/heartbeat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace framekey::test
{

AppHome::AppHome() : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &name : {QStringLiteral("run"), QStringLiteral("home")}) {
        QDir(m_folder.path()).mkdir(name);
        QFile::setPermissions(m_folder.filePath(name),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString home = m_folder.filePath(QStringLiteral("home"));
    m_environment.insert(QStringLiteral("HOME"), home);
    m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + u"/config");
    m_environment.insert(QStringLiteral("XDG_DATA_HOME"), home + u"/data");
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime());
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        m_environment.remove(QLatin1StringView(display));
}

AppHome::Process AppHome::start(const QStringList &arguments, Display display) const
{
    auto process = std::make_unique<QProcess>();
    auto environment = m_environment;
    if (display == Display::Offscreen)
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process->setProcessEnvironment(environment);
    process->start(QCoreApplication::applicationDirPath() + u"/framekey-app", arguments);
    if (!process->waitForStarted())
        qFatal("framekey-app did not start");
    return process;
}

QString AppHome::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray AppHome::settings() const
{
    QFile file(m_folder.filePath(QStringLiteral("home/config/framekey/accounts.json")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool AppHome::end(const Process &process, int signal)
{
    ::kill(static_cast<pid_t>(process->processId()), signal);
    return until([&process] { return hasEnded(process); });
}

} // namespace framekey::test
