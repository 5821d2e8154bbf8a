// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/order.h"

#include <QCoreApplication>

namespace framekey
{

namespace
{

const char *sourceWords(Order order)
{
    switch (order) {
    case Order::SignIn:
        return QT_TRANSLATE_NOOP("Order", "Sign in to Frame.io");
    case Order::CancelSignIn:
        return QT_TRANSLATE_NOOP("Order", "Cancel");
    case Order::OpenBrowserAgain:
        return QT_TRANSLATE_NOOP("Order", "Open the browser again");
    case Order::RenewNow:
        return QT_TRANSLATE_NOOP("Order", "Renew now");
    case Order::CopyToken:
        return QT_TRANSLATE_NOOP("Order", "Copy token");
    case Order::Reauthorize:
        return QT_TRANSLATE_NOOP("Order", "Re-authorize…");
    case Order::SignOut:
        return QT_TRANSLATE_NOOP("Order", "Sign out");
    case Order::RetryStorage:
        return QT_TRANSLATE_NOOP("Order", "Try again");
    case Order::KeepPerson:
        return QT_TRANSLATE_NOOP("Order", "Keep the present sign-in");
    case Order::UseOtherPerson:
        return QT_TRANSLATE_NOOP("Order", "Use the new sign-in");
    case Order::DismissReceipt:
    case Order::DismissNotice:
        return QT_TRANSLATE_NOOP("Order", "OK");
    case Order::OpenSettings:
        return QT_TRANSLATE_NOOP("Order", "Settings");
    case Order::ChangeAccess:
        return QT_TRANSLATE_NOOP("Order", "Change…");
    case Order::AddAccount:
        return QT_TRANSLATE_NOOP("Order", "Add account…");
    case Order::TryPractice:
        return QT_TRANSLATE_NOOP("Order", "Try with a practice account");
    case Order::ImportEnv:
        return QT_TRANSLATE_NOOP("Order", "Import .env…");
    case Order::RemoveAccount:
        return QT_TRANSLATE_NOOP("Order", "Remove account…");
    case Order::Back:
        return QT_TRANSLATE_NOOP("Order", "Back");
    case Order::Quit:
        return QT_TRANSLATE_NOOP("Order", "Quit");
    }
    return "";
}

} // namespace

QString orderWords(Order order)
{
    return QCoreApplication::translate("Order", sourceWords(order));
}

} // namespace framekey
