// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helptexts.h"

namespace framekey::command
{

namespace
{

constexpr std::string_view program = R"(Usage: framekey VERB [OPTIONS]       framekey VERB --help says more
Fresh Frame.io tokens for scripts, from the Framekey of this desktop. Where none
runs, it is started without a window.

  token [ACCOUNT]           print an access token, renewed where it has to be
  exec -- COMMAND           run a command with the token in FRAMEIO_TOKEN
  env                       print lines for a shell that set FRAMEIO_TOKEN
  status, list              who is signed in, until when; the accounts' names
  login, logout [ACCOUNT]   sign in with the browser; sign out
  refresh [ACCOUNT]         renew now
  open [ACCOUNT]            bring Framekey's window up
  account add|remove|rename|default NAME
  check --for 8h            will it last the night?
  doctor                    try every link of the chain, and say what to do
  simulate FAULT -- COMMAND try a script against expired, revoked, offline, slow
  callback ADDRESS|-        hand a redirect's address to the sign-in that waits
  --version (-v), --help (-h)

Environment: FRAMEKEY_ACCOUNT, FRAMEKEY_TOKEN (used instead), FRAMEKEY_SOCKET,
FRAMEKEY_NO_PROMPT. Exit: 0 good, 1 failed, 2 cancelled, 3 not running,
4 sign-in needed, 5 keychain, 6 try later, 7 refused, 64 usage, 130 Ctrl-C.
)";

constexpr std::string_view status = R"(Usage: framekey status [ACCOUNT] [OPTIONS]
Says of each account, or of one, who is signed in, what was granted and until
when. It never shows a token. The star marks the default.

  -a, --account NAME  the account; all where not said (-u)
  --json              {"version":1,"accounts":[...]}
  --timeout TIME      give up waiting after this; 75 s
  --no-start          exit 3 where Framekey does not run

Exit: 0 the account (else the default) can be used, 4 sign-in needed,
5 keychain, 6 offline.
)";

constexpr std::string_view list = R"(Usage: framekey list [OPTIONS]
Prints the accounts' names, one a line.

  --json              {"version":1,"accounts":[{"name","id","provider",
                      "default"}]}
  --timeout TIME      give up waiting after this; 75 s
  --no-start          exit 3 where Framekey does not run
)";

constexpr std::string_view open = R"(Usage: framekey open [ACCOUNT] [OPTIONS]
Brings Framekey's window up, and shows this account in it.

  -a, --account NAME  the account (-u)
  --timeout TIME      give up waiting after this; 75 s
  --no-start          exit 3 where Framekey does not run
)";

constexpr std::string_view check = R"(Usage: framekey check [ACCOUNT] [OPTIONS]
Will it last? Tries what an unattended job needs: a renewal, the access, the
keychain, the network, the clock.

  --for TIME          how long: 8h where not said
  -s, --scopes LIST   access that has to be granted, apart by commas or blanks
  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  --json              {"version":1,"links":[{"name","state","says","next"}]}
  --timeout TIME      give up waiting after this; 75 s
  --no-start          exit 3 where Framekey does not run

Exit: 0 it will (warnings included); else by the first link that is bad: 4 a
sign-in helps, 5 the keychain, 6 the network, 1 any other.
)";

constexpr std::string_view doctor = R"(Usage: framekey doctor [ACCOUNT] [OPTIONS]
Tries every link of the chain for real, from this program to the service, and
says what to do about what is broken.

  --report            print what to send when asking for help instead: versions,
                      settings, what happened; no secret, no name
  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  --json              {"version":1,"links":[{"name","state","says","next"}]}
  --timeout TIME      give up waiting after this; 75 s
  --no-start          do not start Framekey where it does not run

Exit: as check; 3 where Framekey does not run.
)";

} // namespace

std::string_view programHelp(std::string_view verb)
{
    if (verb.empty())
        return program;
    if (verb == "status")
        return status;
    if (verb == "list")
        return list;
    if (verb == "open")
        return open;
    if (verb == "check")
        return check;
    return verb == "doctor" ? doctor : std::string_view();
}

} // namespace framekey::command
