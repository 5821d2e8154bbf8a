# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A newcomer with nothing registered: one button, and a practice server of the application's own."""

import unittest
from pathlib import Path

from harness.case import EndToEndTest
from harness.processes import descendants


class PracticeAccount(EndToEndTest):
    def test_from_an_empty_folder_to_signed_in_and_back_again(self):
        self.start()
        self.browser.will("allow")
        self.window.press("Try with a practice account")
        self.assertEqual(3, len(self.window.items("What Framekey will ask for")))
        self.window.press("Sign in to Frame.io")
        self.assertIn("Ana Lima", self.browser.outcome()["text"])
        self.window.says("Status", "Signed in")
        self.window.says("Person", "ana@northlight.example")
        self.assertTrue(self.home.accounts_file().exists())
        server = self.practice_processes()
        self.assertEqual(1, len(server))

        self.restart()
        self.window.says("Status", "Signed in")
        self.assertEqual(1, len(self.browser.opened()))
        self.assertFalse(Path(f"/proc/{server[0]}").exists())

    def practice_processes(self) -> list[int]:
        below = descendants(self.application.pid)
        return [pid for pid in below if "framekey-practi" in Path(f"/proc/{pid}/comm").read_text()]


if __name__ == "__main__":
    unittest.main()
