// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/statuswords.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

using State = SessionSnapshot::State;

const char *sourceText(State state)
{
    switch (state) {
    case State::Starting:
        return QT_TRANSLATE_NOOP("Status", "Starting");
    case State::SignedOut:
        return QT_TRANSLATE_NOOP("Status", "Signed out");
    case State::SigningIn:
        return QT_TRANSLATE_NOOP("Status", "Waiting for the browser");
    case State::SignedIn:
        return QT_TRANSLATE_NOOP("Status", "Signed in");
    case State::Renewing:
        return QT_TRANSLATE_NOOP("Status", "Renewing");
    case State::SignInNeeded:
        return QT_TRANSLATE_NOOP("Status", "Sign in again");
    case State::Offline:
        return QT_TRANSLATE_NOOP("Status", "Offline, will try again");
    case State::KeychainLocked:
        return QT_TRANSLATE_NOOP("Status", "Keychain locked");
    }
    return "";
}

} // namespace

QString statusText(State state)
{
    return QCoreApplication::translate("Status", sourceText(state));
}

Tone statusTone(State state)
{
    switch (state) {
    case State::Starting:
    case State::SignedOut:
        return Tone::Neutral;
    case State::SigningIn:
    case State::Renewing:
        return Tone::Busy;
    case State::SignedIn:
        return Tone::Good;
    case State::SignInNeeded:
        return Tone::Problem;
    case State::Offline:
    case State::KeychainLocked:
        return Tone::Warning;
    }
    return Tone::Neutral;
}

QString personText(const std::optional<Person> &person)
{
    const QString name = personName(person);
    if (name.isEmpty())
        return QCoreApplication::translate("Status", "not confirmed");
    return person->name.isEmpty() || person->email.isEmpty() ? name
                                                             : name + QStringLiteral(", ") + person->email;
}

QString personName(const std::optional<Person> &person)
{
    if (!person)
        return {};
    return person->name.isEmpty() ? person->email : person->name;
}

} // namespace framekey
