// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/consentwords.h"

#include "ui/presentation/requesterwords.h"

namespace framekey
{

namespace
{

QString titleOf(const Consents::Question &question, const RequesterWords &who)
{
    const QString account = shownText(question.accountName);
    if (who.folder.isEmpty())
        return ConsentWords::tr("A program that Framekey cannot identify asks for a token of “%1”")
            .arg(account);
    if (question.requester.script.isEmpty())
        return ConsentWords::tr("%1 asks for a token of “%2”").arg(who.program, account);
    return ConsentWords::tr("%1 (%2) asks for a token of “%3”", "a script and the program that runs it")
        .arg(shownText(question.requester.script), who.program, account);
}

QString textOf(const Consents::Question &question, const RequesterWords &who, const TimeWords &times)
{
    QStringList sentences;
    if (!who.folder.isEmpty())
        sentences += ConsentWords::tr("The program is %1.").arg(shownText(question.requester.program));
    if (!who.claims.isEmpty())
        sentences +=
            ConsentWords::tr("It %1, which nothing proves.", "what a program says of itself").arg(who.claims);
    sentences +=
        ConsentWords::tr("Without an answer until %1 it gets none.").arg(times.clockTime(question.until));
    return sentences.join(u' ');
}

} // namespace

ConsentWords ConsentWords::of(const Consents::Question &question, const TimeWords &times, qsizetype waiting)
{
    const RequesterWords who = RequesterWords::of(question.requester);
    return {.title = titleOf(question, who),
            .text = textOf(question, who, times),
            .others = waiting > 0 ? tr("%n more wait(s)", nullptr, static_cast<int>(waiting)) : QString()};
}

} // namespace framekey
