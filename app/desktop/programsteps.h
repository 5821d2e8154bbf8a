// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>

namespace framekey
{

/// Other programs, run one after the other, each for a bounded time and with nothing to read. What they print
/// goes nowhere.
class ProgramSteps : public QObject
{
    Q_OBJECT

public:
    struct Step {
        QString program;
        QStringList arguments;
        bool mayFail = false;
    };

    explicit ProgramSteps(std::chrono::milliseconds patience, QObject *parent = nullptr);
    ~ProgramSteps() override;

    /// False, and nothing is done, while others are running. `ended` is called later, once.
    bool run(const QList<Step> &steps, std::function<void(bool good)> ended);

private:
    void next();
    void takeError(QProcess::ProcessError error);
    void takeEnd(bool good);

    QProcess m_process;
    QTimer m_patience;
    QList<Step> m_steps; ///< the first is running
    std::function<void(bool)> m_ended;
};

} // namespace framekey
