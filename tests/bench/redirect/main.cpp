// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: framekey-bench-redirect PAIRS
// Signs in with Framekey's code and with Qt's alone, in turn. One line a sign-in: who, milliseconds from the
// redirect to the token request, TLS connections, POSTs. Exits 1 unless each of Framekey's needed one of
// both.
#include "signin.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace framekey::bench;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::pair<QSslCertificate, QSslKey> makeCertificate()
{
    const QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                   QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                   QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    openssl.waitForFinished();
    return {QSslCertificate(contentOf(certificate)), QSslKey(contentOf(key), QSsl::Rsa)};
}

void trustOnly(const QSslCertificate &certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({certificate});
    QSslConfiguration::setDefaultConfiguration(configuration);
}

bool print(const char *who, const std::optional<SignIn> &signIn)
{
    if (signIn)
        std::printf("%s %.3f %d %d\n", who, signIn->redirectToTokenRequest.count(), signIn->connections,
                    signIn->posts);
    else
        std::fprintf(stderr, "%s: no tokens\n", who);
    return signIn.has_value();
}

bool signInInTurn(TokenServer &server, int pairs)
{
    // The first of each also pays for what a process does once, OpenSSL and its plugin: not counted for
    // either.
    bool good = signInWithPlainQt(server).has_value() && signInWithFramekey(server).has_value();
    for (int pair = 0; pair < pairs && good; ++pair) {
        good = print("plain", signInWithPlainQt(server));
        const auto ours = signInWithFramekey(server);
        good = print("ours", ours) && ours->connections == 1 && ours->posts == 1 && good;
    }
    return good;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int pairs = argc == 2 ? std::atoi(argv[1]) : 0;
    if (pairs < 1) {
        std::fputs("usage: framekey-bench-redirect PAIRS\n", stderr);
        return EXIT_FAILURE;
    }
    const auto [certificate, key] = makeCertificate();
    if (certificate.isNull() || key.isNull()) {
        std::fputs("framekey-bench-redirect: openssl made no certificate\n", stderr);
        return EXIT_FAILURE;
    }
    trustOnly(certificate);
    TokenServer server(certificate, key);
    return signInInTurn(server, pairs) ? EXIT_SUCCESS : EXIT_FAILURE;
}
