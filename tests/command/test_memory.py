# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command under valgrind: the same code as the installed one's, linked so that valgrind sees its memory."""

import os
import shutil
import subprocess
import unittest
from pathlib import Path

from harness.case import CommandTest
from harness.fakeapp import GOOD, refusal

FOUND = 99
_WATCHED = ["valgrind", "--quiet", f"--error-exitcode={FOUND}", "--leak-check=full", "--show-leak-kinds=all",
            "--errors-for-leak-kinds=all", "--child-silent-after-fork=yes"]


class Memory(CommandTest):
    def setUp(self):
        super().setUp()
        self.watched = self.programs / "framekey-dynamic"
        shutil.copy2(os.environ["FRAMEKEY_DYNAMIC"], self.watched)

    def test_is_used_as_it_was_given_and_given_back(self):
        status = {"ok": True, "accounts": [{"name": "work", "default": True, "state": "signed-in", "token": True}]}
        needed = refusal("sign-in-needed", "Sign in.", "framekey login")
        self.app(token=[GOOD, GOOD, GOOD | {"token": "x" * 9000}, needed, GOOD | {"token": "a b"}], status=status)
        for exit_code, arguments in [(0, ["token"]), (0, ["token", "work", "--json"]), (0, ["token", "--header"]),
                                     (4, ["token"]), (1, ["token"]), (0, ["status"]), (0, ["status", "--json"]),
                                     (64, ["token", "--no-such-option"]), (64, ["no-such-verb"]), (0, ["help"])]:
            self.assert_is_clean(exit_code, *arguments)

    def test_without_an_app(self):
        self.assert_is_clean(3, "token", "--no-start")

    def assert_is_clean(self, exit_code: int, *arguments: str):
        log = self.folder / "valgrind"
        done = subprocess.run([*_WATCHED, f"--log-file={log}", str(self.watched), *arguments], env=self.environment,
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((exit_code, ""), (done.returncode, log.read_text()), (arguments, done.stderr))


if __name__ == "__main__":
    unittest.main()
