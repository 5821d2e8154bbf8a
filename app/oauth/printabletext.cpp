// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/printabletext.h"

#include <QList>

#include <algorithm>

namespace framekey
{

bool isPrintable(const QString &text)
{
    const auto characters = text.toUcs4();
    return text.isValidUtf16() &&
           std::ranges::all_of(characters, [](char32_t c) { return QChar::isPrint(c); });
}

QString printable(const QString &text, const QString &instead)
{
    QString shown;
    const auto characters = text.toUcs4();
    for (const char32_t c : characters)
        shown += QChar::isPrint(c) ? QString::fromUcs4(&c, 1) : instead;
    return shown;
}

} // namespace framekey
