// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/failuresentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace framekey
{

namespace
{

using Detail = Failure::Detail;

struct Row {
    Detail detail;
    FailureSentences sentences;
};

const Row rows[] = {
    {Detail::PortTaken,
     {QT_TRANSLATE_NOOP("Failure", "Another program uses {subject}"),
      QT_TRANSLATE_NOOP("Failure",
                        "The browser could not have handed its answer to Framekey, so nothing was opened."),
      QT_TRANSLATE_NOOP(
          "Failure",
          "End the other program and sign in again, or choose another redirect address in the settings and "
          "register that one."),
      Order::OpenSettings}},
    {Detail::CannotListen,
     {QT_TRANSLATE_NOOP("Failure", "Framekey cannot listen on {subject}"),
      QT_TRANSLATE_NOOP("Failure",
                        "The browser could not have handed its answer to Framekey, so nothing was opened."),
      QT_TRANSLATE_NOOP("Failure", "Choose another redirect address in the settings and register that one."),
      Order::OpenSettings}},
    {Detail::BrowserNotOpened,
     {QT_TRANSLATE_NOOP("Failure", "No browser could be opened"),
      QT_TRANSLATE_NOOP("Failure", "This desktop did not start one. Signing in still works."),
      QT_TRANSLATE_NOOP("Failure",
                        "Sign in again, copy the link and open it in any browser on this computer."),
      Order::SignIn}},
    {Detail::HostNotFound,
     {QT_TRANSLATE_NOOP("Failure", "{subject} was not found"),
      QT_TRANSLATE_NOOP("Failure",
                        "This computer may be offline, or the address in the settings is misspelt."),
      nullptr,
      {}}},
    {Detail::ConnectionRefused,
     {QT_TRANSLATE_NOOP("Failure", "{subject} refused the connection"),
      QT_TRANSLATE_NOOP("Failure", "The server is there, but nothing answers at this address."),
      nullptr,
      {}}},
    {Detail::Unreachable,
     {QT_TRANSLATE_NOOP("Failure", "{subject} cannot be reached"),
      QT_TRANSLATE_NOOP("Failure",
                        "No connection came about. This computer may be offline, or something between "
                        "blocks the way."),
      nullptr,
      {}}},
    {Detail::ConnectionLost,
     {QT_TRANSLATE_NOOP("Failure", "The connection to {subject} broke off"),
      QT_TRANSLATE_NOOP(
          "Failure",
          "It ended before an answer came, so nobody knows whether the server did what was asked."),
      nullptr,
      {}}},
    {Detail::NoAnswer,
     {QT_TRANSLATE_NOOP("Failure", "{subject} did not answer in time"),
      QT_TRANSLATE_NOOP("Failure", "The connection stands, but no answer came over it."),
      nullptr,
      {}}},
    {Detail::ProxyAuthentication,
     {QT_TRANSLATE_NOOP("Failure", "The proxy asks for a name and password"),
      QT_TRANSLATE_NOOP("Failure",
                        "Framekey cannot get through to {service}. It never asks for a proxy's password."),
      QT_TRANSLATE_NOOP(
          "Failure", "Set the proxy with its password in this computer's network settings, then try again."),
      {}}},
    {Detail::Tls,
     {QT_TRANSLATE_NOOP("Failure", "The connection to {subject} cannot be trusted"),
      QT_TRANSLATE_NOOP(
          "Failure", "Its certificate was not issued by anyone this computer trusts, so nothing was sent."),
      QT_TRANSLATE_NOOP(
          "Failure", "If your network has a certificate authority of its own, add its file in the settings."),
      Order::OpenSettings}},
    {Detail::Redirected,
     {QT_TRANSLATE_NOOP("Failure", "{subject} sent Framekey to another address"),
      QT_TRANSLATE_NOOP(
          "Failure",
          "A token endpoint must never do that, so Framekey did not follow and sent nothing there."),
      QT_TRANSLATE_NOOP("Failure", "Check the addresses in the settings."), Order::OpenSettings}},
    {Detail::NotJson,
     {QT_TRANSLATE_NOOP("Failure", "{service} answered with something that is not JSON"),
      QT_TRANSLATE_NOOP(
          "Failure",
          "Often the network's own sign-in page, a company's proxy or a page saying “back soon” stands in "
          "between."),
      nullptr,
      {}}},
    {Detail::TooLarge,
     {QT_TRANSLATE_NOOP("Failure", "{service} answered with far too much"),
      QT_TRANSLATE_NOOP("Failure", "A token answer is small; Framekey stopped reading."),
      nullptr,
      {}}},
    {Detail::NoAccessToken,
     {QT_TRANSLATE_NOOP("Failure", "{service} answered without an access token"),
      QT_TRANSLATE_NOOP("Failure", "Its answer says that all is well, but the token is not in it."),
      nullptr,
      {}}},
    {Detail::WrongTokenType,
     {QT_TRANSLATE_NOOP("Failure", "{service} gave a kind of token Framekey cannot use"),
      QT_TRANSLATE_NOOP("Failure", "Framekey uses bearer tokens, as Frame.io does."),
      QT_TRANSLATE_NOOP("Failure", "Check the addresses in the settings."), Order::OpenSettings}},
    {Detail::UnusableToken,
     {QT_TRANSLATE_NOOP("Failure", "{service} gave a token with characters that no token may have"),
      QT_TRANSLATE_NOOP("Failure", "It could not be handed on safely, so Framekey threw it away."),
      nullptr,
      {}}},
    {Detail::MixUp,
     {QT_TRANSLATE_NOOP("Failure", "The answer came from another server"),
      QT_TRANSLATE_NOOP(
          "Failure",
          "Someone may have tried to get hold of this sign-in. Framekey stopped in time: nothing was sent."),
      QT_TRANSLATE_NOOP("Failure",
                        "Sign in again. If it happens twice, check the issuer in the account's file."),
      Order::SignIn}},
    {Detail::StateMismatch,
     {QT_TRANSLATE_NOOP("Failure", "That answer belongs to another sign-in"),
      QT_TRANSLATE_NOOP("Failure", "Framekey only takes the answer to the sign-in it started last."),
      QT_TRANSLATE_NOOP("Failure", "Use the page that Framekey opened last, or sign in again."),
      Order::SignIn}},
    {Detail::MissingCode,
     {QT_TRANSLATE_NOOP("Failure", "That answer holds no code"),
      QT_TRANSLATE_NOOP("Failure", "Without the code the sign-in cannot be finished."),
      QT_TRANSLATE_NOOP("Failure", "Sign in again."), Order::SignIn}},
    {Detail::KeychainLocked,
     {QT_TRANSLATE_NOOP("Failure", "The keychain is locked"),
      QT_TRANSLATE_NOOP("Failure", "Framekey can neither read nor keep a sign-in until it is unlocked."),
      QT_TRANSLATE_NOOP("Failure", "Unlock this computer's keychain, then try again."), Order::RetryStorage}},
    {Detail::KeychainAbsent,
     {QT_TRANSLATE_NOOP("Failure", "There is no keychain on this desktop"),
      QT_TRANSLATE_NOOP(
          "Failure",
          "Nothing answers that could keep a sign-in safe, and Framekey never writes one to a plain file."),
      QT_TRANSLATE_NOOP("Failure", "Start GNOME Keyring or KWallet, then try again."), Order::RetryStorage}},
    {Detail::KeychainSlow,
     {QT_TRANSLATE_NOOP("Failure", "The keychain does not answer"),
      QT_TRANSLATE_NOOP("Failure", "It may be asking you for its password in another window."),
      QT_TRANSLATE_NOOP("Failure", "Answer its question, then try again."), Order::RetryStorage}},
    {Detail::KeychainNewer,
     {QT_TRANSLATE_NOOP("Failure", "This sign-in was kept by a newer Framekey"),
      QT_TRANSLATE_NOOP("Failure", "This version cannot read it and leaves it as it is."),
      QT_TRANSLATE_NOOP("Failure", "Use the newer Framekey, or sign in again here."), Order::SignIn}},
    {Detail::WrongAnswer,
     {QT_TRANSLATE_NOOP("Failure", "The answer makes no sense to Framekey"), nullptr, nullptr, {}}},
    {Detail::NoPractice,
     {QT_TRANSLATE_NOOP("Failure", "The practice server could not be started"),
      QT_TRANSLATE_NOOP("Failure",
                        "It is a small program that comes with Framekey and runs on this computer only."),
      QT_TRANSLATE_NOOP("Failure", "Try again. If that does not help, install Framekey again."),
      Order::RetryPractice}},
    {Detail::SecretMissing,
     {QT_TRANSLATE_NOOP("Failure", "The client secret is missing"),
      QT_TRANSLATE_NOOP("Failure",
                        "This account is set up with a client secret, but the keychain holds none for it."),
      QT_TRANSLATE_NOOP("Failure", "Enter the client secret in the settings."), Order::OpenSettings}},
    {Detail::BindingChanged,
     {QT_TRANSLATE_NOOP("Failure", "The account's settings have changed"),
      QT_TRANSLATE_NOOP("Failure", "The sign-in kept before belongs to another server or client ID. It stays "
                                   "unused and goes nowhere."),
      QT_TRANSLATE_NOOP("Failure", "Sign in again with the new settings."), Order::SignIn}},
    {Detail::AnotherSignIn,
     {QT_TRANSLATE_NOOP("Failure", "Another sign-in ({subject}) is using this redirect address"),
      QT_TRANSLATE_NOOP("Failure", "Two accounts on one port have to take turns, so nothing was opened."),
      QT_TRANSLATE_NOOP("Failure", "Finish or cancel that one first, then sign in here."), Order::SignIn}},
    {Detail::NotRenewable,
     {QT_TRANSLATE_NOOP("Failure", "This sign-in has ended"),
      QT_TRANSLATE_NOOP(
          "Failure",
          "{service} gave no refresh token, so it could not be renewed. Nothing on this computer is lost."),
      QT_TRANSLATE_NOOP(
          "Failure",
          "Sign in again and your scripts go on. To stay signed in, ask for that access, where this kind of "
          "app may have it."),
      Order::SignIn}},
};

} // namespace

FailureSentences sentencesFor(Detail detail)
{
    const auto *row = std::ranges::find(rows, detail, &Row::detail);
    if (row != std::end(rows))
        return row->sentences;
    const FailureSentences refusal = refusalSentencesFor(detail);
    return refusal.happened ? refusal : certificateSentencesFor(detail);
}

} // namespace framekey
