// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "token.h"

#include "asking.h"
#include "output.h"
#include "pause.h"
#include "refusals.h"
#include "waiting.h"

#include <algorithm>
#include <cstdlib>

namespace framekey::command
{

namespace
{

std::expected<Answer, Trouble> given(std::string_view token, const TokenWish &wish)
{
    if (!std::ranges::all_of(token, [](char c) { return c >= 0x21 && c <= 0x7e; }))
        return std::unexpected(Trouble{ExitCode::Failed, "FRAMEKEY_TOKEN holds what no token can.", {}});
    if (wish.force)
        return std::unexpected(Trouble{ExitCode::Failed,
                                       "FRAMEKEY_TOKEN is set, and what it holds cannot be renewed.",
                                       "Unset it first."});
    say("FRAMEKEY_TOKEN is set: that one is used, and no account.");
    Answer answer;
    answer.ok = true;
    answer.token = Secret(token);
    return answer;
}

/// The app has no room for one more who waits: it says nothing but that.
bool isFull(const Answer &answer)
{
    return !answer.ok && answer.refusal == "try-later" && answer.problem.empty();
}

std::expected<Answer, Trouble> answerTo(const TokenWish &wish)
{
    Manner manner = wish.manner();
    if (wish.wait)
        manner.whenSilent = [&wish, isFirst = true]() mutable {
            if (std::exchange(isFirst, false))
                sayWhoIsWaitedFor(wish);
        };
    for (Pause pause;; pause.take()) {
        const auto line = ask(wish.request(), manner);
        if (!line)
            return std::unexpected(line.error());
        auto answer = parseAnswer(line->reveal());
        if (!answer || (answer->ok && answer->token.isEmpty()))
            return std::unexpected(notUnderstood());
        if (!isFull(*answer) || pause.count() == mostPauses || millisecondsTo(manner.deadline) == 0)
            return *std::move(answer);
    }
}

} // namespace

std::expected<Answer, Trouble> obtainToken(const TokenWish &wish)
{
    if (const char *token = std::getenv("FRAMEKEY_TOKEN"); token != nullptr && *token != '\0')
        return given(token, wish);
    auto answer = answerTo(wish);
    if (wish.wait && answer && answer->refusal == "sign-in-needed" && gotWindow(wish))
        answer = answerTo(wish);
    if (!answer)
        return answer;
    if (!answer->ok)
        return std::unexpected(troubleOf(*answer, !wish.account.empty()));
    if (!answer->note.empty())
        say(answer->note);
    return *std::move(answer);
}

Trouble troubleOf(const Answer &answer, bool namedAccount)
{
    return refusalTrouble(answer.refusal, answer.problem, answer.next, namedAccount);
}

} // namespace framekey::command
