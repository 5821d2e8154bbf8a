# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""One program, whether its window is seen or not."""

import unittest

from harness.display import close, visible_windows
from harness.life import AccountLife
from harness.window import wait_for


class OneWindow(AccountLife):
    def test_closing_hides_a_second_start_shows_quit_ends(self):
        self.server = self.oidc_server()
        self.start_with_public_client()
        self.sign_in()
        window, = self.shown()
        close(window)
        wait_for(lambda: not visible_windows(self.application.pid), "the window to be hidden")
        self.assertTrue(self.application.is_running())

        self.assertEqual((0, ""), self.application.second_start())
        self.assertEqual(1, len(self.shown()))
        self.window.says("Status", "Signed in")
        self.window.press("Quit")
        wait_for(lambda: not self.application.is_running(), "the application to end")

    def test_closing_ends_it_while_signed_out(self):
        self.start()
        self.window.button("Sign in to Frame.io")
        close(self.shown()[0])
        wait_for(lambda: not self.application.is_running(), "the application to end")

    def shown(self) -> list[int]:
        return wait_for(lambda: visible_windows(self.application.pid), "a window on the display")


if __name__ == "__main__":
    unittest.main()
