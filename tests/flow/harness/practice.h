// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>

namespace framekey::test
{

/// The real practice server as a child process, with its log: one object a request, hashes for secrets.
/// Ends the test program where it cannot be started.
class Practice
{
public:
    using Record = QJsonObject;

    /// Further options for the command line.
    explicit Practice(const QStringList &options = {});
    ~Practice();
    /// The options that make it Adobe's and Frame.io's V4.
    static QStringList frameio();

    [[nodiscard]] QUrl base() const { return m_base; }
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(m_base.port()); }
    /// The endpoint, or any path below the base.
    [[nodiscard]] QUrl url(const QString &path) const;

    /// From here on these faults, and no other.
    void setFaults(const QStringList &faults);
    /// Every token and grant of this server is void from here on.
    void revokeAll();

    /// Ends and comes back on the same port, with what was granted.
    void stop();
    void start();

    /// All that was asked so far, oldest first; of one path where it is given.
    [[nodiscard]] QList<Record> requests(const QString &path = {}) const;
    [[nodiscard]] QList<Record> exchanges() const;
    [[nodiscard]] QList<Record> refreshes() const;
    [[nodiscard]] QList<Record> revocations() const;

private:
    [[nodiscard]] QList<Record> requestsAt(const QStringList &paths) const;
    [[nodiscard]] QList<Record> tokenRequests(const QString &grantType) const;
    void control(const QString &path, const QByteArray &body);

    QStringList m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_base;
};

/// The names of the body's parameters.
[[nodiscard]] QStringList bodyNames(const Practice::Record &record);
/// As the log writes secrets.
[[nodiscard]] QString sha256Hex(const QByteArray &secret);

} // namespace framekey::test
