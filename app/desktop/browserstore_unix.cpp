// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/browserstore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QStandardPaths>

namespace framekey
{

namespace
{

const QString program = QStringLiteral("certutil");
const QString entry = QStringLiteral("Framekey redirect");

QString dataHome()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
}

/// Where `mkcert -CAROOT` says, without running it.
QString mkcertAuthority()
{
    const QString root = qEnvironmentVariable("CAROOT", dataHome() + u"/mkcert");
    return root + u"/rootCA.pem";
}

bool isOfMkcert(const QString &certificate)
{
    const auto own = QSslCertificate::fromPath(certificate);
    const auto authority = QSslCertificate::fromPath(mkcertAuthority());
    return !own.isEmpty() && !authority.isEmpty() &&
           own.first().issuerInfo(QSslCertificate::CommonName) ==
               authority.first().subjectInfo(QSslCertificate::CommonName);
}

QString forShell(QString argument)
{
    static const QRegularExpression harmless(QStringLiteral("^[A-Za-z0-9_./:=-]+$"));
    if (harmless.match(argument).hasMatch())
        return argument;
    return u'\'' + argument.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

} // namespace

BrowserStore BrowserStore::ofThisUser()
{
    const QString known = QDir::homePath() + u"/.pki/nssdb";
    return BrowserStore(QDir(known).exists() ? known : QString(dataHome() + u"/pki/nssdb"));
}

bool BrowserStore::prepare() const
{
    return QDir().mkpath(m_folder);
}

QStringList BrowserStore::adding(const QString &certificate) const
{
    const bool issued = isOfMkcert(certificate);
    return {QStringLiteral("-d"),
            u"sql:" + m_folder,
            QStringLiteral("-A"),
            QStringLiteral("-t"),
            issued ? QStringLiteral("C,,") : QStringLiteral("P,,"),
            QStringLiteral("-n"),
            entry,
            QStringLiteral("-i"),
            issued ? mkcertAuthority() : certificate};
}

QList<ProgramSteps::Step> BrowserStore::trusting(const QString &certificate) const
{
    QList<ProgramSteps::Step> steps;
    if (!QFile::exists(m_folder + u"/cert9.db"))
        steps.append({.program = program,
                      .arguments = {QStringLiteral("-d"), u"sql:" + m_folder, QStringLiteral("-N"),
                                    QStringLiteral("--empty-password")}});
    // The one before, of the same name; there may be none.
    steps.append({.program = program,
                  .arguments = {QStringLiteral("-d"), u"sql:" + m_folder, QStringLiteral("-D"),
                                QStringLiteral("-n"), entry},
                  .mayFail = true});
    steps.append({.program = program, .arguments = adding(certificate)});
    return steps;
}

QString BrowserStore::command(const QString &certificate) const
{
    QString line = program;
    const QStringList arguments = adding(certificate);
    for (const QString &argument : arguments)
        line += u' ' + forShell(argument);
    return line;
}

} // namespace framekey
