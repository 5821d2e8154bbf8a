# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole life of an account at a server that is not ours, once for each kind of client."""

import re
import time
import unittest

from harness.life import CONFIDENTIAL, PUBLIC, SCOPES, AccountLife
from harness.listeners import ListenerWatch
from harness.proofs import SignInProofs
from harness.window import wait_for

_GONE = 1.0  # seconds a listener may be seen after the outcome, on a busy machine
_LIFETIME = 3600


class WholeLife(SignInProofs):
    iss: str  # whether the server sends RFC 9207's `iss`
    items_signed_out: int  # in the keychain

    def start_signed_out(self):
        raise NotImplementedError

    def test_from_sign_in_to_sign_out(self):
        self.server = self.oidc_server("--iss", self.iss)
        self.start_signed_out()
        self.window.says("Status", "Signed out")
        self.assert_keychain_items(self.items_signed_out)

        self.check_sign_in()
        self.check_restart()
        self.check_renewal()
        self.check_reauthorization()
        self.check_sign_out()

    def check_sign_in(self):
        with ListenerWatch(self.application.pid) as watch:
            outcome = self.sign_in()
            time.sleep(_GONE)
        self.assertIn("Ana Lima", outcome["text"])
        self.assert_sign_in_was_right(watch.seen(), SCOPES)
        self.assertLess(watch.last_seen(), self.browser.outcome_at() + _GONE)
        self.assert_signed_in_is_shown()
        self.assert_keychain_items(self.items_signed_out + 1)

    def assert_signed_in_is_shown(self):
        person = self.window.says("Person", "Ana Lima")
        self.assertIn("ana@northlight.example", person)
        hour, minute = map(int, re.search(r"(\d\d):(\d\d)", self.window.says("Expires", "in ")).groups())
        end = time.localtime(self.server.requests("/token")[-1]["time"] / 1000 + _LIFETIME)
        self.assertLessEqual(abs((end.tm_hour * 60 + end.tm_min) - (hour * 60 + minute)) % 1439, 1)
        items = self.window.items("Granted access")
        self.assertEqual(len(SCOPES), len(items), items)
        for scope in SCOPES:
            self.assertTrue(any(scope in item and item.replace(scope, "").strip() for item in items), items)

    def check_restart(self):
        requests, opened = len(self.server.every_request()), self.browser.opened()
        self.restart()
        self.window.says("Status", "Signed in")
        self.window.says("Person", "Ana Lima")
        self.assertEqual(opened, self.browser.opened())
        self.assertEqual((0, ""), self.application.second_start())
        # Whatever it asked of the server after the restart, it was no sign-in.
        self.assertEqual([], [r for r in self.server.every_request()[requests:] if r["path"].startswith("/auth")])

    def check_renewal(self):
        already = len(self.refreshes())
        for _ in range(2):
            self.renew()
        self.assertEqual(already + 2, len(self.refreshes()))
        answers = self.exchanges() + self.refreshes()
        for before, after in zip(answers, answers[1:]):
            self.assert_refresh(after)
            self.assertEqual(before["answered"]["refresh_token"], after["sent"]["refresh_token"])
            self.assertNotEqual(before["answered"]["refresh_token"], after["answered"]["refresh_token"])

    def check_reauthorization(self):
        self.reauthorize_with("comment.create")
        self.window.says("Status", "Signed in")
        self.assertEqual(2, len(self.exchanges()))
        wanted = [*SCOPES, "comment.create"]
        self.assertEqual(set(wanted), set(self.server.requests("/auth")[-1]["sent"]["scope"].split()))
        for scope in wanted:
            self.assertTrue(self.granted(scope), scope)
        # oidc-provider ends a whole grant with one of its tokens: the replaced ones are only forgotten.
        self.assertEqual([], self.server.requests("/token/revocation"))
        self.assertEqual(200, self.status_of_account_request(self.server.last("access_token")))

    def check_sign_out(self):
        self.sign_out()
        revoked = wait_for(lambda: self.server.requests("/token/revocation"), "a revocation request")
        self.assertEqual(revoked[0]["sent"]["token"], self.server.requests("/token")[-1]["answered"]["refresh_token"])
        self.assertEqual("Basic" if self.confidential else None, revoked[0]["authorization"])
        self.window.says("Message", "revoked")
        self.assertEqual(401, self.status_of_account_request(self.server.last("access_token")))
        self.assert_keychain_items(self.items_signed_out)
        self.restart()
        self.window.says("Status", "Signed out")


class PublicClient(WholeLife, AccountLife):
    client_id, confidential, iss = PUBLIC, False, "on"
    items_signed_out = 0

    def start_signed_out(self):
        self.start_with_public_client(issuer=self.server.base)


class ConfidentialClient(WholeLife, AccountLife):
    client_id, confidential, iss = CONFIDENTIAL, True, "off"
    items_signed_out = 1  # the client's secret outlives a sign-out, in an item of its own

    def start_signed_out(self):
        self.start_with_env_file()


if __name__ == "__main__":
    unittest.main()
