#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Guards of the app, each with what takes it away and the test that must then fail (`./dev guards`).

    guards.py names            one a line
    guards.py files            where they stand
    guards.py targets          what has to be built for them
    guards.py tests            what has to be run for them
    guards.py remove NAME TREE takes it away in that tree; prints file, target, test and the function that must fail
    guards.py table            docs/guards.md's table"""

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Guard:
    name: str
    holds: str
    file: str
    line: str  # once in the file
    without: str
    target: str
    test: str
    function: str


GUARDS = [
    Guard("state", "a redirect with a foreign `state` is not ours", "app/oauth/authorizationresponse.cpp",
          "if (!response.state || !(Secret(*response.state) == Secret(expected.state)))", "if (!response.state)",
          "flow-redirect", "flow.redirect", "forgedRequestChangesNothing"),
    Guard("issuer", "where the issuer is known, a redirect without it is not ours",
          "app/oauth/authorizationresponse.cpp",
          "!expected.issuer.isEmpty() && response.issuer != expected.issuer.toUtf8()",
          "!expected.issuer.isEmpty() && response.issuer && response.issuer != expected.issuer.toUtf8()",
          "flow-redirect", "flow.redirect", "issuerMustBeExactWhereItIsKnown"),
    Guard("host", "a request for another host than the listener's is not ours", "app/oauth/redirectrequest.cpp",
          "!hasExactHost(lines, target.host)", "(false && !hasExactHost(lines, target.host))",
          "unit-oauth", "unit.oauth.redirectrequest", "host_isExactAndSingle"),
    Guard("doubled", "a parameter that comes twice makes a redirect worthless", "app/oauth/authorizationresponse.cpp",
          "!isWellEncoded(pair) || parameters.contains(name)", "!isWellEncoded(pair)",
          "unit-oauth", "unit.oauth.authorizationresponse", "query_isReadStrictly"),
    Guard("once", "Qt cannot send a body a second time", "app/oauth/tokennetwork.cpp",
          "if (operation == PostOperation && outgoing) {", "if (false) {",
          "flow-lostanswer", "flow.lostanswer", "strictServerIsAskedTwiceAndThenThePerson"),
    Guard("redirected", "a token endpoint's redirect is not followed", "app/oauth/tokennetwork.cpp",
          "QNetworkRequest::ManualRedirectPolicy", "QNetworkRequest::NoLessSafeRedirectPolicy",
          "unit-session", "unit.session.renewal", "redirect_isNotFollowed"),
    Guard("token-text", "a token that is no token's text is refused", "app/oauth/tokenresponse.cpp",
          "value.isString() && isTokenText(text)", "value.isString()",
          "unit-oauth", "unit.oauth.tokenrefusal", "unusableToken_isAProtocolFailure"),
    Guard("stored-first", "a new access token is given out when the new refresh token is stored",
          "app/session/tokenlife_renewal.cpp", "    m_incoming = renewedTokens;",
          "    m_tokens = m_incoming = renewedTokens;\n    m_callers.answer(handOut());",
          "flow-renewal", "flow.renewal", "refreshTokenIsStoredBeforeTheAccessTokenIsGivenOut"),
    Guard("one-renewal", "who asks during a renewal shares it", "app/session/tokenlife.cpp",
          "!enough && (isBusy() || m_looksForOther)", "!enough && m_looksForOther",
          "flow-renewal", "flow.renewal", "fiftyCallersShareOneRequest"),
    Guard("read-back", "what the keychain took is read back", "app/desktop/keychainworker.cpp",
          "read && *read && **read == value", "read.has_value()",
          "unit-program", "unit.desktop.keychainworker", "write_isReadBack"),
    Guard("peer", "another user is not heard", "app/agent/agentserver.cpp", "peer && peer->user == m_user", "peer",
          "flow-agent", "flow.agent", "otherUserIsNotHeardWhateverTheModes"),
    Guard("mode", "the socket is its user's alone from its first moment", "app/agent/localsocket_unix.cpp",
          "::umask(0177)", "::umask(0)", "flow-agent", "flow.agent", "socketAndFolderAreThisUsersAlone"),
    Guard("lock", "what another holds is not locked a second time", "app/desktop/process_unix.cpp",
          "isOurs || ::flock(descriptor, LOCK_EX | LOCK_NB) != 0",
          "isOurs || (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && false)",
          "flow-oneprogram", "flow.oneprogram", "tenStartsAtOnceAreOneProgram"),
    Guard("consent", "a person's word is for the question it was given to", "app/accounts/consents.cpp",
          "std::ranges::find_if(m_open, [id](const auto &open) { return open->question.id == id; })",
          "id > 0 ? m_open.begin() : m_open.end()",
          "unit-program", "unit.accounts.consents", "answer_isGivenOnce"),
]


def remove(guard: Guard, tree: Path):
    file = tree / guard.file
    text = file.read_text()
    if text.count(guard.line) != 1:
        raise SystemExit(f"guards.py: '{guard.name}' stands {text.count(guard.line)} times in {guard.file}")
    file.write_text(text.replace(guard.line, guard.without))


def table():
    print("| Guard | Taken away | Then fails |\n| --- | --- | --- |")
    for guard in GUARDS:
        line, without = (" ".join(text.split()).replace("|", "\\|") for text in (guard.line, guard.without))
        print(f"| {guard.holds} | `{guard.file}`: `{line}` becomes `{without}` "
              f"| `{guard.test.replace('.', '/')}::{guard.function}` |")


def main(order: str, *arguments: str):
    if order == "table":
        table()
    elif order in ("names", "files", "targets", "tests"):
        print("\n".join(dict.fromkeys(getattr(guard, order[:-1]) for guard in GUARDS)))
    elif order == "remove":
        guard = next(guard for guard in GUARDS if guard.name == arguments[0])
        remove(guard, Path(arguments[1]))
        print(guard.file, guard.target, guard.test, guard.function)


if __name__ == "__main__":
    main(*sys.argv[1:])
