// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderline.h"
#include "output.h"
#include "verbs.h"

namespace framekey::command
{

namespace
{

std::string nameOf(const Json &answer, const OrderOptions &options)
{
    const std::string told = textOf(answer, "account");
    return told.empty() ? std::string(options.account) : told;
}

std::string_view revocationWords(std::string_view revocation)
{
    if (revocation == "revoked")
        return "Signed out; the service took the tokens back.";
    if (revocation == "nothing")
        return "Nobody was signed in.";
    if (revocation == "unread")
        return "Signed out here; the keychain could not be read, so the service was not told and tokens may "
               "work until they end.";
    if (revocation == "unsupported")
        return "Signed out here; the service has no way to take tokens back, so they work until they end.";
    return revocation == "pending"
               ? "Signed out here; the service is still being told."
               : "Signed out here; the service could not be told, so tokens may work until they end.";
}

} // namespace

ExitCode runLogout(Arguments arguments)
{
    const auto options = readOrderLine(arguments, "logout");
    if (!options)
        return options.error();
    Request request = options->request("sign-out");
    const auto answer = answered(carryOut(request, *options));
    if (!answer)
        return answer.error();
    say(revocationWords(textOf(*answer, "revocation")));
    if (const std::string note = textOf(*answer, "note"); !note.empty())
        say(note);
    return options->json ? putMembers(*answer) : ExitCode::Good;
}

ExitCode runRefresh(Arguments arguments)
{
    const auto options = readOrderLine(arguments, "refresh");
    if (!options)
        return options.error();
    if (!environmentText("FRAMEKEY_TOKEN").empty())
        return report({ExitCode::Failed, "FRAMEKEY_TOKEN is set, and what it holds cannot be renewed.",
                       "Unset it first."});
    Request request = options->request("refresh");
    const auto answer = answered(carryOut(request, *options));
    if (!answer)
        return answer.error();
    const Json left = answer->value("expiresIn", Json());
    const std::string until =
        left.is_number_integer() ? "; good for " + spanWords(left.get<long>()) : std::string();
    const std::string note = textOf(*answer, "note");
    say(note.empty() ? "Renewed " + nameOf(*answer, *options) + until + "." : note);
    return options->json ? putMembers(*answer) : ExitCode::Good;
}

} // namespace framekey::command
