# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asked, as the window tells it: the real command hides its own process from its user (PR_SET_DUMPABLE), and still the
program that started it is named. And the person is asked, where the account is set up so."""

import os
import subprocess
import unittest

from harness.practicelife import PracticeLife
from harness.window import wait_for


class WhoAsked(PracticeLife):
    def setUp(self):
        super().setUp()
        self.start_server("--state", str(self.folder / "grants.json"))
        self.start()
        self.sign_in()

    def test_program_and_script_are_told(self):
        done = self.script("night.sh")
        token, _ = done.communicate(timeout=30)
        self.assertEqual(0, done.returncode)
        self.assertRegex(token, rb"\A[\x21-\x7e]+\n\Z")
        self.window.press("Activity")
        row, = wait_for(lambda: self.window.items("Activity"), "a row of the activity")
        self.assertIn("bash", row)
        self.assertIn("night.sh", row)
        self.assertNotIn(token.decode().strip(), row)

    def test_person_says_no_and_then_yes(self):
        self.window.press("Settings")
        self.window.tick("Ask me each time")
        self.window.press("Save")
        wait_for(lambda: "askEachTime" in self.home.accounts_file().read_text(), self.home.accounts_file().read_text)
        self.assertEqual((7, b""), self.answered("curious.sh", "Refuse"))
        code, token = self.answered("night.sh", "Allow")
        self.assertEqual(0, code)
        self.assertRegex(token, rb"\A[\x21-\x7e]+\n\Z")

    def answered(self, script: str, button: str) -> tuple[int, bytes]:
        """Exit code and output of a script whose question is answered with this button."""
        asking = self.script(script)
        self.window.press(button)
        output, _ = asking.communicate(timeout=30)
        return asking.returncode, output

    def script(self, name: str) -> subprocess.Popen:
        file = self.given / name
        file.write_text('"$FRAMEKEY_COMMAND" token\nexit $?\n')
        environment = self.home.environment | {"FRAMEKEY_COMMAND": os.environ["FRAMEKEY_COMMAND"]}
        return subprocess.Popen(["bash", str(file)], env=environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    unittest.main()
