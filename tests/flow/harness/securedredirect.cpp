// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/securedredirect.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpServer>

namespace framekey::test
{

quint16 SecuredRedirectTest::freePort()
{
    QTcpServer free;
    return free.listen(QHostAddress(QHostAddress::LocalHost)) ? free.serverPort() : 0;
}

AccountSettings SecuredRedirectTest::secured(const QString &host, const Certificate &certificate,
                                             quint16 port)
{
    const QString address = QStringLiteral("https://%1:%2/callback").arg(host).arg(port ? port : freePort());
    const QString clients = m_clients.filePath(QStringLiteral("clients.json"));
    QFile file(clients);
    if (file.open(QIODevice::WriteOnly))
        file.write("[{\"client_id\":\"practice\",\"redirect_uris\":[\"" + address.toLatin1() +
                   "\"],\"scopes\":[\"offline\",\"account.read\",\"asset.read\"]}]");
    file.close();
    startPractice({QStringLiteral("--clients"), clients});
    clock.jumpWall(std::chrono::milliseconds(clock.nowUtc().msecsTo(QDateTime::currentDateTimeUtc())));
    AccountSettings settings = account();
    settings.redirectUri = address;
    settings.redirectCertificate = certificate.files();
    return settings;
}

QByteArray SecuredRedirectTest::askTls(quint16 port, const QByteArray &request)
{
    QSslSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    socket.write(request);
    QByteArray answer;
    connect(&socket, &QSslSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    until([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; });
    return answer;
}

} // namespace framekey::test
