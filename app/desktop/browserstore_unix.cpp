// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/browserstore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
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
    // The leaf alone, also where an authority issued it: an authority could vouch for any site.
    return {QStringLiteral("-d"),
            u"sql:" + m_folder,
            QStringLiteral("-A"),
            QStringLiteral("-t"),
            QStringLiteral("P,,"),
            QStringLiteral("-n"),
            entry,
            QStringLiteral("-i"),
            certificate};
}

QStringList BrowserStore::removing() const
{
    return {QStringLiteral("-d"), u"sql:" + m_folder, QStringLiteral("-D"), QStringLiteral("-n"), entry};
}

QList<ProgramSteps::Step> BrowserStore::trusting(const QString &certificate) const
{
    QList<ProgramSteps::Step> steps;
    if (!QFile::exists(m_folder + u"/cert9.db"))
        steps.append({.program = program,
                      .arguments = {QStringLiteral("-d"), u"sql:" + m_folder, QStringLiteral("-N"),
                                    QStringLiteral("--empty-password")}});
    // The one before, of the same name; there may be none.
    steps.append({.program = program, .arguments = removing(), .mayFail = true});
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

QString BrowserStore::undoingCommand() const
{
    // To be read and typed, so the shorter the better: `sql:` is what certutil takes by itself since
    // NSS 3.35.
    const QString home = QDir::homePath() + u'/';
    const QString folder =
        m_folder.startsWith(home) ? QString(u"~/" + forShell(m_folder.mid(home.size()))) : forShell(m_folder);
    return program + u" -d " + folder + u" -D -n " + forShell(entry);
}

} // namespace framekey
