# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network that answers in the server's place: its page gets into no log, and its sign-in page ends no sign-in."""

import unittest

from harness.practicelife import PracticeLife
from harness.secretsearch import SecretSearch

_PORTAL_PAGE = "<!doctype html><title>Welcome</title><p>Log in to this network."  # the practice server's fault `html`


class CaptivePortal(PracticeLife):
    def test_page_is_in_no_log_and_ends_nothing(self):
        self.home.environment["QT_LOGGING_RULES"] = "*=true"
        self.start_server("--fault", "html,grant=refresh_token")
        self.start()
        self.sign_in()
        self.restart()
        self.window.says("Status", "Offline")
        self.window.says("Message")
        faults = [request["fault"] for request in self.refreshes()]
        self.assertEqual({"html"}, set(faults))
        self.assert_keychain_items(1)
        self.assertEqual(0, self.application.stop())

        self.assertIn(b"qt.", self.home.output.read_bytes(), "Qt's own logging is on")
        search = SecretSearch([("the portal's page", _PORTAL_PAGE), ("its words", "Log in to this network")])
        self.assertEqual(set(), search.in_folder(self.home.folder))


if __name__ == "__main__":
    unittest.main()
