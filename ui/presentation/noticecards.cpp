// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/cardwords.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

QString translated(const char *source)
{
    return QCoreApplication::translate("Notice", source);
}

CardWords notice(Tone tone, const QString &title, const QString &text)
{
    return {tone, title, text, {}, {{Order::DismissNotice, orderWords(Order::DismissNotice)}}};
}

} // namespace

CardWords keepsRunningCard()
{
    return notice(
        Tone::Neutral, translated(QT_TRANSLATE_NOOP("Notice", "Framekey keeps running")),
        translated(QT_TRANSLATE_NOOP(
            "Notice", "Closing the window only hides it while you are signed in, so that your scripts can "
                      "go on. Quit ends Framekey.")));
}

CardWords losesRenewalCard()
{
    CardWords card =
        notice(Tone::Warning, translated(QT_TRANSLATE_NOOP("Notice", "You will not stay signed in")),
               translated(QT_TRANSLATE_NOOP(
                   "Notice", "Without “Stay signed in” Framekey gets no refresh token: when the access "
                             "token ends, you and your scripts are signed out until you sign in again.")));
    card.buttons.clear();
    return card;
}

CardWords notSavedCard()
{
    CardWords card =
        notice(Tone::Warning, translated(QT_TRANSLATE_NOOP("Notice", "Your accounts could not be saved")),
               translated(QT_TRANSLATE_NOOP(
                   "Notice", "They work now, but the last change is lost when Framekey quits. Look "
                             "whether the disk is full or the settings folder is write-protected; "
                             "Framekey saves again with the next change.")));
    card.buttons.clear();
    return card;
}

CardWords brokenFileCard(const QString &keptAs)
{
    return notice(
        Tone::Warning, translated(QT_TRANSLATE_NOOP("Notice", "The list of accounts could not be read")),
        translated(QT_TRANSLATE_NOOP(
                       "Notice",
                       "Nothing was thrown away: the file is kept as %1. Add your accounts anew, or mend "
                       "the file and put it back."))
            .arg(keptAs));
}

CardWords knownClientCard(const QString &accountName)
{
    CardWords card = notice(
        Tone::Neutral,
        translated(QT_TRANSLATE_NOOP("Notice", "This client is already set up as “%1”")).arg(accountName),
        translated(
            QT_TRANSLATE_NOOP("Notice", "Saving updates it. What the file leaves out stays as it was.")));
    card.buttons.clear();
    return card;
}

CardWords notImportedCard(const QString &sentence)
{
    return notice(Tone::Warning, translated(QT_TRANSLATE_NOOP("Notice", "The account could not be imported")),
                  translated(QT_TRANSLATE_NOOP("Notice", "%1 Nothing was changed.")).arg(sentence));
}

CardWords samePersonCard(const QString &person, const QString &otherName)
{
    return {
        Tone::Neutral,
        translated(QT_TRANSLATE_NOOP("Notice", "You are signed in as %1 in “%2” too")).arg(person, otherName),
        translated(
            QT_TRANSLATE_NOOP("Notice",
                              "Both accounts work, each with its own access, and both can do what %1 may do. "
                              "Keep both where scripts need different access. If you wanted another person, "
                              "sign out here and choose that person in the browser. Removing this account "
                              "signs it out and leaves “%2” as it is."))
            .arg(person, otherName),
        {},
        {{Order::RemoveThisAccount, orderWords(Order::RemoveThisAccount)},
         {Order::KeepBoth, orderWords(Order::KeepBoth)}}};
}

CardWords takeOverCard()
{
    return {Tone::Warning,
            translated(QT_TRANSLATE_NOOP("Notice", "Taking over ends a sign-in")),
            translated(QT_TRANSLATE_NOOP(
                "Notice", "Framekey runs without a window and holds a sign-in that is not in the keychain. "
                          "Taking over ends that sign-in; leaving it running lets your scripts go on.")),
            {},
            {{Order::LeaveRunning, orderWords(Order::LeaveRunning), true},
             {Order::TakeOver, orderWords(Order::TakeOver)}}};
}

} // namespace framekey
