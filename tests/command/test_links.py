# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`framekey check` and `framekey doctor`: what they ask, print and end with."""

import json
import unittest

from harness.case import CommandTest


class Links(CommandTest):
    GOOD = {"name": "network", "state": "good", "says": "The service answers.", "next": ""}

    def test_check(self):
        app = self.app(check={"ok": True, "links": [self.GOOD, {"name": "clock", "state": "warn", "says": "It is late.", "next": "Set it."}]})
        done = self.run_it("check", "work", "--for", "2h", "--scopes", "asset.read,asset.create offline")
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertIn("good  network      The service answers.\nwarn  clock        It is late.\n", done.out)
        self.assertIn("Set it.", done.out)
        self.assertEqual(app.asked[0], {"version": 1, "order": "check", "account": "work", "seconds": 7200,
                                        "scopes": ["asset.read", "asset.create", "offline"]})
        self.assertEqual(len(json.loads(self.run_it("check", "--json").out)["links"]), 2)
        self.assertEqual(app.asked[1], {"version": 1, "order": "check", "seconds": 28800})

    def test_the_exit_code_names_the_cause(self):
        for names, exit_code in [(["sign-in"], 4), (["keychain"], 5), (["network"], 6), (["keychain", "network"], 5), (["settings", "network"], 1), (["network", "renewal"], 6), (["scopes"], 4)]:
            self.app(check={"ok": True, "links": [self.GOOD] + [self.GOOD | {"name": name, "state": "bad"} for name in names]})
            self.assertEqual(self.run_it("check").returncode, exit_code, names)
            self.doCleanups()
            self.setUp()

    def test_doctor(self):
        self.put_app_program()
        self.app(doctor={"ok": True, "links": [self.GOOD]})
        done = self.run_it("doctor", "--json")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertEqual([link["name"] for link in json.loads(done.out)["links"]], ["program", "socket", "app", "network"])

    def test_report(self):
        self.put_app_program()
        app = self.app(report={"ok": True, "lines": ["# Framekey report", "", "Locale: de_DE", 7, "moved\u001b[2J\u202e"]})
        done = self.run_it("doctor", "--report", "--timeout", "5")
        self.assertEqual((done.returncode, done.err), (0, ""))
        self.assertEqual(done.out, "# Framekey report\n\nLocale: de_DE\nmoved[2J\n")
        self.assertEqual(app.asked, [{"version": 1, "order": "report"}])

    def test_report_where_nothing_runs(self):
        done = self.assert_fails(3, "doctor", "--report", "--no-start", says="Framekey")
        self.assertEqual(done.out, "")

    def test_doctor_where_nothing_runs(self):
        done = self.run_it("doctor", "--no-start")
        self.assertEqual(done.returncode, 3)
        self.assertIn("bad   program", done.out)
        self.assertIn("bad   app", done.out)


if __name__ == "__main__":
    unittest.main()
