// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helptexts.h"

namespace framekey::command
{

namespace
{

constexpr std::string_view login = R"(Usage: framekey login [ACCOUNT] [OPTIONS]
Signs in: opens your browser, and waits until you have allowed access. On a
terminal you may paste the address the browser ended at.

  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  -s, --scopes LIST   what to ask for, apart by commas or blanks, or said again;
                      else what the account is set to ask for
  --again             also where somebody is signed in already
  --no-browser        open none; print the link on standard output
                      (also --no-launch-browser, --skip-open-browser)
  --timeout TIME      cancel after this; else as long as Framekey waits
  --json              print who signed in and what was granted
  --no-start          exit 3 where Framekey does not run

Exit: 0 signed in, 2 denied or cancelled, 6 not in time, 130 Ctrl-C (which
cancels it).
)";

constexpr std::string_view logout = R"(Usage: framekey logout [ACCOUNT] [OPTIONS]
Signs out: the tokens are forgotten here and taken back at the service, where it
can do that. Says which on standard error.

  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  --timeout TIME      give up waiting after this; 75 s
  --json              print what came of it
  --no-start          exit 3 where Framekey does not run
)";

constexpr std::string_view refresh = R"(Usage: framekey refresh [ACCOUNT] [OPTIONS]
Renews the access token now, without a browser. Scripts need not: token renews
where it has to. To sign in anew: framekey login --again

  -a, --account NAME  the account; else FRAMEKEY_ACCOUNT, else the default (-u)
  --timeout TIME      give up waiting after this; 75 s
  --json              print until when the new one is good
  --no-start          exit 3 where Framekey does not run
)";

constexpr std::string_view account =
    R"(Usage: framekey account add NAME (--env-file FILE | --practice) [OPTIONS]
       framekey account remove NAME
       framekey account rename NAME NEW-NAME
       framekey account default NAME
Adds and changes accounts. Removing one signs it out first.

  --env-file FILE     CLIENT_ID, CLIENT_SECRET, AUTHORIZE_URL, TOKEN_URL, SCOPE,
                      REDIRECT_URI, REVOKE_URL, API_URL; the secret goes to the
                      keychain
  --practice          an account of the practice server on this computer
  --timeout TIME      give up waiting after this; 75 s
  --json              print the account's name
  --no-start          exit 3 where Framekey does not run
)";

constexpr std::string_view callback = R"(Usage: framekey callback ADDRESS|-
Gives the address a browser was redirected to, to the sign-in that waits for it.
With - it is read from standard input, where nobody else can see it; arguments
can be seen by others.

  --timeout TIME      give up waiting after this; 75 s

Exit: 0 taken, 3 Framekey does not run, 7 no sign-in waits for it.
)";

} // namespace

std::string_view accountHelp(std::string_view verb)
{
    if (verb == "login" || verb == "sign-in")
        return login;
    if (verb == "logout" || verb == "sign-out")
        return logout;
    if (verb == "refresh")
        return refresh;
    if (verb == "account")
        return account;
    return verb == "callback" ? callback : std::string_view();
}

} // namespace framekey::command
