// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helptexts.h"

namespace framekey::command
{

namespace
{

constexpr std::string_view token = R"(Usage: framekey token [ACCOUNT] [OPTIONS]
Prints an access token and a line feed on standard output, or nothing. It is
renewed first where it ends too soon.

  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  --min-valid TIME    at least this long valid: 90, 5m, 1h; 60 s where not said
                      (also --time). Beyond its lifetime: a fresh one, noted
  --wait              where only you can help, wait until you have signed in, in
                      the window; not without one, nor with FRAMEKEY_NO_PROMPT
  --timeout TIME      give up after this; 75 s, with --wait as long as it takes
  --json              {"version":1,"account","token","expiresAt","expiresIn"}
  --header            Authorization: Bearer ...   for: curl -H @-
  --curl              header = "..."              for: curl --config -
  --force-refresh     renew first in any case
  --name NAME         what Framekey's Activity calls this caller
  --no-start          exit 3 where Framekey does not run

FRAMEKEY_TOKEN, where set, is printed instead. Exit: 0 printed, 1 failed,
2 cancelled, 3 not running, 4 sign-in needed, 5 keychain, 6 try later,
7 refused, 64 usage, 130 Ctrl-C.
)";

constexpr std::string_view exec = R"(Usage: framekey exec [OPTIONS] -- COMMAND [ARGUMENTS...]
Runs a command with an access token in its environment, as FRAMEIO_TOKEN, and
nowhere else. It ends with the command's own exit code.

  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  --min-valid TIME    at least this long valid (also --time): the token is not
                      renewed while the command runs; ask for enough
  --wait              wait until you have signed in, where that is needed
  --timeout TIME      give up after this; 75 s, with --wait as long as it takes
  --force-refresh     renew first in any case
  --name NAME         what Framekey's Activity calls this caller
  --no-start          exit 3 where Framekey does not run

Without a token the command is not run, and the exit codes are those of token.
Exit 127: no such command; 126: it cannot be run.
)";

constexpr std::string_view env = R"help(Usage: eval "$(framekey env [ACCOUNT] [OPTIONS])"
Prints lines for a shell that set FRAMEIO_TOKEN, and FRAMEIO_TOKEN_EXPIRES_AT
where that is known. Every later command of that shell sees the token: exec
keeps it to one.

  --format SHELL      sh (where not said), sh-no-export, fish, csh, powershell
  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  --min-valid TIME    at least this long valid: 90, 5m, 1h (also --time)
  --wait              wait until you have signed in, where that is needed
  --timeout TIME      give up after this; 75 s, with --wait as long as it takes
  --force-refresh     renew first in any case
  --name NAME         what Framekey's Activity calls this caller
  --no-start          exit 3 where Framekey does not run

Exit codes: those of token.
)help";

constexpr std::string_view simulate =
    R"help(Usage: framekey simulate FAULT [OPTIONS] -- COMMAND [ARGUMENTS...]
Runs a command that uses framekey token against a practice server and a Framekey
of its own, in which something goes wrong. No account of yours is touched. The
command finds the API's address in FRAMEIO_API_URL ("$FRAMEIO_API_URL/me" says
who is signed in), and it ends with the command's exit code.

  expired    the API answers 401 to the first token; framekey token
             --force-refresh gives one that it takes
  revoked    the grant is gone: the API answers 401, and framekey token
             --force-refresh ends with 4
  offline    the server is gone and the token used up: the API cannot be
             reached, and framekey token ends with 6
  slow       a renewal and /me take three seconds each

  -a, --account NAME  what the account is called in it; practice where not said
  --timeout TIME      end the command after this

Exit 127: no such command; 126: it cannot be run.
)help";

} // namespace

std::string_view tokenHelp(std::string_view verb)
{
    if (verb == "token")
        return token;
    if (verb == "exec")
        return exec;
    if (verb == "env")
        return env;
    return verb == "simulate" ? simulate : std::string_view();
}

} // namespace framekey::command
