# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A redirect address that lies elsewhere: the person brings what the browser ended at."""

import unittest
from urllib.parse import parse_qs, urlsplit

from harness.life import PUBLIC, SCOPES, AccountLife

ELSEWHERE = "https://northlight.example/framekey"


class Paste(AccountLife):
    def test_whole_address_with_iss(self):
        self.start_elsewhere("on")
        address = self.ended_at()
        self.assertIn("iss=", address)
        self.paste(address.replace("iss=http", "iss=https"))
        self.window.says("Message", "another")
        self.paste(f"<{address}>.")
        self.window.says("Status", "Signed in")
        self.assertEqual(ELSEWHERE, self.exchanges()[0]["sent"]["redirect_uri"])

    def test_code_alone_without_iss(self):
        self.start_elsewhere("off")
        self.paste(parse_qs(urlsplit(self.ended_at()).query)["code"][0])
        self.window.says("Status", "Signed in")
        self.window.says("Person", "Ana Lima")

    def start_elsewhere(self, iss: str):
        self.server = self.oidc_server("--iss", iss, "--redirect-uri", ELSEWHERE)
        issuer = {"issuer": self.server.base} if iss == "on" else {}
        self.home.write_account(clientId=PUBLIC, clientAuthentication="none", redirectUri=ELSEWHERE, scopes=SCOPES,
                                endpoints=self.server.endpoints(), **issuer)
        self.start()

    def ended_at(self) -> str:
        """No page is there, but the browser was sent to it."""
        self.browser.will("allow", hand_over="https")
        self.browser.has_done_enough()
        self.window.press("Sign in to Frame.io")
        return self.browser.outcome()["handedOver"]

    def paste(self, text: str):
        self.window.type("Address the browser ended at", text)
        self.window.press("Finish sign-in")


if __name__ == "__main__":
    unittest.main()
