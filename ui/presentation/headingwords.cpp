// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/headingwords.h"

#include "ui/presentation/statuswords.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

using State = SessionSnapshot::State;

QString translated(const char *source)
{
    return QCoreApplication::translate("Heading", source);
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

HeadingWords personHeading(const SessionSnapshot &snapshot, const QString &service)
{
    const QString name = personName(snapshot.person);
    if (name.isEmpty()) {
        const QString unknown = personText(snapshot.person);
        return {snapshot.accountName, joined({unknown, service}), unknown};
    }
    const QString email = snapshot.person->name.isEmpty() ? QString() : snapshot.person->email;
    return {name, joined({email, service}), personText(snapshot.person)};
}

} // namespace

HeadingWords HeadingWords::of(const SessionSnapshot &snapshot, const Provider *provider)
{
    const QString practice = practiceNotice(provider);
    const QString service = practice.isEmpty() ? snapshot.providerName : practice;
    switch (snapshot.state) {
    case State::Starting:
        return {snapshot.accountName,
                joined({translated(QT_TRANSLATE_NOOP("Heading", "Reading the keychain…")), practice}),
                {}};
    case State::SignedOut:
        return {translated(QT_TRANSLATE_NOOP("Heading", "Signed out")),
                practice.isEmpty()
                    ? translated(QT_TRANSLATE_NOOP(
                          "Heading", "Sign in once; your scripts can use Frame.io until you sign out."))
                    : practice,
                {}};
    case State::SigningIn:
        if (snapshot.waiting && snapshot.waiting->finishing)
            return {translated(QT_TRANSLATE_NOOP("Heading", "Finishing the sign-in…")),
                    joined({translated(QT_TRANSLATE_NOOP("Heading", "The browser's answer has come.")),
                            practice}),
                    {}};
        return {translated(QT_TRANSLATE_NOOP("Heading", "Continue in your browser")),
                joined({translated(QT_TRANSLATE_NOOP("Heading",
                                                     "Framekey finishes by itself once you allow access.")),
                        practice}),
                {}};
    case State::KeychainLocked:
        return {snapshot.accountName,
                joined({translated(QT_TRANSLATE_NOOP("Heading", "Waiting for the keychain")), practice}),
                {}};
    case State::SignedIn:
    case State::Renewing:
    case State::SignInNeeded:
    case State::Offline:
        break;
    }
    return personHeading(snapshot, service);
}

HeadingWords HeadingWords::withoutAccount()
{
    return {translated(QT_TRANSLATE_NOOP("Heading", "Signed out")),
            translated(QT_TRANSLATE_NOOP("Heading",
                                         "Sign in once; your scripts can use Frame.io until you sign out.")),
            {}};
}

QString practiceNotice(const Provider *provider)
{
    return provider && provider->runsLocally
               ? translated(QT_TRANSLATE_NOOP("Heading", "Practice account: nothing here is real Frame.io"))
               : QString();
}

} // namespace framekey
