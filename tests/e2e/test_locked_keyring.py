# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A gnome-keyring that is really locked reads as if nothing were in it. That is not taken for a sign-out."""

import time
import unittest

from harness import keyring
from harness.practicelife import PracticeLife

_RETRY_TAKES = 1.0  # seconds, generously


class LockedKeyring(PracticeLife):
    def setUp(self):
        super().setUp()
        self.addCleanup(keyring.unlock)
        self.start_server()
        self.start()
        self.sign_in()
        self.items = len(self.keychain_items())
        self.assertEqual(0, self.application.stop())
        keyring.lock()
        self.assertTrue(keyring.is_locked())
        self.kept = keyring.file().read_bytes()
        self.asked = len(self.server.every_request())

    def test_at_the_start_is_said_and_ends_nothing(self):
        self.start()
        self.window.says("Status", "Keychain locked")
        self.window.says("Message", "keychain")
        self.window.press("Try again")
        time.sleep(_RETRY_TAKES)
        self.window.says("Status", "Keychain locked")
        self.assert_nothing_was_touched()

        keyring.unlock()
        self.assertFalse(keyring.is_locked())
        self.window.press("Try again")
        self.window.says("Status", "Signed in")
        self.window.says("Person", "Ana Lima")
        self.assertEqual([200], [request["status"] for request in self.refreshes()])
        self.assertEqual(1, len(self.browser.opened()), "no second sign-in")
        self.assert_keychain_items(self.items)

    def test_until_the_next_start_loses_nothing(self):
        self.start()
        self.window.says("Status", "Keychain locked")
        self.assertEqual(0, self.application.stop())
        self.assert_nothing_was_touched()

        keyring.unlock()
        self.start()
        self.window.says("Status", "Signed in")
        self.assert_keychain_items(self.items)

    def assert_nothing_was_touched(self):
        self.assertEqual(self.kept, keyring.file().read_bytes())
        self.assertEqual(self.asked, len(self.server.every_request()))


if __name__ == "__main__":
    unittest.main()
