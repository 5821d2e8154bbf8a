// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/failuresentences.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

using Kind = Failure::Kind;
using Stage = Failure::Stage;

FailureSentences expired(Stage stage)
{
    if (stage == Stage::TokenEndpoint)
        return {QT_TRANSLATE_NOOP("Failure", "{service} did not accept the browser's answer"),
                QT_TRANSLATE_NOOP("Failure",
                                  "Its code works once and for a few minutes only. You were not signed in."),
                QT_TRANSLATE_NOOP("Failure", "Sign in again."), Order::SignIn};
    return {QT_TRANSLATE_NOOP("Failure", "{service} no longer accepts this sign-in"),
            QT_TRANSLATE_NOOP("Failure", "It refused to renew it. Nothing on this computer is lost."),
            QT_TRANSLATE_NOOP("Failure", "Sign in again and your scripts go on."), Order::SignIn};
}

FailureSentences network(Stage stage)
{
    if (stage == Stage::AccountRequest)
        return {
            QT_TRANSLATE_NOOP("Failure", "{service} could not be asked who you are"), nullptr, nullptr, {}};
    return {QT_TRANSLATE_NOOP("Failure", "{service} could not be reached"), nullptr, nullptr, {}};
}

/// What the person did, or did not.
FailureSentences endedByPerson(Kind kind)
{
    switch (kind) {
    case Kind::Denied:
        return {QT_TRANSLATE_NOOP("Failure", "Access was not allowed"),
                QT_TRANSLATE_NOOP("Failure", "{service} says that you chose not to. Nothing changed here."),
                QT_TRANSLATE_NOOP("Failure", "Sign in again whenever you like."), Order::SignIn};
    case Kind::Cancelled:
        return {QT_TRANSLATE_NOOP("Failure", "You cancelled"),
                QT_TRANSLATE_NOOP("Failure", "Nothing changed here."),
                QT_TRANSLATE_NOOP("Failure", "Sign in again whenever you like."), Order::SignIn};
    case Kind::TimedOut:
        return {
            QT_TRANSLATE_NOOP("Failure", "Nobody finished signing in"),
            QT_TRANSLATE_NOOP(
                "Failure", "Framekey waited for the browser's answer, then stopped. Nothing changed here."),
            QT_TRANSLATE_NOOP("Failure", "Sign in again whenever you like."), Order::SignIn};
    default:
        return {};
    }
}

/// What can be put right on this computer.
FailureSentences settledHere(Kind kind)
{
    switch (kind) {
    case Kind::Client:
        return {
            QT_TRANSLATE_NOOP("Failure", "{service} does not accept this account's settings"), nullptr,
            QT_TRANSLATE_NOOP(
                "Failure",
                "Compare the client ID, the secret, the redirect address and the access asked for with what "
                "is registered there."),
            Order::OpenSettings};
    case Kind::Storage:
        return {QT_TRANSLATE_NOOP("Failure", "The keychain did not do what it was asked"), nullptr,
                QT_TRANSLATE_NOOP("Failure", "Look whether it is running and unlocked, then try again."),
                Order::RetryStorage};
    case Kind::Settings:
        return {QT_TRANSLATE_NOOP("Failure", "This account cannot be used as it is set up"), nullptr,
                QT_TRANSLATE_NOOP("Failure", "Look through the settings and save them."),
                Order::OpenSettings};
    default:
        return {};
    }
}

} // namespace

FailureSentences sentencesFor(Kind kind, Stage stage)
{
    switch (kind) {
    case Kind::Denied:
    case Kind::Cancelled:
    case Kind::TimedOut:
        return endedByPerson(kind);
    case Kind::Expired:
        return expired(stage);
    case Kind::Network:
        return network(stage);
    case Kind::Server:
        return {QT_TRANSLATE_NOOP("Failure", "{service} is in trouble"), nullptr, nullptr, {}};
    case Kind::Protocol:
        return {QT_TRANSLATE_NOOP("Failure", "{service} gave an answer Framekey cannot use"),
                nullptr,
                nullptr,
                {}};
    case Kind::Client:
    case Kind::Storage:
    case Kind::Settings:
        return settledHere(kind);
    }
    return {};
}

FailureSentences sentencesFor(Stage stage)
{
    switch (stage) {
    case Stage::Settings:
        return {nullptr, QT_TRANSLATE_NOOP("Failure", "Nothing was sent."),
                QT_TRANSLATE_NOOP("Failure", "Check the account's settings."), Order::OpenSettings};
    case Stage::Listening:
        return {nullptr, QT_TRANSLATE_NOOP("Failure", "Nothing was opened in the browser."),
                QT_TRANSLATE_NOOP("Failure", "Sign in again."), Order::SignIn};
    case Stage::Browser:
        return {nullptr, QT_TRANSLATE_NOOP("Failure", "Signing in has not begun."),
                QT_TRANSLATE_NOOP("Failure", "Sign in again."), Order::SignIn};
    case Stage::AuthorizationServer:
        return {nullptr, QT_TRANSLATE_NOOP("Failure", "You were not signed in, and nothing changed here."),
                QT_TRANSLATE_NOOP("Failure", "Sign in again."), Order::SignIn};
    case Stage::TokenEndpoint:
        return {nullptr,
                QT_TRANSLATE_NOOP("Failure",
                                  "The browser's part is done, but the sign-in could not be finished."),
                QT_TRANSLATE_NOOP("Failure", "Sign in again."), Order::SignIn};
    case Stage::Refresh:
        return {nullptr, QT_TRANSLATE_NOOP("Failure", "The access token could not be renewed."),
                QT_TRANSLATE_NOOP("Failure", "Your sign-in is kept, and Framekey tries again by itself."),
                Order::RenewNow};
    case Stage::AccountRequest:
        return {nullptr,
                QT_TRANSLATE_NOOP("Failure", "The sign-in stands all the same; only your name is not known."),
                QT_TRANSLATE_NOOP("Failure", "There is nothing you need to do."),
                {}};
    case Stage::Revocation:
        return {
            nullptr,
            QT_TRANSLATE_NOOP("Failure", "You are signed out on this computer, but the server may not know."),
            QT_TRANSLATE_NOOP("Failure", "There is nothing you need to do."),
            {}};
    case Stage::Storage:
        return {nullptr, QT_TRANSLATE_NOOP("Failure", "What the keychain holds was not changed."),
                QT_TRANSLATE_NOOP("Failure", "Try again."), Order::RetryStorage};
    }
    return {};
}

} // namespace framekey
