// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// What a person can ask for with one button; the window carries it out.
enum class Order {
    SignIn,
    SignInAsAnother,
    CancelSignIn,
    OpenBrowserAgain,
    RegisterScheme,
    RenewNow,
    CopyToken,
    CopyReport, ///< of what there is and what happened, for those who help
    Reauthorize,
    SignOut,
    CheckPerson, ///< asks again who is signed in
    OpenHelp,    ///< the page where a refused account request can be seen to
    RetryStorage,
    RetryPractice,
    KeepPerson,
    UseOtherPerson,
    DismissReceipt,
    DismissNotice,
    SetUpSuccessor,
    PutEndAway,
    OpenSettings,
    OpenActivity,
    ChangeAccess,
    AddAccount,
    TryPractice,
    ImportEnv,
    MakeDefault,
    MoveUp,
    MoveDown,
    RemoveAccount,
    RemoveThisAccount,
    KeepBoth,
    TakeOver,
    LeaveRunning,
    Back,
    Quit,
};

/// The words on an order's button.
[[nodiscard]] QString orderWords(Order order);

} // namespace framekey
