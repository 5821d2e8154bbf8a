// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/requesterwords.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Requester)

public:
    static QString unknown() { return tr("a program that Framekey cannot identify"); }

    static QString claims(const QString &script, const QString &label)
    {
        if (script.isEmpty() && label.isEmpty())
            return {};
        if (label.isEmpty())
            return tr("says it runs %1").arg(script);
        if (script.isEmpty())
            return tr("calls itself “%1”").arg(label);
        return tr("says it runs %1 and calls itself “%2”").arg(script, label);
    }
};

} // namespace

QString shownText(const QString &foreign)
{
    constexpr qsizetype longest = 120;
    QString shown;
    const auto characters = foreign.toUcs4();
    for (const char32_t character : characters) {
        const bool fits = QChar::isPrint(character) && !(QChar::isSpace(character) && character != U' ');
        shown += QString::fromUcs4(fits ? &character : U"\uFFFD", 1);
        if (shown.size() >= longest)
            return shown + QChar(0x2026);
    }
    return shown;
}

RequesterWords RequesterWords::of(const Requester &requester)
{
    const QString claims = Words::claims(shownText(requester.script), shownText(requester.label));
    const qsizetype slash = requester.program.lastIndexOf(u'/');
    const QString name = requester.program.mid(slash + 1);
    if (name.isEmpty())
        return {.program = Words::unknown(), .folder = {}, .claims = claims};
    return {.program = shownText(name),
            .folder = shownText(slash == 0 ? QStringLiteral("/") : requester.program.left(slash)),
            .claims = claims};
}

} // namespace framekey
