# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""An https redirect to this computer, in a real browser: trusted beforehand, or with its warning clicked through."""

import unittest

from harness.life import PUBLIC, SCOPES, AccountLife
from harness.listeners import free_port
from harness.window import wait_for


class SecureRedirect(AccountLife):
    def test_certificate_trusted_in_chromium_with_iss(self):
        self.start_with_certificate("localhost", "on")
        self.window.press("Trust it in Chromium")
        self.wait_for_words("Chromium and Chrome trust it")
        self.window.press("Save")
        outcome = self.sign_in()
        self.assertIn("Ana Lima", outcome["text"])
        self.assert_came_back_over_https()
        self.renew()

    def test_warning_clicked_through_without_iss(self):
        self.start_with_certificate("127.0.0.1", "off")
        self.window.press("Save")
        outcome = self.sign_in(proceed=True)
        self.assertIn("ERR_CERT_AUTHORITY_INVALID", outcome["pages"])
        self.assertIn("Ana Lima", outcome["text"])
        self.assert_came_back_over_https()

    def test_without_a_certificate_nothing_is_opened(self):
        self.start_at("localhost", "on")
        self.window.press("Sign in to Frame.io")
        self.window.says("Message", "needs a certificate")
        self.assertEqual([], self.browser.opened())

    def start_at(self, host: str, iss: str):
        self.redirect_uri = f"https://{host}:{free_port()}/callback"
        self.server = self.oidc_server("--iss", iss, "--redirect-uri", self.redirect_uri)
        issuer = {"issuer": self.server.base} if iss == "on" else {}
        self.home.write_account(clientId=PUBLIC, clientAuthentication="none", redirectUri=self.redirect_uri,
                                scopes=SCOPES, endpoints=self.server.endpoints(), **issuer)
        self.start()
        self.window.says("Status", "Signed out")

    def start_with_certificate(self, host: str, iss: str):
        """Made by Framekey, in its settings."""
        self.start_at(host, iss)
        self.window.press("Settings")
        self.window.press("Make a certificate")
        self.wait_for_words("Made, until")
        key, = (self.home.folder / "data").glob("framekey/redirect/*-key.pem")
        self.assertEqual(0o600, key.stat().st_mode & 0o777)

    def wait_for_words(self, words: str):
        wait_for(lambda: words in self.window.described(), lambda: f"'{words}'\n{self.window.described()}")

    def assert_came_back_over_https(self):
        exchange, = self.exchanges()
        self.assertEqual(self.redirect_uri, exchange["sent"]["redirect_uri"])


if __name__ == "__main__":
    unittest.main()
