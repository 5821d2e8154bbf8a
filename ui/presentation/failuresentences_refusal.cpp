// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Why the account request was refused, though the sign-in is good.
#include "ui/presentation/failuresentences.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

using Detail = Failure::Detail;

FailureSentences refused(const char *meaning, const char *toDo, Order order)
{
    return {QT_TRANSLATE_NOOP("Failure", "{service} refused the account request"), meaning, toDo, order};
}

} // namespace

FailureSentences refusalSentencesFor(Detail detail)
{
    switch (detail) {
    case Detail::ScopeMissing:
        return refused(
            QT_TRANSLATE_NOOP("Failure", "The access token lacks some access that {service} asks for."),
            QT_TRANSLATE_NOOP("Failure", "Re-authorize, and under “Choose access…” ask for all there is."),
            Order::Reauthorize);
    case Detail::NotLinked:
        return refused(
            QT_TRANSLATE_NOOP(
                "Failure", "Whoever signed in is not linked to an account there: often it is the wrong one "
                           "of two IDs, or {service} was never opened with this one."),
            QT_TRANSLATE_NOOP("Failure", "Open {service} in the browser with the same ID once, or sign in as "
                                         "the person the account belongs to."),
            Order::CheckPerson);
    case Detail::NoProductProfile:
        return refused(
            QT_TRANSLATE_NOOP("Failure",
                              "Your organization has not given you {service}: no product profile holds you."),
            QT_TRANSLATE_NOOP("Failure",
                              "Ask an administrator to add you to a product profile with {service}."),
            Order::CheckPerson);
    case Detail::AccountLocked:
        return refused(QT_TRANSLATE_NOOP("Failure", "The account there is locked."),
                       QT_TRANSLATE_NOOP("Failure",
                                         "{service} itself says why, in the browser; the account's "
                                         "owner or an administrator can open it again."),
                       Order::CheckPerson);
    case Detail::AccountRefused:
        return refused(QT_TRANSLATE_NOOP("Failure", "It did not say why."),
                       QT_TRANSLATE_NOOP("Failure",
                                         "Open {service} in the browser as the same person: if that works, "
                                         "re-authorize; if not, ask an administrator."),
                       Order::CheckPerson);
    default:
        return {};
    }
}

} // namespace framekey
