// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help.h"
#include "login.h"
#include "orderline.h"
#include "output.h"
#include "verbs.h"

#include <unistd.h>

namespace framekey::command
{

namespace
{

struct LoginOptions {
    OrderOptions order;
    std::string_view word;
    std::string scopes;
    bool again = false;
    bool opensBrowser = true;
};

void take(ArgumentReader &reader, LoginOptions &options)
{
    std::string_view scopes;
    if (reader.isOption({"--scopes", "-s"}, scopes))
        options.scopes.append(options.scopes.empty() ? "" : " ").append(scopes);
    else if (reader.isFlag({"--again"}))
        options.again = true;
    else if (reader.isFlag({"--no-browser", "--no-launch-browser", "--skip-open-browser"}))
        options.opensBrowser = false;
    else if (!options.order.takes(reader) && !options.order.takesAccount(reader) &&
             !reader.isWord(options.word))
        reader.isNothing();
}

Request signInRequest(const LoginOptions &options)
{
    Request request = options.order.request("sign-in");
    if (!options.scopes.empty())
        request.list("scopes", options.scopes);
    if (options.again)
        request.flag("again");
    return std::move(request.flag("browser", options.opensBrowser));
}

/// The link, where somebody finds it. Its own line on standard output only where it is what was asked for.
ExitCode tellLink(const Json &begun, const LoginOptions &options, bool readsTerminal)
{
    const std::string link = textOf(begun, "link");
    const bool pasteOnly = flagOf(begun, "pasteOnly");
    say(options.opensBrowser ? "Sign in in your browser. If none has opened, open this address: " + link
                             : "Open this address in a browser:");
    if (readsTerminal)
        say(pasteOnly ? "When the browser has come to its end, paste the address it shows here."
                      : "If the browser ends at a page that does not load, paste its address here.");
    else if (pasteOnly)
        say("When the browser has come to its end, give the address it shows to: framekey callback -");
    return options.opensBrowser ? ExitCode::Good : put(link + '\n');
}

ExitCode tellEnd(const Json &ended, const LoginOptions &options)
{
    const Json person = ended.value("person", Json());
    std::string who = person.is_object() ? textOf(person, "name") : textOf(ended, "person");
    if (person.is_object() && who.empty())
        who = textOf(person, "email");
    say("Signed in" + (who.empty() ? std::string() : " as " + who) + '.');
    return options.order.json ? putMembers(ended) : ExitCode::Good;
}

ExitCode signIn(const LoginOptions &options)
{
    if (!mayPrompt())
        return report({ExitCode::SignInNeeded, "FRAMEKEY_NO_PROMPT is set, so nobody is asked to sign in.",
                       "Unset it first."});
    Request request = signInRequest(options);
    const auto begun = carryOut(request, options.order);
    if (!begun)
        return report(begun.error());
    if (!flagOf(*begun, "pending")) {
        say("Somebody is signed in already. To do it anew: framekey login --again");
        return ExitCode::Good;
    }
    const bool readsTerminal = ::isatty(STDIN_FILENO) == 1;
    const Deadline until = options.order.timeout ? options.order.deadline() : std::nullopt;
    const auto whose = flagOf(*begun, "joined") ? Login::Whose::Anothers : Login::Whose::Ours;
    Login login(options.order, whose, readsTerminal, until);
    if (const ExitCode told = tellLink(*begun, options, readsTerminal); told != ExitCode::Good)
        return told;
    const auto ended = login.wait();
    return ended ? tellEnd(*ended, options) : report(ended.error());
}

} // namespace

ExitCode runLogin(Arguments arguments)
{
    LoginOptions options;
    ArgumentReader reader(arguments);
    while (reader.next())
        take(reader, options);
    options.order.complete(reader, options.word);
    options.order.readEnvironment();
    if (reader.wantsHelp() || reader.isWrong())
        return helpOrComplain(reader, "login");
    return signIn(options);
}

} // namespace framekey::command
