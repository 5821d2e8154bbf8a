// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/scope.h"

#include <QRegularExpression>

namespace framekey
{

QStringList parseScope(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
    QStringList tokens = text.split(separators, Qt::SkipEmptyParts);
    tokens.removeDuplicates();
    return tokens;
}

QString formatScope(const QStringList &tokens, QChar separator)
{
    return tokens.join(separator);
}

bool isScopeToken(const QString &text)
{
    static const QRegularExpression legal(QStringLiteral("^[\\x21\\x23-\\x2b\\x2d-\\x5b\\x5d-\\x7e]+$"));
    // `$` also matches before a final line feed.
    return legal.match(text).hasMatch() && !text.endsWith(u'\n');
}

} // namespace framekey
