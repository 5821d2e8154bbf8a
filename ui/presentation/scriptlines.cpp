// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/scriptlines.h"

#include "ui/presentation/shellword.h"

namespace framekey
{

namespace
{

/// A text in Python and in JavaScript, within a shell's single quotes.
QString codeText(const QString &text)
{
    QString quoted;
    for (const QChar character : text) {
        if (character == u'\'' || character == u'"' || character == u'\\')
            quoted += QStringLiteral("\\u%1").arg(uint(character.unicode()), 4, 16, QChar(u'0'));
        else
            quoted += character;
    }
    return u'"' + quoted + u'"';
}

QString command(const ScriptTarget &target, const QString &option)
{
    QString words = QStringLiteral("framekey token");
    if (!target.account.isEmpty())
        words += u' ' + shellWord(target.account);
    return words + option;
}

QString arguments(const ScriptTarget &target)
{
    const QString account =
        target.account.isEmpty() ? QString() : QStringLiteral(", ") + codeText(target.account);
    return QStringLiteral("\"token\"") + account;
}

QString curl(const ScriptTarget &target, const QString &address)
{
    return QStringLiteral("%1 |\n  curl -H @- %2")
        .arg(command(target, QStringLiteral(" --header")), shellWord(address));
}

// Unredirected: where the service sends elsewhere, the token does not go along.
QString python(const ScriptTarget &target, const QString &address)
{
    return QStringLiteral("python3 -c '\n"
                          "import subprocess, urllib.request\n"
                          "token = subprocess.check_output(\n"
                          "    [\"framekey\", %1], text=True).strip()\n"
                          "me = urllib.request.Request(\n"
                          "    %2)\n"
                          "me.add_unredirected_header(\n"
                          "    \"Authorization\", \"Bearer \" + token)\n"
                          "print(urllib.request.urlopen(me).read().decode())\n"
                          "'")
        .arg(arguments(target), codeText(address));
}

QString node(const ScriptTarget &target, const QString &address)
{
    return QStringLiteral("node -e '\n"
                          "const { execFileSync } = require(\"child_process\");\n"
                          "const token = execFileSync(\n"
                          "  \"framekey\", [%1], { encoding: \"utf8\" }).trim();\n"
                          "fetch(%2, {\n"
                          "  headers: { Authorization: \"Bearer \" + token },\n"
                          "}).then((me) => me.text()).then(console.log);\n"
                          "'")
        .arg(arguments(target), codeText(address));
}

} // namespace

QString tokenCommand(const ScriptTarget &target)
{
    return command(target, {});
}

QList<ScriptLine> scriptLines(const ScriptTarget &target)
{
    if (target.api.isEmpty())
        return {};
    const QString address = target.api.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) + u"/me";
    using Tool = ScriptLine::Tool;
    return {{Tool::Curl, QStringLiteral("curl"), curl(target, address)},
            {Tool::Python, QStringLiteral("Python"), python(target, address)},
            {Tool::Node, QStringLiteral("Node"), node(target, address)}};
}

} // namespace framekey
