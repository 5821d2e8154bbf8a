// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemschemes.h"

#include "desktop/xdgopen.h"
#include "session/filereplacement.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto runsAtMost = 5s;
constexpr qint64 longestFile = 1024 * 1024;

QString applicationsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/applications";
}

// Where a desktop keeps what the person made the default, the first before the second.
QStringList defaultsFiles()
{
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return {config + u"/mimeapps.list", applicationsFolder() + u"/mimeapps.list"};
}

// Whoever can put another program in its place would be handed the codes. /tmp counts: what lies there now
// may be someone else's after a restart.
bool othersCanChange(const QString &program)
{
    const auto isOpen = [](const QString &path) {
        return (QFile::permissions(path) & QFile::WriteOther) != 0;
    };
    return isOpen(program) || isOpen(QFileInfo(program).absolutePath());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(longestFile) : QByteArray();
}

bool openerRefuses(const QString &scheme)
{
    const OpenerSurroundings surroundings{
        .variable = [](const char *name) { return qEnvironmentVariable(name); },
        .hasProgram =
            [](const char *name) {
                return !QStandardPaths::findExecutable(QString::fromLatin1(name)).isEmpty();
            }};
    return xdgOpenRefuses(scheme, contentOf(QStandardPaths::findExecutable(QStringLiteral("xdg-open"))),
                          surroundings);
}

} // namespace

SystemSchemes::SystemSchemes(const QString &instance, const EntryProgram &program, QObject *parent)
    : QObject(parent), m_instance(instance), m_program(program)
{
}

QString SystemSchemes::entryPath(const QString &scheme) const
{
    return applicationsFolder() + u'/' + redirectEntryName(m_instance, scheme);
}

void SystemSchemes::ask(const QString &scheme, Told told)
{
    if (openerRefuses(scheme)) {
        QTimer::singleShot(0, this, [told = std::move(told)] { told(HandOver::OpenerRefuses); });
        return;
    }
    runXdgMime({QStringLiteral("query"), QStringLiteral("default"), u"x-scheme-handler/" + scheme},
               [this, scheme, told = std::move(told)](const auto &printed) { told(judge(scheme, printed)); });
}

HandOver SystemSchemes::judge(const QString &scheme, const std::optional<QByteArray> &printed) const
{
    if (!printed)
        return HandOver::CannotTell;
    const QString handler = QString::fromUtf8(printed->trimmed());
    if (handler.isEmpty())
        return HandOver::NotRegistered;
    if (handler != redirectEntryName(m_instance, scheme))
        return HandOver::AnotherProgram;
    // An entry of a Framekey that lay elsewhere starts nothing any more.
    const QByteArray entry = contentOf(entryPath(scheme));
    const bool isThis = entry == redirectEntry(m_program, scheme, previousDefaults(entry));
    return isThis ? HandOver::Ready : HandOver::NotRegistered;
}

QByteArrayList SystemSchemes::othersDefaults(const QString &scheme) const
{
    const QByteArray ours = redirectEntryName(m_instance, scheme).toUtf8();
    for (const QString &path : defaultsFiles()) {
        QByteArrayList defaults = defaultsIn(contentOf(path), scheme);
        if (defaults == QByteArrayList{ours})
            return previousDefaults(contentOf(entryPath(scheme)));
        defaults.removeAll(ours);
        if (!defaults.isEmpty())
            return defaults;
    }
    return {};
}

void SystemSchemes::enter(const QString &scheme, Told told)
{
    const QByteArray entry = redirectEntry(m_program, scheme, othersDefaults(scheme));
    if (entry.isEmpty() || othersCanChange(m_program.path) || !replaceFile(entryPath(scheme), entry)) {
        QTimer::singleShot(0, this, [told = std::move(told)] { told(HandOver::NotTaken); });
        return;
    }
    runXdgMime(
        {QStringLiteral("default"), redirectEntryName(m_instance, scheme), u"x-scheme-handler/" + scheme},
        [this, scheme, told = std::move(told)](const auto &printed) {
            if (printed)
                ask(scheme, told);
            else
                told(HandOver::NotTaken);
        });
}

void SystemSchemes::remove(const QString &scheme)
{
    const QByteArrayList previous = previousDefaults(contentOf(entryPath(scheme)));
    if (!QFile::remove(entryPath(scheme)))
        return;
    for (const QString &path : defaultsFiles()) {
        const QByteArray list = contentOf(path);
        const QByteArray kept = withoutDefault(list, redirectEntryName(m_instance, scheme), scheme, previous);
        if (kept != list && list.size() < longestFile)
            static_cast<void>(replaceFile(path, kept)); // else it names one that is gone
    }
}

void SystemSchemes::runXdgMime(const QStringList &arguments, const Printed &printed)
{
    auto *process = new QProcess(this);
    process->setStandardErrorFile(QProcess::nullDevice());
    connect(process, &QProcess::finished, this, [process, printed](int, QProcess::ExitStatus status) {
        const bool ended = status == QProcess::NormalExit;
        printed(ended ? std::optional(process->readAllStandardOutput()) : std::nullopt);
        process->deleteLater();
    });
    // Queued: what is answered may start the next program, which would be lost from within this signal.
    connect(
        process, &QProcess::errorOccurred, this,
        [process, printed](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart)
                return;
            printed(std::nullopt);
            process->deleteLater();
        },
        Qt::QueuedConnection);
    QTimer::singleShot(runsAtMost, process, &QProcess::kill);
    process->start(QStringLiteral("xdg-mime"), arguments, QIODevice::ReadOnly);
}

} // namespace framekey
