// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/certificate.h"

#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTest>

namespace framekey::test
{

namespace
{

void run(const QString &order)
{
    QStringList words = order.split(u' ');
    QProcess process;
    process.start(words.takeFirst(), words);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(process.program()), process.readAllStandardError().constData());
}

} // namespace

Certificate::Certificate(const QString &names, Validity validity)
{
    QFile extensions(path("extensions"));
    if (!extensions.open(QIODevice::WriteOnly))
        qFatal("no temporary folder");
    extensions.write(QByteArray("subjectAltName=" + names.toLatin1() + '\n'));
    extensions.close();
    const QString newKey =
        QStringLiteral("openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes");
    run(newKey + u" -x509 -days 2 -subj /CN=framekey-test-authority -keyout " + path("ca-key.pem") +
        u" -out " + caFile());
    run(newKey + u" -subj /CN=framekey-test -keyout " + path("key.pem") + u" -out " + path("request.pem"));
    // OpenSSL 3.5 makes none that is over, except at another time.
    const QString when = validity == Validity::Now ? QString() : QStringLiteral("faketime -f -4d ");
    run(when + u"openssl x509 -req -in " + path("request.pem") + u" -CA " + caFile() + u" -CAkey " +
        path("ca-key.pem") + u" -CAcreateserial -days 2 -extfile " + path("extensions") + u" -out " +
        path("certificate.pem"));
}

void Certificate::addUntrusted(const char *unknownAuthority, const char *anotherHost, const char *expired)
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<bool>("over");
    QTest::addColumn<bool>("withCaFile");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown authority") << "IP:127.0.0.1" << false << false << unknownAuthority;
    QTest::newRow("another host's") << "DNS:elsewhere.example" << false << true << anotherHost;
    QTest::newRow("expired") << "IP:127.0.0.1" << true << true << expired;
}

QStringList Certificate::options() const
{
    return {QStringLiteral("--cert"), path("certificate.pem"), QStringLiteral("--key"), path("key.pem")};
}

} // namespace framekey::test
