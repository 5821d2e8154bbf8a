# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people send when something is wrong holds each step, and no secret and no name."""

import os
import re
import subprocess
import unittest
import urllib.error
import urllib.request
from urllib.parse import parse_qs, urlsplit

from harness.clipboard import clipboard_text
from harness.life import AccountLife
from harness.secretsearch import SECRET_KINDS, SecretSearch
from harness.window import wait_for

_EXCHANGED = r"HTTP {} in \d+ ms; no TLS, no certificate; this clock \d s ahead"
# In this order, among others.
_STEPS = [
    "program: started",
    "account 1: keychain: no sign-in kept",
    # A sign-in from a terminal, which strangers come in on, and which is cancelled.
    "account 1: sign-in: began",
    r"account 1: sign-in: port \d+ opened",
    r"account 1: sign-in: a request to the port was refused: HTTP 404 \(3 times, last .*\)",
    "account 1: sign-in: a request to the port was refused: HTTP 400, state-mismatch",
    "account 1: sign-in: failed: cancelled at browser",
    # One that is denied in the browser.
    "account 1: sign-in: began",
    "account 1: sign-in: browser asked for; the desktop said yes",
    "account 1: sign-in: redirect received from the browser; state matched",
    "account 1: sign-in: failed: denied, the server says access_denied at authorization-response",
    # One that is allowed.
    "account 1: sign-in: began",
    r"account 1: sign-in: port \d+ opened",
    "account 1: sign-in: browser asked for; the desktop said yes",
    "account 1: sign-in: redirect received from the browser; state matched",
    "account 1: sign-in: issuer not compared",
    "account 1: sign-in: code exchange: " + _EXCHANGED.format(200),
    "account 1: sign-in: person asked and told",
    "account 1: sign-in: keychain written and read back",
    "account 1: sign-in: signed in",
    # Its renewals.
    "account 1: renewal: token endpoint: " + _EXCHANGED.format(200),
    "account 1: renewal: done; keychain written and read back",
    "account 1: renewal: token endpoint: " + _EXCHANGED.format(503),
    r"account 1: renewal: failed: server, HTTP 503 at refresh; not again within \d+ s",
    "account 1: script: no token: try later",
]
_FACTS = ["Framekey: 0", "Qt: 6", "TLS: OpenSSL", "QtKeychain: 0", "Distribution: [A-Z]", "Window: yes",
          "Session bus: yes",
          r"Token endpoint: http://127.0.0.1:\d+/token$", "Client authentication: basic",
          r"Redirect address: http on this computer \(127.0.0.1\), any free port",
          "Scopes: offline account.read asset.read",
          # The link is told before the keychain has answered, so strangers may come before these.
          r"\S+ account 1: sign-in: keychain can be written$",
          r"\S+ account 1: sign-in: link given out; no browser asked for$",
          "State: signed-in", "Kept in: keychain", "Problem: server, HTTP 503 at refresh"]


class Report(AccountLife):
    def test_holds_every_step_and_no_secret(self):
        failing = self.folder / "failing"
        self.server = self.oidc_server("--failing", str(failing))
        self.start_with_env_file()
        self.window.button("Sign in to Frame.io")
        self.meet_strangers()
        self.be_denied()
        self.sign_in()
        self.renew()
        self.assertFalse(self.window.offers("Copy report"), "nothing is wrong yet")
        failing.touch()
        self.window.press("Renew now")
        self.window.button("Copy report")
        self.assertEqual(6, self.command("token", "--force-refresh").returncode)

        printed = self.command("doctor", "--report").stdout.decode()
        self.assert_whole(printed)
        self.assert_whole(self.copied())
        self.window.press("Activity")
        self.assert_whole(self.copied())

    def meet_strangers(self):
        login = subprocess.Popen([os.environ["FRAMEKEY_COMMAND"], "login", "--no-browser"], env=self.home.environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        link = login.stdout.readline().decode().strip()
        redirect = parse_qs(urlsplit(link).query)["redirect_uri"][0]
        for path in ("/favicon.ico", "/", "/.env", "/callback?code=stranger&state=stranger"):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(redirect.removesuffix("/callback") + path, timeout=20)
            refused.exception.close()
        self.window.press("Cancel")
        login.communicate(timeout=20)
        self.window.says("Status", "Signed out")

    def be_denied(self):
        self.browser.will("deny")
        self.window.press("Sign in to Frame.io")
        self.browser.outcome()
        self.window.says("Message")
        self.assertFalse(self.window.offers("Copy report"), "what the person decided is no trouble")

    def command(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([os.environ["FRAMEKEY_COMMAND"], *arguments], env=self.home.environment, timeout=60,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)

    def copied(self) -> str:
        before = clipboard_text()
        self.window.press("Copy report")
        return wait_for(lambda: {clipboard_text()} - {"", before}, "a new report on the clipboard").pop()

    def assert_whole(self, report: str):
        lines = iter(report[report.index("## Last events"):].splitlines())
        for step in _STEPS:
            self.assertTrue(any(re.search(f"Z {step}$", line) for line in lines), f"{step}\n{report}")
        for fact in _FACTS:
            self.assertRegex(report, f"(?m)^{fact}")
        last = report[report.index("### Last sign-in of account 1"):report.index("## Last events")]
        self.assertEqual(1, last.count("sign-in: began"))
        self.assertIn("sign-in: signed in", last)
        self.assertLess(len(report.encode()), 64 * 1024)
        self.assert_nobody_is_in(report)

    def assert_nobody_is_in(self, report: str):
        issued = self.server.secrets() + self.server.states()
        self.assertEqual(SECRET_KINDS | {"state"}, {kind for kind, _ in issued})
        search = SecretSearch(issued)
        self.assertEqual(set(), search.in_bytes(report.encode(), "the report"))
        for name in ("Ana", "Lima", "@", "framekey-web", "stranger", str(self.home.folder)):
            self.assertNotIn(name, report)


if __name__ == "__main__":
    unittest.main()
