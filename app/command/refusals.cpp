// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "refusals.h"

#include <algorithm>
#include <array>

namespace framekey::command
{

namespace
{

struct Refusal {
    std::string_view word;
    ExitCode exitCode;
    std::string_view problem;
    std::string_view next;
};

constexpr std::array<Refusal, 14> refusals{{
    {"not-understood", ExitCode::Failed,
     "The Framekey that runs does not know this order: it is of another version.",
     "Quit it in its window, and try again."},
    {"faulty", ExitCode::Failed, "Framekey was given something wrong.", {}},
    {"no-account", ExitCode::SignInNeeded, "There is no account yet.", "Add one: framekey open"},
    {"sign-in-needed", ExitCode::SignInNeeded, "Nobody is signed in.", "Run: framekey login"},
    {"cancelled", ExitCode::Cancelled, "The sign-in was cancelled.", {}},
    {"keychain", ExitCode::Keychain, "The keychain is locked or absent.", "Unlock it, and try again."},
    {"try-later", ExitCode::TryLater, "It could not be done just now.", "Try again."},
    {"refused", ExitCode::Refused, "Framekey was not allowed to give a token.", {}},
    {"not-awaited", ExitCode::Refused, "No sign-in waits for this address.", "Begin one: framekey login"},
    {"no-window", ExitCode::Failed, "The Framekey that runs has no display to open a window on.", {}},
    {"has-window", ExitCode::Failed, "The Framekey that runs has a window.", {}},
    {"busy", ExitCode::Failed, "Framekey is busy.", "Try again in a minute."},
    {"memory-only", ExitCode::Failed, "A sign-in lives in Framekey's memory only.", {}},
    {"failed", ExitCode::Failed, "It could not be done.", {}},
}};

} // namespace

Trouble notUnderstood()
{
    return {ExitCode::Failed, "What listens at Framekey's socket answers something that is not understood.",
            "Is the Framekey that runs of another version? framekey --version, framekey-app --version"};
}

Trouble refusalTrouble(std::string_view refusal, std::string_view problem, std::string_view next,
                       bool namedAccount)
{
    const auto *known = std::ranges::find(refusals, refusal, &Refusal::word);
    if (known == refusals.end())
        return notUnderstood();
    Trouble trouble{known->exitCode, std::string(problem.empty() ? known->problem : problem),
                    std::string(next.empty() && problem.empty() ? known->next : next), std::string(refusal)};
    if (refusal == "no-account" && namedAccount)
        trouble.exitCode = ExitCode::Usage;
    return trouble;
}

} // namespace framekey::command
