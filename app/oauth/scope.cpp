// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/scope.h"

#include <QRegularExpression>

#include <algorithm>

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
    // Without a regular expression: compiling the first one takes a part of every start.
    static constexpr QStringView never = u"\",\\";
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c > u' ' && c <= u'~' && !never.contains(c); });
}

} // namespace framekey
