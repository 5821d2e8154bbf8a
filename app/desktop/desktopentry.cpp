// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopentry.h"

#include <QRegularExpression>

#include <algorithm>

namespace framekey
{

namespace
{

QString mimeTypeOf(const QString &scheme)
{
    return u"x-scheme-handler/" + scheme;
}

constexpr QByteArrayView previousKey = "X-Framekey-Previous=";
constexpr QByteArrayView defaultsGroup = "[Default Applications]";

QByteArrayList entriesOf(const QByteArray &line, QByteArrayView key)
{
    QByteArrayList entries = line.mid(key.size()).trimmed().split(';');
    entries.removeAll(QByteArray());
    return entries;
}

// The specification's reserved characters.
QString quoted(const QString &argument)
{
    static const QRegularExpression reserved(QStringLiteral("[\\s\"'\\\\><~|&;$*?#()`]"));
    static const QRegularExpression escaped(QStringLiteral("([\"`$\\\\])"));
    if (!argument.contains(reserved))
        return argument;
    return u'"' + QString(argument).replace(escaped, QStringLiteral("\\\\1")) + u'"';
}

} // namespace

std::optional<QString> entryExec(const EntryProgram &program)
{
    const QString &path = program.path;
    const bool hasControl =
        std::ranges::any_of(path, [](QChar c) { return c.category() == QChar::Other_Control; });
    // GLib looks for the first word's program before it expands `%%`, so that one has to be without `%`; and
    // to env(1) a word with `=` is an assignment.
    const bool byEnv = path.contains(u'%') || path.contains(u'=');
    if (!path.startsWith(u'/') || hasControl || (path.contains(u'%') && path.contains(u'=')))
        return std::nullopt;
    QStringList words{quoted(path)};
    if (byEnv && !path.contains(u'='))
        words.prepend(QStringLiteral("env"));
    for (const QString &argument : program.arguments)
        words += quoted(argument);
    QString exec = words.join(u' ').replace(u'%', QStringLiteral("%%"));
    // A value's own escapes come on top of the command line's.
    return exec.replace(u'\\', QStringLiteral("\\\\")) + u" %u";
}

QString redirectEntryName(const QString &instance, const QString &scheme)
{
    const QString profile = instance.mid(instance.indexOf(u'-') + 1);
    // No scheme has an underscore in it, so that no two get one name.
    const QString name = QString(scheme).replace(u'+', u'_');
    return QStringLiteral("io.framekey.Framekey%1-redirect-%2.desktop")
        .arg(instance.contains(u'-') ? u'-' + profile : QString(), name);
}

QByteArray redirectEntry(const EntryProgram &program, const QString &scheme, const QByteArrayList &previous)
{
    const auto exec = entryExec(program);
    if (!exec)
        return {};
    const QByteArray remembered =
        previous.isEmpty() ? QByteArray() : previousKey.toByteArray() + previous.join(';') + ";\n";
    return QStringLiteral("[Desktop Entry]\n"
                          "Type=Application\n"
                          "Version=1.1\n"
                          "Name=Framekey\n"
                          "Exec=%1\n"
                          "Icon=io.framekey.Framekey\n"
                          "Terminal=false\n"
                          "NoDisplay=true\n"
                          "StartupNotify=true\n"
                          "MimeType=%2;\n")
               .arg(*exec, mimeTypeOf(scheme))
               .toUtf8() +
           remembered;
}

QByteArrayList previousDefaults(const QByteArray &entry)
{
    const auto lines = entry.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(previousKey))
            return entriesOf(line, previousKey);
    }
    return {};
}

QByteArrayList defaultsIn(const QByteArray &mimeApps, const QString &scheme)
{
    const QByteArray key = mimeTypeOf(scheme).toUtf8() + '=';
    bool inDefaults = false;
    const auto lines = mimeApps.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith('['))
            inDefaults = line.startsWith(defaultsGroup);
        else if (inDefaults && line.startsWith(key))
            return entriesOf(line, key);
    }
    return {};
}

QByteArray withoutDefault(const QByteArray &mimeApps, const QString &entryName, const QString &scheme,
                          const QByteArrayList &inItsPlace)
{
    const QByteArray key = mimeTypeOf(scheme).toUtf8() + '=';
    const QByteArray name = entryName.toUtf8();
    bool inDefaults = false;
    QByteArrayList kept;
    const auto lines = mimeApps.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith('['))
            inDefaults = line.startsWith(defaultsGroup);
        QByteArrayList entries = line.startsWith(key) ? entriesOf(line, key) : QByteArrayList();
        if (!entries.contains(name)) {
            kept += line;
            continue;
        }
        entries.removeAll(name);
        if (entries.isEmpty() && inDefaults)
            entries = inItsPlace;
        if (!entries.isEmpty())
            kept += key + entries.join(';') + ';';
    }
    return kept.join('\n');
}

} // namespace framekey
