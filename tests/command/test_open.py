# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`open` brings a window up: the running app's, else another's, else it says why not."""

import json
import unittest

from harness.case import CommandTest

DISPLAY = {"DISPLAY": ":7"}
NO_WINDOW = {"ok": False, "refusal": "no-window"}


class Open(CommandTest):
    def arguments(self) -> list[list[str]]:
        return [json.loads(start.read_text())["arguments"] for start in self.starts()]

    def test_of_the_running_app(self):
        app = self.app(show={"ok": True})
        self.assert_prints("", "open", environment={"XDG_ACTIVATION_TOKEN": "from-a-launcher"})
        self.assertEqual(app.asked[0]["activationToken"], "from-a-launcher")

    def test_where_none_runs_one_is_started_with_a_window(self):
        for display in (DISPLAY, {"WAYLAND_DISPLAY": "wayland-7"}):
            self.put_app_program()
            self.assert_prints("", "open", environment=display)
            self.assertNotIn("--background", self.arguments()[-1])
            self.doCleanups()
            self.setUp()

    def test_the_app_that_runs_without_a_display_is_taken_over(self):
        self.put_app_program("#!/bin/sh\nexit 0\n")
        app = self.app(show=[NO_WINDOW, NO_WINDOW, {"ok": True}])
        self.assert_prints("", "open", environment=DISPLAY)
        self.assertEqual(app.orders(), ["show"] * 3)

    def test_without_a_display(self):
        self.put_app_program()
        self.assert_fails(1, "open", says="no display")
        self.assertEqual(self.starts(), [])

    def test_without_a_program(self):
        self.assert_fails(3, "open", says="framekey-app", environment=DISPLAY)

    def test_that_may_not_be_started(self):
        self.put_app_program()
        self.assert_fails(3, "open", "--no-start", says="does not run", environment=DISPLAY)
        self.assertEqual(self.starts(), [])

    def test_a_window_that_never_comes(self):
        self.put_app_program("#!/bin/sh\nexit 0\n")
        self.app(show=NO_WINDOW)
        self.assert_fails(1, "open", "--timeout", "1", says="no display", environment=DISPLAY)

    def test_another_refusal_is_said(self):
        self.app(show={"ok": False, "refusal": "busy"})
        self.assert_fails(1, "open", says="busy", environment=DISPLAY)


if __name__ == "__main__":
    unittest.main()
