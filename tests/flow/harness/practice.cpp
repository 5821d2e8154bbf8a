// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/practice.h"

#include "harness/heartbeat.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslSocket>

#include <memory>

namespace framekey::test
{

Practice::Practice(const QStringList &options) : m_options(options)
{
    start();
}

Practice::~Practice()
{
    stop();
}

QStringList Practice::frameio()
{
    return {QStringLiteral("--persona"), QStringLiteral("frameio")};
}

void Practice::start()
{
    const QString port = QString::number(m_base.isEmpty() ? 0 : m_base.port());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(FRAMEKEY_PRACTICE),
                    QStringList{QStringLiteral("--control"), QStringLiteral("--port"), port,
                                QStringLiteral("--log"), m_folder.filePath(QStringLiteral("log")),
                                QStringLiteral("--state"), m_folder.filePath(QStringLiteral("state"))} +
                        m_options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead())
            qFatal("framekey-practice did not start");
    }
    m_base = QUrl(QString::fromLatin1(m_process.readLine().trimmed()));
}

void Practice::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished() || m_process.exitCode() != 0)
        qFatal("framekey-practice did not end well");
}

QUrl Practice::url(const QString &path) const
{
    QUrl url = m_base;
    url.setPath(path);
    return url;
}

void Practice::control(const QString &path, const QByteArray &body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url(path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
    // The certificate is this test's own, and what is sent is no secret.
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    request.setSslConfiguration(tls);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    until([&reply] { return reply->isFinished(); });
    if (reply->error() != QNetworkReply::NoError)
        qFatal("framekey-practice refused a control request: %s", reply->readAll().constData());
}

void Practice::setFaults(const QStringList &faults)
{
    control(QStringLiteral("/_practice/faults"), faults.join(u'\n').toUtf8());
}

void Practice::revokeAll()
{
    control(QStringLiteral("/_practice/revoke-all"), {});
}

QList<Practice::Record> Practice::requests(const QString &path) const
{
    QList<Record> records;
    QFile file(m_folder.filePath(QStringLiteral("log")));
    if (!file.open(QIODevice::ReadOnly))
        return records;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const Record record = QJsonDocument::fromJson(line).object();
        const QString asked = record.value(u"path").toString();
        if (!record.isEmpty() && !asked.startsWith(u"/_practice/") && (path.isEmpty() || asked == path))
            records.append(record);
    }
    return records;
}

QList<Practice::Record> Practice::requestsAt(const QStringList &paths) const
{
    QList<Record> all = requests();
    all.removeIf([&](const Record &record) { return !paths.contains(record.value(u"path").toString()); });
    return all;
}

QList<Practice::Record> Practice::tokenRequests(const QString &grantType) const
{
    QList<Record> all = requestsAt({QStringLiteral("/oauth2/token"), QStringLiteral("/ims/token/v3")});
    all.removeIf([&](const Record &record) { return record.value(u"grant_type") != grantType; });
    return all;
}

QList<Practice::Record> Practice::exchanges() const
{
    return tokenRequests(QStringLiteral("authorization_code"));
}

QList<Practice::Record> Practice::refreshes() const
{
    return tokenRequests(QStringLiteral("refresh_token"));
}

QList<Practice::Record> Practice::revocations() const
{
    return requestsAt({QStringLiteral("/oauth2/revoke"), QStringLiteral("/ims/revoke")});
}

QStringList bodyNames(const Practice::Record &record)
{
    return record.value(u"body_names").toVariant().toStringList();
}

QString sha256Hex(const QByteArray &secret)
{
    return QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex());
}

} // namespace framekey::test
