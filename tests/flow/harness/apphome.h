// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <memory>

namespace framekey::test
{

/// A person's folders, without a keychain, and the real framekey-app started in them.
class AppHome
{
public:
    enum class Display { Offscreen, None };
    using Process = std::unique_ptr<QProcess>;

    AppHome();

    [[nodiscard]] Process start(const QStringList &arguments = {},
                                Display display = Display::Offscreen) const;
    /// For the starts from here on.
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }

    [[nodiscard]] QString runtime() const { return m_folder.filePath(QStringLiteral("run")); }
    [[nodiscard]] QString socket() const { return runtime() + u"/framekey/agent"; }
    /// A new file there with this in it.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;
    /// accounts.json; empty where there is none.
    [[nodiscard]] QByteArray settings() const;

    [[nodiscard]] static bool hasEnded(const Process &process)
    {
        return process->state() == QProcess::NotRunning;
    }
    /// Ends it with this signal; true where it ended in time.
    static bool end(const Process &process, int signal = SIGTERM);

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

} // namespace framekey::test
