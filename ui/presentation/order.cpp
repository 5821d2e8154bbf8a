// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/order.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace framekey
{

namespace
{

struct Row {
    Order order;
    const char *words;
};

const Row rows[] = {
    {Order::SignIn, QT_TRANSLATE_NOOP("Order", "Sign in to Frame.io")},
    {Order::SignInAsAnother, QT_TRANSLATE_NOOP("Order", "Sign in as another person")},
    {Order::CancelSignIn, QT_TRANSLATE_NOOP("Order", "Cancel")},
    {Order::OpenBrowserAgain, QT_TRANSLATE_NOOP("Order", "Open the browser again")},
    {Order::RegisterScheme, QT_TRANSLATE_NOOP("Order", "Register with this desktop")},
    {Order::RenewNow, QT_TRANSLATE_NOOP("Order", "Renew now")},
    {Order::CopyToken, QT_TRANSLATE_NOOP("Order", "Copy token")},
    {Order::CopyReport, QT_TRANSLATE_NOOP("Order", "Copy report")},
    {Order::Reauthorize, QT_TRANSLATE_NOOP("Order", "Re-authorize…")},
    {Order::SignOut, QT_TRANSLATE_NOOP("Order", "Sign out")},
    {Order::CheckPerson, QT_TRANSLATE_NOOP("Order", "Check again")},
    {Order::OpenHelp, QT_TRANSLATE_NOOP("Order", "Open the page")},
    {Order::RetryStorage, QT_TRANSLATE_NOOP("Order", "Try again")},
    {Order::RetryPractice, QT_TRANSLATE_NOOP("Order", "Try again")},
    {Order::KeepPerson, QT_TRANSLATE_NOOP("Order", "Keep the present sign-in")},
    {Order::UseOtherPerson, QT_TRANSLATE_NOOP("Order", "Use the new sign-in")},
    {Order::DismissReceipt, QT_TRANSLATE_NOOP("Order", "OK")},
    {Order::DismissNotice, QT_TRANSLATE_NOOP("Order", "OK")},
    {Order::SetUpSuccessor, QT_TRANSLATE_NOOP("Order", "Set up what comes after it")},
    {Order::PutEndAway, QT_TRANSLATE_NOOP("Order", "OK")},
    {Order::OpenSettings, QT_TRANSLATE_NOOP("Order", "Settings")},
    {Order::OpenActivity, QT_TRANSLATE_NOOP("Order", "Activity")},
    {Order::ChangeAccess, QT_TRANSLATE_NOOP("Order", "Change…")},
    {Order::AddAccount, QT_TRANSLATE_NOOP("Order", "Add account…")},
    {Order::TryPractice, QT_TRANSLATE_NOOP("Order", "Try with a practice account")},
    {Order::ImportEnv, QT_TRANSLATE_NOOP("Order", "Import .env…")},
    {Order::MakeDefault, QT_TRANSLATE_NOOP("Order", "Make default")},
    {Order::MoveUp, QT_TRANSLATE_NOOP("Order", "Move up")},
    {Order::MoveDown, QT_TRANSLATE_NOOP("Order", "Move down")},
    {Order::RemoveAccount, QT_TRANSLATE_NOOP("Order", "Remove account…")},
    {Order::RemoveThisAccount, QT_TRANSLATE_NOOP("Order", "Remove this account")},
    {Order::KeepBoth, QT_TRANSLATE_NOOP("Order", "Keep both")},
    {Order::TakeOver, QT_TRANSLATE_NOOP("Order", "Take over")},
    {Order::LeaveRunning, QT_TRANSLATE_NOOP("Order", "Leave it running")},
    {Order::Back, QT_TRANSLATE_NOOP("Order", "Back")},
    {Order::Quit, QT_TRANSLATE_NOOP("Order", "Quit")},
};

} // namespace

QString orderWords(Order order)
{
    const auto *row = std::ranges::find(rows, order, &Row::order);
    return row == std::end(rows) ? QString() : QCoreApplication::translate("Order", row->words);
}

} // namespace framekey
