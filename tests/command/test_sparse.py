# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that leave out what may be left out, hold what they need not, or are none."""

import json
import unittest

from harness.case import CommandTest
from harness.fakeapp import GOOD

SPARSE = {"ok": True, "token": "t"}


class Sparse(CommandTest):
    def test_a_token_alone(self):
        self.app(token=SPARSE)
        self.assert_prints("t\n", "token")
        told = json.loads(self.run_it("token", "--json").out)
        self.assertEqual(told, {"version": 1, "account": None, "token": "t", "expiresAt": None, "expiresIn": None})
        self.assert_prints("export FRAMEIO_TOKEN='t'\n", "env")

    def test_an_end_that_is_no_instant_is_not_handed_on(self):
        self.app(token=GOOD | {"expiresAt": "x" * 40})
        self.assertNotIn("EXPIRES", self.run_it("env").out)

    def test_a_token_that_curl_would_read_otherwise(self):
        self.app(token=SPARSE | {"token": 'a"b\\c'})
        self.assert_prints('header = "Authorization: Bearer a\\"b\\\\c"\n', "token", "--curl")

    def test_what_is_no_answer(self):
        for answer in ({"ok": True}, {"ok": True, "token": ""}, {"ok": True, "token": None}, b"\n", b"{}\n", b"[]\n"):
            self.app(token=answer)
            self.assert_fails(1, "token", says="not understood")
            self.doCleanups()
            self.setUp()

    def test_states_that_say_little(self):
        account = {"id": "1", "name": "work", "default": True, "state": "signed-in"}
        self.app(status={"ok": True, "accounts": [
            account | {"person": {"email": "a@b.example"}, "storage": "memory"},
            account | {"name": "home", "person": {"name": "Ana"}, "expiresIn": "soon", "grantedScopes": [5, "offline"]},
            account | {"name": "third", "person": {}}]})
        self.assert_prints("* work: signed in <a@b.example>, in memory only\n"
                           "* home: signed in as Ana\n    granted: offline\n"
                           "* third: signed in\n", "status")

    def test_orders_that_are_answered_with_little(self):
        self.app(sign_out={"ok": True}, refresh={"ok": True}, remove={"ok": True}, default={"ok": True})
        self.assertIn("could not be told", self.assert_prints("", "logout", "work").err)
        self.assertIn("Renewed", self.assert_prints("", "refresh").err)
        for order in (["account", "remove", "work"], ["account", "default", "work"]):
            self.assertIn("work", self.assert_prints("", *order).err)

    def test_orders_in_json(self):
        answer = {"ok": True, "account": "work", "note": "As of now."}
        self.app(sign_out=answer | {"revocation": "revoked"}, refresh=answer, remove=answer, default=answer,
                 report={"ok": True, "lines": ["one"]})
        for order in (["logout"], ["refresh"], ["account", "remove", "work"], ["account", "default", "work"],
                      ["doctor", "--report"]):
            told = json.loads(self.run_it(*order, "--json").out)
            self.assertEqual(told["version"], 1, order)
            self.assertNotIn("ok", told)

    def test_links_that_are_none(self):
        for links in (["socket"], [5], [None]):
            self.app(check={"ok": True, "links": links})
            self.assert_fails(1, "check", says="not understood")
            self.doCleanups()
            self.setUp()

    def test_lines_of_a_report_that_are_none(self):
        self.app(report={"ok": True, "lines": ["one", 2, "three\x1b[2J"]})
        self.assert_prints("one\nthree[2J\n", "doctor", "--report")


if __name__ == "__main__":
    unittest.main()
