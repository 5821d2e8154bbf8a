// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessionorders.h"

#include "session/session.h"

namespace framekey
{

bool carryOut(Order order, Session &session)
{
    switch (order) {
    case Order::SignIn:
        session.signIn();
        return true;
    case Order::SignInAsAnother:
        session.signInAsAnother();
        return true;
    case Order::CheckPerson:
        session.checkPersonAgain();
        return true;
    case Order::CancelSignIn:
        session.cancelSignIn();
        return true;
    case Order::OpenBrowserAgain:
        session.openBrowserAgain();
        return true;
    case Order::RegisterScheme:
        session.registerScheme();
        return true;
    case Order::RenewNow:
        session.refreshNow();
        return true;
    case Order::SignOut:
        session.signOut();
        return true;
    case Order::RetryStorage:
        session.retryStorage();
        return true;
    case Order::KeepPerson:
        session.keepCurrentPerson();
        return true;
    case Order::UseOtherPerson:
        session.useOtherPerson();
        return true;
    case Order::DismissReceipt:
        session.dismissReceipt();
        return true;
    default:
        return false;
    }
}

} // namespace framekey
