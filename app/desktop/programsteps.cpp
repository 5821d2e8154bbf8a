// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/programsteps.h"

#include <utility>

namespace framekey
{

ProgramSteps::ProgramSteps(std::chrono::milliseconds patience, QObject *parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_patience, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::errorOccurred, this, &ProgramSteps::takeError);
    connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        takeEnd(status == QProcess::NormalExit && exitCode == 0);
    });
}

ProgramSteps::~ProgramSteps()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

bool ProgramSteps::run(const QList<Step> &steps, std::function<void(bool)> ended)
{
    if (m_ended)
        return false;
    m_steps = steps;
    m_ended = std::move(ended);
    // Never called back from within.
    QMetaObject::invokeMethod(this, &ProgramSteps::next, Qt::QueuedConnection);
    return true;
}

void ProgramSteps::next()
{
    if (m_steps.isEmpty()) {
        std::exchange(m_ended, nullptr)(true);
        return;
    }
    m_patience.start();
    m_process.start(m_steps.first().program, m_steps.first().arguments);
}

void ProgramSteps::takeError(QProcess::ProcessError error)
{
    // After any other error its end is told as well. Not at once: a start from within this signal is lost.
    if (error == QProcess::FailedToStart)
        QMetaObject::invokeMethod(this, [this] { takeEnd(false); }, Qt::QueuedConnection);
}

void ProgramSteps::takeEnd(bool good)
{
    m_patience.stop();
    const Step ended = m_steps.takeFirst();
    if (good || ended.mayFail)
        QMetaObject::invokeMethod(this, &ProgramSteps::next, Qt::QueuedConnection);
    else
        std::exchange(m_ended, nullptr)(false);
}

} // namespace framekey
