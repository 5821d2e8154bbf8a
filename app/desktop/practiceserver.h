// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QUrl>

namespace framekey
{

/// The practice server as a child of this program: started on demand, on the port it had before where that is
/// free, with its grants in a file, so that a practice account stays signed in. It ends with this program.
class PracticeServer : public QObject
{
    Q_OBJECT

public:
    /// `folder` is made where missing and holds the port and the grants (hashes only).
    explicit PracticeServer(const QString &folder, QObject *parent = nullptr);
    ~PracticeServer() override;

    /// Does nothing where it runs already.
    void start();

Q_SIGNALS:
    /// The base address it answers at; an invalid one where it could not be started.
    void started(const QUrl &base);

private:
    void launch(quint16 port);
    void readAddress();
    void fail();

    QString m_folder;
    QProcess m_process;
    quint16 m_port = 0; ///< asked for
    bool m_answered = false;
};

} // namespace framekey
