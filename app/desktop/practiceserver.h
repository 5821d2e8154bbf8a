// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace framekey
{

/// The practice server as a child of this program: started on demand, on the port it had before where that is
/// free, with its grants in a file, so that a practice account stays signed in. It ends with this program.
class PracticeServer : public QObject
{
    Q_OBJECT

public:
    /// `folder` is made where missing and holds the port and the grants (hashes only). A start that has not
    /// said where it answers within `patience` has failed.
    explicit PracticeServer(const QString &folder, const QString &program = ownProgram(),
                            std::chrono::milliseconds patience = std::chrono::seconds(10),
                            QObject *parent = nullptr);
    ~PracticeServer() override;

    /// Does nothing where it runs already. After a failure, or its end, it is started anew.
    void start();

    /// The one beside this program.
    [[nodiscard]] static QString ownProgram();

Q_SIGNALS:
    /// The base address it answers at; an invalid one where it could not be started.
    void started(const QUrl &base);

private:
    void launch(quint16 port);
    void readAddress();
    void takeError(QProcess::ProcessError error);
    void takeEnd();

    QString m_folder;
    QString m_program;
    QProcess m_process;
    QTimer m_patience;  ///< of the start that is under way
    quint16 m_port = 0; ///< asked for
    bool m_answered = false;
};

} // namespace framekey
