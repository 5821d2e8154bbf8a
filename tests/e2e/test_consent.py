# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The person's part, where it does not simply say yes: deny, walk away, allow less."""

import unittest
from urllib.parse import parse_qs, urlsplit

from harness.life import SCOPES, AccountLife
from harness.listeners import listening
from harness.window import wait_for

_GONE = 1.0  # seconds a listener may stay on a busy machine


class AtAnotherServer(AccountLife):
    def setUp(self):
        super().setUp()
        self.server = self.oidc_server()
        self.start_with_public_client()

    def test_denied_is_said_in_plain_words(self):
        stored = len(self.keychain_items())
        self.browser.will("deny")
        self.window.press("Sign in to Frame.io")
        outcome = self.browser.outcome()
        message = self.window.says("Message", "allow")
        self.window.says("Status", "Signed out")
        self.assertGreater(len(message.split()), 3, message)
        self.assertNotIn("access_denied", message)
        self.assertIn("did not allow access", outcome["text"])
        self.assertEqual([], self.server.requests("/token"))
        self.assert_no_listener_within(_GONE)
        self.assert_keychain_items(stored)

    def test_browser_closed_keeps_waiting_until_cancelled(self):
        first = self.walk_away()
        waiting = listening(self.application.pid)
        self.assertEqual({("127.0.0.1", urlsplit(first["redirect_uri"]).port)}, waiting)
        self.window.press("Cancel")
        self.assert_no_listener_within(_GONE)
        self.window.says("Status", "Signed out")

        second = self.walk_away()
        self.assertNotEqual(first["state"], second["state"])
        self.assertNotEqual(first["code_challenge"], second["code_challenge"])
        self.window.press("Cancel")
        self.window.says("Status", "Signed out")
        self.assertIn("Ana Lima", self.sign_in()["text"])

    def test_less_allowed_is_shown(self):
        self.sign_in(untick=("asset.read",))
        self.assertEqual([True, True, False], [self.granted(scope) for scope in SCOPES])
        self.assertTrue(any("asset.read" in item for item in self.window.items("Granted access")))

    def test_without_offline_nothing_can_be_renewed(self):
        self.sign_in(untick=("offline",))
        self.window.says("Renewal", "none was given")
        self.assertNotIn("refresh_token", self.exchanges()[0]["names"])

    def walk_away(self) -> dict[str, str]:
        """What the address that was opened asks for."""
        opened = len(self.browser.opened())
        self.browser.will("close")
        self.window.press("Sign in to Frame.io")
        self.assertTrue(self.browser.outcome()["closed"])
        self.window.says("Status", "Waiting for the browser")
        self.assertEqual(opened + 1, len(self.browser.opened()))
        return {name: values[0] for name, values in parse_qs(urlsplit(self.browser.opened()[-1]).query).items()}

    def assert_no_listener_within(self, seconds: float):
        wait_for(lambda: not listening(self.application.pid), "the listener to be gone", seconds)


class AtThePracticeServer(AccountLife):
    def test_less_allowed_is_shown(self):
        server = self.practice_server()
        self.home.write_account(
            provider="practice", clientId="practice", clientAuthentication="none", scopes=[*SCOPES, "comment.create"],
            endpoints=server.endpoints())
        self.start()
        outcome = self.sign_in(untick=("asset.read", "comment.create"))
        self.assertIn("Ana Lima", outcome["text"])
        self.assertEqual([True, True, False, False], [self.granted(scope) for scope in [*SCOPES, "comment.create"]])


if __name__ == "__main__":
    unittest.main()
