# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A start with a display takes over from a Framekey that runs without one, and loses nothing unasked."""

import time
import unittest

from harness import keyring
from harness.application import Application
from harness.practicelife import PracticeLife
from harness.window import wait_for

_DELAY = 3.0  # seconds from a refresh request, which the server's log then has, to its answer


class TakeOver(PracticeLife):
    def setUp(self):
        super().setUp()
        self.start_server("--fault", f"delay:{_DELAY * 1000:.0f},grant=refresh_token")
        self.start()
        self.sign_in()
        self.assertEqual(0, self.application.stop())
        self.without = Application(self.home, "--background", display=False)
        self.addCleanup(self.without.stop)
        wait_for(self.refreshes, "its renewal to be under way")
        self.began = time.monotonic()

    def test_sign_in_goes_on_with_a_window(self):
        time.sleep(_DELAY)
        self.start()
        self.window.says("Status", "Signed in")
        self.window.says("Person", "Ana Lima")
        self.assertEqual(0, self.without.exit_code())
        self.assertEqual(1, len(self.browser.opened()), "no second sign-in")

    def test_renewal_under_way_is_finished_first(self):
        self.start()
        self.assertEqual(0, self.without.exit_code())
        self.assert_answer_was_waited_for()
        self.assertEqual([200], self.statuses())
        # The new owner's renewal goes by what the old one was given: a server that rotates takes nothing else.
        self.window.says("Status", "Signed in")
        wait_for(lambda: len(self.refreshes()) == 2, "the new owner's renewal")
        self.assertEqual([200, 200], self.statuses())
        self.assertEqual(1, len(self.browser.opened()), "no second sign-in")

    def test_sign_in_in_memory_is_asked_about(self):
        self.addCleanup(keyring.unlock)
        keyring.lock()
        self.start()
        self.window.says("Message", "not in the keychain")
        self.assert_answer_was_waited_for()
        self.window.press("Leave it running")
        self.assertEqual(0, self.application.exit_code())
        self.assertTrue(self.without.is_running())

        self.start()
        self.window.says("Message", "not in the keychain")
        self.window.press("Take over")
        self.assertEqual(0, self.without.exit_code())
        self.window.says("Status", "Keychain locked")

    def assert_answer_was_waited_for(self):
        # The log had it up to one look of wait_for earlier.
        self.assertGreater(time.monotonic() - self.began, _DELAY - 0.5)

    def statuses(self) -> list[int]:
        return [request["status"] for request in self.refreshes()]


if __name__ == "__main__":
    unittest.main()
