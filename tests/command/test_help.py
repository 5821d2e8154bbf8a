# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help fits a screen, and what people are likely to mistype is answered."""

import re
import subprocess
import unittest
from pathlib import Path

from harness.case import CommandTest

VERBS = ["token", "exec", "env", "simulate", "login", "logout", "refresh", "account", "callback", "status", "list", "open",
         "check", "doctor"]
PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"


class Help(CommandTest):
    def test_each_fits_a_screen(self):
        for arguments in [["--help"], *([verb, "--help"] for verb in VERBS), *(["help", verb] for verb in VERBS)]:
            done = self.run_it(*arguments)
            self.assertEqual((done.returncode, done.err), (0, ""), arguments)
            lines = done.out.splitlines()
            self.assertLessEqual(len(lines), 24, arguments)
            self.assertLessEqual(max(map(len, lines)), 80, [line for line in lines if len(line) > 80])
            self.assertTrue(lines[0].startswith("Usage: "))

    def test_the_overview_names_every_verb(self):
        overview = self.run_it("--help").out
        for verb in VERBS:
            self.assertRegex(overview, rf"\b{verb}\b")

    def test_every_option_that_is_helped_with_is_taken(self):
        for verb in VERBS:
            for option in set(re.findall(r"(?<![\w-])--[a-z-]+", self.run_it(verb, "--help").out)) - {"--config", "--again"}:
                if (verb, option) == ("simulate", "--force-refresh"):
                    continue  # of token
                arguments = [verb, "expired"] if verb == "simulate" else [verb]
                done = self.run_it(*arguments, option, "--never-an-option", environment={"FRAMEKEY_SOCKET": "/nowhere/s"})
                self.assertNotIn(f"'{option}' is not understood", done.err, verb)

    def test_version(self):
        for flag in ("--version", "-v"):
            self.assertRegex(self.run_it(flag).out, r"\Aframekey \d+\.\d+\.\d+\n\Z")

    def test_nothing_asked(self):
        done = self.run_it()
        self.assertEqual(done.returncode, 64)
        self.assertIn("Usage: ", done.out)

    def test_a_typo_is_answered_with_the_nearest(self):
        for typed, meant in [("tokn", "token"), ("stauts", "status"), ("lgoin", "login"), ("acount", "account"), ("exce", "exec"),
                             ("switch", "account default"), ("reauthorize", "login --again"), ("print-access-token", "token")]:
            self.assert_fails(64, typed, says=f"framekey {meant}\n")

    def test_nothing_near(self):
        self.assert_fails(64, "abracadabra", says="--help")


if __name__ == "__main__":
    unittest.main()
