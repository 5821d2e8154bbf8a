// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/envfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cctype>
#include <optional>

namespace framekey
{

namespace
{

constexpr qint64 longestFile = 64 * 1024;

bool isName(const QByteArray &text)
{
    const auto legal = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    return !text.isEmpty() && std::ranges::all_of(text, legal) &&
           !std::isdigit(static_cast<unsigned char>(text.front()));
}

// The value as a shell would read it, for what sample files hold: one quoted text, or plain text up to a
// comment.
std::optional<QByteArray> unquote(const QByteArray &value)
{
    if (value.isEmpty() || (value.front() != '"' && value.front() != '\'')) {
        qsizetype comment = value.startsWith('#') ? 0 : value.indexOf(" #");
        comment = comment < 0 ? value.indexOf("\t#") : comment;
        return (comment < 0 ? value : value.left(comment)).trimmed();
    }
    const char quote = value.front();
    QByteArray text;
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (value[i] == quote) {
            const QByteArray rest = value.mid(i + 1).trimmed();
            return rest.isEmpty() || rest.startsWith('#') ? std::optional(text) : std::nullopt;
        }
        if (quote == '"' && value[i] == '\\' && i + 1 < value.size())
            ++i;
        text += value[i];
    }
    return std::nullopt;
}

} // namespace

std::expected<EnvNames, EnvFault> parseEnv(const QByteArray &text)
{
    if (text.size() > longestFile)
        return std::unexpected(EnvFault{.kind = EnvFault::Kind::TooLarge});
    EnvNames names;
    int number = 0;
    for (QByteArray line : text.split('\n')) {
        ++number;
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith("export ") || line.startsWith("export\t"))
            line = line.mid(7).trimmed();
        const qsizetype equals = line.indexOf('=');
        const QByteArray name = line.left(equals).trimmed();
        const auto value = unquote(line.mid(equals + 1).trimmed());
        if (equals < 0 || !isName(name) || !value)
            return std::unexpected(EnvFault{.kind = EnvFault::Kind::BadLine, .line = number});
        names.insert(QString::fromLatin1(name), Secret(*value));
    }
    return names;
}

std::expected<EnvNames, EnvFault> readEnvFile(const QString &path)
{
    // Whoever asks the running Framekey names a file; a pipe would hold everything up until somebody writes.
    const QFileInfo info(path);
    QFile file(path);
    if (info.isRelative() || !info.isFile() || !file.open(QIODevice::ReadOnly))
        return std::unexpected(EnvFault{.kind = EnvFault::Kind::Unreadable});
    return parseEnv(file.read(longestFile + 1));
}

} // namespace framekey
