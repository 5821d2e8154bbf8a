# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two accounts side by side: each signs in by itself; default and order are chosen, and outlive a restart."""

import json
import unittest
from datetime import datetime

from harness.case import EndToEndTest
from harness.window import wait_for

_SCOPES = ["offline", "account.read", "asset.read"]


class TwoAccounts(EndToEndTest):
    def setUp(self):
        super().setUp()
        self.server = self.practice_server()
        account = {"provider": "practice", "clientId": "practice", "clientAuthentication": "none", "scopes": _SCOPES,
                   "endpoints": self.server.endpoints()}
        self.home.write_accounts(account | {"name": "work"}, account | {"name": "night"})
        self.start()

    def test_side_by_side_and_after_a_restart(self):
        self.assert_rows("work, Practice · Signed out, default, 1 of 2", "night, Practice · Signed out, 2 of 2")
        self.sign_in("ana")
        self.window.choose("Accounts", "night")
        self.window.says("Status", "Signed out")
        self.sign_in("chiyo")
        self.window.says("Person", "Chiyo Tanaka")
        self.window.choose("Accounts", "work")
        self.window.says("Person", "Ana Lima")

        self.window.choose("Accounts", "night")
        self.window.press("Make default")
        self.window.drag("Accounts", "night", onto="work")
        rows = ("night, Practice · Signed in, default, 1 of 2", "work, Practice · Signed in, 2 of 2")
        self.assert_rows(*rows)
        kept = json.loads(self.home.accounts_file().read_text())
        self.assertEqual(("night", ["night", "work"]), (kept["default"], [one["name"] for one in kept["accounts"]]))

        self.restart()
        self.assert_rows(*rows)
        self.window.says("Person", "Chiyo Tanaka")
        self.assertEqual(2, len(self.browser.opened()))
        self.assert_renewals_were_spread()

    def test_the_same_person_is_noticed_and_one_account_removed(self):
        kept = len(self.keychain_items())  # of tests before this one
        self.sign_in("ana")
        self.window.choose("Accounts", "night")
        self.window.says("Status", "Signed out")
        self.sign_in("ana")
        self.window.says("Message", "You are signed in as Ana Lima in “work” too")
        self.assert_keychain_items(kept + 2)
        self.window.press("Remove this account")
        self.window.says("Person", "Ana Lima")
        self.assert_keychain_items(kept + 1)
        wait_for(lambda: self.server.requests("/oauth2/revoke"), "a revocation request")
        self.assertEqual("work", json.loads(self.home.accounts_file().read_text())["accounts"][0]["name"])
        self.window.press("Renew now")
        self.window.says("Status", "Signed in")

    def assert_renewals_were_spread(self):
        """A start renews every account, the first in the list first, and one after another."""
        refreshes = wait_for(lambda: self.refreshes()[1:], "both to be renewed") and self.refreshes()
        first, second = (datetime.fromisoformat(request["time"]) for request in refreshes)
        self.assertGreaterEqual((second - first).total_seconds(), 0.9)

    def refreshes(self) -> list[dict]:
        return self.server.requests("/oauth2/token", grant_type="refresh_token")

    def sign_in(self, person: str):
        self.browser.will("allow", person)
        self.window.press("Sign in to Frame.io")
        self.browser.outcome()
        self.window.says("Status", "Signed in")

    def assert_rows(self, *rows: str):
        wait_for(lambda: tuple(self.window.items("Accounts")) == rows,
                 lambda: f"{rows}, not {self.window.items('Accounts')}")


if __name__ == "__main__":
    unittest.main()
