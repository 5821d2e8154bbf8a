// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/shellword.h"

#include <algorithm>

namespace framekey
{

namespace
{

bool isPlain(QChar character)
{
    return character.unicode() < 0x80 &&
           (character.isLetterOrNumber() || QStringView(u"_./:@%+,-").contains(character));
}

} // namespace

QString shellWord(const QString &text)
{
    if (!text.isEmpty() && std::ranges::all_of(text, isPlain))
        return text;
    QString quoted = text;
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

QString accountArgument(const QString &name, const QString &id)
{
    return name.startsWith(u'-') ? id : name;
}

} // namespace framekey
