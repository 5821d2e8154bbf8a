// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/accountrow.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(AccountRow)

public:
    struct Standing {
        QString words;
        Tone tone = Tone::Neutral;
    };

    // What the account wants of the person, or goes through, is told here: its page may not be the one shown.
    static Standing of(const SessionSnapshot &snapshot)
    {
        const QString state = statusText(snapshot.state);
        if (snapshot.question)
            return {tr("%1, a question waits").arg(state), Tone::Warning};
        if (snapshot.pending)
            return {tr("%1, waiting for the browser").arg(state), Tone::Busy};
        if ((snapshot.problem || snapshot.personProblem) && statusTone(snapshot.state) != Tone::Problem)
            return {tr("%1, with a problem").arg(state), Tone::Warning};
        return {state, statusTone(snapshot.state)};
    }

    static QString isDefault() { return tr("default"); }
    static QString meansDefault() { return tr("Default: scripts that name no account use it."); }
    static QString place(int place, int count) { return tr("%1 of %2").arg(place).arg(count); }
};

} // namespace

AccountRow AccountRow::of(const SessionSnapshot &snapshot)
{
    const auto standing = RowWords::of(snapshot);
    return {.id = snapshot.accountId,
            .name = snapshot.accountName,
            .detail = snapshot.providerName + QStringLiteral(" · ") + standing.words,
            .tone = standing.tone};
}

QString AccountRow::accessibleName() const
{
    QStringList parts{name, detail};
    if (isDefault)
        parts += RowWords::isDefault();
    if (place > 0)
        parts += RowWords::place(place, count);
    return parts.join(QStringLiteral(", "));
}

QString AccountRow::toolTip() const
{
    // A name is a person's own: what looks like markup in it is none.
    const QString text = name.toHtmlEscaped();
    return QStringLiteral("<qt>%1</qt>")
        .arg(isDefault ? text + QStringLiteral("<br>") + RowWords::meansDefault().toHtmlEscaped() : text);
}

} // namespace framekey
