# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A command that holds a token shows its memory to nobody, not even to its own user's debugger, and leaves no core."""

import resource
import signal
import subprocess
import threading
import unittest
from pathlib import Path

from harness.case import CommandTest
from harness.fakeapp import TOKEN


class Dumps(CommandTest):
    def setUp(self):
        super().setUp()
        self.asked = threading.Event()
        self.app(token=lambda _: self.asked.set())  # and is never answered
        self.holding = self.start("token", environment={"FRAMEKEY_MARK": TOKEN}, cwd=self.folder,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, _highest()))
        self.addCleanup(self._end)
        self.assertTrue(self.asked.wait(20))

    def test_environment_and_memory_are_nobodys(self):
        process = Path(f"/proc/{self.holding.pid}")
        for name in ("environ", "mem", "maps"):
            with self.assertRaises(PermissionError, msg=name):
                (process / name).read_bytes()

    def test_a_debugger_gets_nothing(self):
        core = self.folder / "core"
        done = subprocess.run(["gcore", "-o", str(core), str(self.holding.pid)], capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertNotEqual(0, done.returncode)
        self.assertIn("Operation not permitted", done.stdout + done.stderr)

    def test_a_crash_leaves_no_core(self):
        self.holding.send_signal(signal.SIGABRT)
        self.holding.wait(20)
        self.assertEqual(-signal.SIGABRT, self.holding.returncode)
        self.assertEqual([], list(self.folder.glob("core*")))

    def _end(self):
        self.holding.kill()
        self.holding.communicate()


def _highest() -> tuple[int, int]:
    return (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2


if __name__ == "__main__":
    unittest.main()
