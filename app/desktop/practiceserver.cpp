// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/practiceserver.h"

#include "session/filereplacement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

namespace framekey
{

namespace
{

constexpr int endWithinMs = 1000;

} // namespace

QString PracticeServer::ownProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/framekey-practice");
}

PracticeServer::PracticeServer(const QString &folder, const QString &program,
                               std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent), m_folder(folder), m_program(program)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, &m_process, &QProcess::kill);
    // It needs nothing of ours, and an environment is where secrets get lost.
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PracticeServer::readAddress);
    connect(&m_process, &QProcess::errorOccurred, this, &PracticeServer::takeError);
    connect(&m_process, &QProcess::finished, this, &PracticeServer::takeEnd);
}

PracticeServer::~PracticeServer()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel(); // it ends with its standard input
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(endWithinMs))
        m_process.kill();
}

void PracticeServer::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    QDir().mkpath(m_folder);
    QFile file(m_folder + u"/port");
    launch(file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toUShort() : 0);
}

void PracticeServer::launch(quint16 port)
{
    m_port = port;
    m_answered = false;
    m_patience.start();
    m_process.start(m_program, {QStringLiteral("--port"), QString::number(port), QStringLiteral("--state"),
                                m_folder + u"/grants.json"});
}

void PracticeServer::readAddress()
{
    if (m_answered || !m_process.canReadLine())
        return;
    const QUrl base(QString::fromUtf8(m_process.readLine()).trimmed());
    m_answered = true;
    m_patience.stop();
    // Where it cannot be kept, the next start has another.
    static_cast<void>(replaceFile(m_folder + u"/port", QByteArray::number(base.port())));
    Q_EMIT started(base);
}

void PracticeServer::takeError(QProcess::ProcessError error)
{
    // After any other error its end is told as well. Not at once: a start from within this signal is lost.
    if (error == QProcess::FailedToStart)
        QMetaObject::invokeMethod(this, &PracticeServer::takeEnd, Qt::QueuedConnection);
}

void PracticeServer::takeEnd()
{
    m_patience.stop();
    if (!m_answered && m_port != 0) {
        launch(0); // the port is taken: another one, and so a new sign-in
        return;
    }
    Q_EMIT started({});
}

} // namespace framekey
