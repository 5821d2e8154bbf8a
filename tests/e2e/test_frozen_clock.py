# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`state` and code challenge come from no clock: two starts that see the same time, which stands still, share neither.
(Qt's own `state` of 6.4 was drawn from the time: CVE-2024-36048.)"""

import shutil
import subprocess
import time
import unittest
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from harness.practicelife import PracticeLife


class FrozenClock(PracticeLife):
    def setUp(self):
        super().setUp()
        self.assertTrue(shutil.which("faketime"), "faketime is needed: run ./dev test, or apt-get install faketime")
        # The wall clock alone: with the monotonic one standing still, no timer of Qt's would ever ring.
        self.home.environment |= self.frozen_environment() | {"FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        self.start_server()

    def test_two_starts_share_neither_state_nor_challenge(self):
        asked = [self.asked_in_a_new_start() for _ in range(2)]
        for name in ("state", "code_challenge"):
            first, second = (request[name] for request in asked)
            self.assertGreaterEqual(len(first), 43)
            self.assertEqual(len(first), len(second))
            alike = sum(one == other for one, other in zip(first, second))
            self.assertLess(alike, 12, f"{name}: {alike} characters of {len(first)} are the same")

    def frozen_environment(self) -> dict[str, str]:
        """What faketime gives a program, so that the application is our own child."""
        when = time.strftime("%Y-%m-%d %H:%M:%S")
        shown = subprocess.run(["faketime", "-f", when, "env"], capture_output=True, text=True, check=True).stdout
        return {name: value for name, _, value in (line.partition("=") for line in shown.splitlines())
                if name in ("FAKETIME", "LD_PRELOAD")}

    def asked_in_a_new_start(self) -> dict[str, str]:
        self.assert_time_stands_still()
        self.start()
        address = self.begin_sign_in()
        self.assertIn("faketime", Path(f"/proc/{self.application.pid}/maps").read_text())
        self.window.press("Cancel")
        self.window.says("Status", "Signed out")
        self.assertEqual(0, self.application.stop())
        return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}

    def assert_time_stands_still(self):
        look = ["date", "+%s.%N"]
        seen = {subprocess.run(look, env=self.home.environment, capture_output=True, check=True).stdout
                for _ in range(3)}
        self.assertEqual(1, len(seen), seen)


if __name__ == "__main__":
    unittest.main()
