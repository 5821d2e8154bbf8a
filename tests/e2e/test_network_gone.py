# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network goes and comes back, in a network namespace whose one link is taken down and up. No NetworkManager runs
there, so what Framekey learns of it, the kernel tells."""

import socket
import subprocess
import time
import unittest

from harness.practicelife import PracticeLife
from harness.window import wait_for

_SAID_WITHIN = 12.0  # seconds: 10 to connect, for nothing refuses it, and a start
_TRIED_WITHIN = 5.0
_FAILURES = 5  # in a row: after these the next try is 8 to 16 s away


def link(state: str):
    subprocess.run(["ip", "link", "set", "lo", state], check=True)


class NetworkGone(PracticeLife):
    def setUp(self):
        super().setUp()
        self.assertEqual(["lo"], [name for _, name in socket.if_nameindex()], "this is a network namespace of its own")
        link("up")
        self.addCleanup(link, "up")

    def test_gone_at_the_start_is_said_and_its_return_ends_it(self):
        self.start_signed_in()
        link("down")
        self.start()
        self.window.says("Status", "Offline", _SAID_WITHIN)
        self.window.says("Message", "reached")
        link("up")
        self.window.says("Status", "Signed in", _TRIED_WITHIN)
        self.assertEqual([200], [request["status"] for request in self.refreshes()])

    def test_return_is_not_waited_for_till_the_end_of_the_back_off(self):
        self.start_signed_in("--fault", f"500,grant=refresh_token,times={_FAILURES}")
        self.start()
        wait_for(lambda: len(self.refreshes()) == _FAILURES, f"{_FAILURES} refresh requests", pause=0.02)
        link("down")
        time.sleep(0.5)
        self.window.says("Status", "Offline")
        link("up")
        wait_for(lambda: len(self.refreshes()) > _FAILURES, "a try soon after the network's return", _TRIED_WITHIN)
        self.window.says("Status", "Signed in")

    def start_signed_in(self, *options: str):
        self.start_server(*options)
        self.start()
        self.sign_in()
        self.assertEqual(0, self.application.stop())


if __name__ == "__main__":
    unittest.main()
