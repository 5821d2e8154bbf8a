// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"

#include "help.h"
#include "nearest.h"
#include "output.h"
#include "verbs.h"

#include <algorithm>
#include <array>

namespace framekey::command
{

namespace
{

struct Verb {
    std::string_view name;
    ExitCode (*run)(Arguments arguments);
};

ExitCode showVersion(Arguments)
{
    return put("framekey " FRAMEKEY_VERSION "\n");
}

ExitCode showOverview(Arguments arguments)
{
    const std::string_view text = arguments.empty() ? overview() : helpOf(arguments.front());
    return text.empty() ? runVerb(arguments.front(), arguments.subspan(1)) : put(text);
}

// The first is the one that is asked for most.
constexpr std::array verbs{
    Verb{"token", runToken},       Verb{"account", runAccount},    Verb{"callback", runCallback},
    Verb{"check", runCheck},       Verb{"doctor", runDoctor},      Verb{"env", runEnv},
    Verb{"exec", runExec},         Verb{"list", runList},          Verb{"login", runLogin},
    Verb{"sign-in", runLogin},     Verb{"logout", runLogout},      Verb{"sign-out", runLogout},
    Verb{"open", runOpen},         Verb{"refresh", runRefresh},    Verb{"status", runStatus},
    Verb{"simulate", runSimulate}, Verb{"--version", showVersion}, Verb{"version", showVersion},
    Verb{"-v", showVersion},       Verb{"--help", showOverview},   Verb{"-h", showOverview},
    Verb{"help", showOverview},
};

/// What other tools call it.
struct OtherWord {
    std::string_view word;
    std::string_view ours;
};
constexpr std::array<OtherWord, 7> otherWords{{
    {"switch", "account default"},
    {"revoke", "logout"},
    {"reauthorize", "login --again"},
    {"print-access-token", "token"},
    {"accounts", "list"},
    {"whoami", "status"},
    {"get", "token"},
}};

ExitCode complain(std::string_view given)
{
    Trouble trouble{ExitCode::Usage, "There is no '" + std::string(given) + "'.", "See: framekey --help"};
    std::string_view meant;
    std::size_t shortest = farthest + 1;
    for (const Verb &verb : verbs) {
        const std::size_t distance = distanceBetween(given, verb.name);
        if (distance < shortest) {
            shortest = distance;
            meant = verb.name;
        }
    }
    if (const auto *other = std::ranges::find(otherWords, given, &OtherWord::word); other != otherWords.end())
        meant = other->ours;
    if (!meant.empty())
        trouble.next = "Did you mean: framekey " + std::string(meant);
    return report(trouble);
}

} // namespace

ExitCode runVerb(std::string_view name, Arguments arguments)
{
    const auto *verb = std::ranges::find(verbs, name, &Verb::name);
    return verb == verbs.end() ? complain(name) : verb->run(arguments);
}

} // namespace framekey::command
