// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace framekey::command
{

struct HelpText {
    std::string_view verb; ///< empty: of the program
    std::string_view text;
};

inline constexpr std::array<HelpText, 2> helpTexts{{
    {"", R"(Usage: framekey VERB [OPTIONS]
A fresh Frame.io token for scripts, from the Framekey that runs on this desktop;
where none runs it is started, without a window.

  token      print an access token, renewed first where needed
)"},
    {"token", R"(Usage: framekey token [ACCOUNT] [OPTIONS]
Prints an access token and a line feed on standard output, or nothing. It is
renewed first where it ends too soon; that is not to be cared for by the caller.

  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  --min-valid TIME    at least this long valid: 90, 5m, 1h; 60 s where not said
                      (also --time). Beyond its lifetime: a fresh one, and a note
  --wait              where only you can help, wait until you signed in in the
                      window; FRAMEKEY_NO_PROMPT turns this off
  --timeout TIME      give up after this; 75 s, with --wait as long as it takes
  --json              {"version":1,"account","token","expiresAt","expiresIn"}
  --header            Authorization: Bearer ... for: curl -H @-
  --curl              header = "..."            for: curl --config -
  --force-refresh     renew first in any case
  --name NAME         what Framekey's Activity calls this caller
  --no-start          exit 3 where Framekey does not run

FRAMEKEY_TOKEN, where set, is printed instead. Exit: 0 printed, 2 cancelled,
3 not running, 4 sign-in needed, 5 keychain, 6 try later, 7 refused, 64 usage.
)"},
}};

} // namespace framekey::command
