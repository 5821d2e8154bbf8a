# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGTERM while a refresh request is under way: its answer is waited for and kept, or the sign-in would be lost."""

import os
import signal
import time
import unittest

from harness.practicelife import PracticeLife
from harness.window import wait_for

_DELAY = 3.0  # seconds from a refresh request, which the server's log then has, to its answer


class Termination(PracticeLife):
    def test_rotated_refresh_token_is_in_the_keychain(self):
        self.start_server("--fault", f"delay:{_DELAY * 1000:.0f},grant=refresh_token,times=1")
        self.start()
        self.sign_in()
        self.window.press("Renew now")
        wait_for(self.refreshes, "the refresh request")
        began = time.monotonic()
        self.assertEqual(0, self.application.stop())
        # The log had it up to one look of wait_for earlier.
        self.assertGreater(time.monotonic() - began, _DELAY - 0.5)
        self.assertEqual([200], self.statuses())

        # A server that rotates refuses the token from before, and ends the whole grant for it.
        self.start()
        self.window.says("Status", "Signed in")
        self.window.says("Person", "Ana Lima")
        self.assertEqual([200, 200], self.statuses())
        self.assertEqual(1, len(self.browser.opened()), "no second sign-in")

    def test_start_while_it_ends_is_the_next_owner(self):
        self.start_server("--fault", f"delay:{_DELAY * 1000:.0f},grant=refresh_token,times=1")
        self.start()
        self.sign_in()
        self.window.press("Renew now")
        wait_for(self.refreshes, "the refresh request")
        ending = self.application
        os.kill(ending.pid, signal.SIGTERM)
        self.start()
        self.window.says("Status", "Signed in")
        self.assertEqual(0, ending.exit_code())
        self.assertEqual([200, 200], self.statuses())

    def statuses(self) -> list[int]:
        return [request["status"] for request in self.refreshes()]


if __name__ == "__main__":
    unittest.main()
