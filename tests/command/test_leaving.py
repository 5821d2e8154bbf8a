# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers that go before they have their answer: the app lives on, serves the others and keeps nothing open for them."""

import json
import os
import socket
import time
import unittest

from harness.case import wait_for
from harness.realapp import RealAppTest

_CALLERS = 50


class Leaving(RealAppTest):
    def setUp(self):
        super().setUp()
        self.start_practice("--fault", "delay:3000,grant=refresh_token,skip=1")
        self.sign_in()
        # What a renewal leaves open, its connection, is open from now on.
        self.token = self.run_it("token", "--force-refresh").out
        self.app, = self.apps()
        self.base = self.steady_descriptors()

    def test_leaves_no_descriptor(self):
        with self.subTest("at once: the answer is written to a socket that nobody reads"):
            for number in range(_CALLERS):
                self.call(order=("status", "token", "report")[number % 3]).close()
            self.assert_nothing_is_left()
            self.assert_prints(self.token, "token")
        with self.subTest("in the wait for a renewal"):
            self.leave_a_renewal()
            self.assert_nothing_is_left()

    def leave_a_renewal(self):
        """Half of them are killed commands; a caller that stays gets the new token."""
        self.sign_in("--again")  # what was renewed is not renewed again for 30 s
        staying = self.start("token", "--force-refresh")
        sockets = [self.enterContext(self.call(order="token", force=True)) for _ in range(_CALLERS // 2)]
        commands = [self.start("token", "--force-refresh") for _ in range(_CALLERS // 2)]
        try:
            # Who has an answer is connected no more.
            wait_for(lambda: self.descriptors() >= self.base + _CALLERS, "all of them to wait")
        finally:
            for command in commands:
                command.kill()
                command.communicate()
        for caller in sockets:
            caller.close()
        token, said = staying.communicate(timeout=30)
        self.assertEqual(0, staying.returncode, said)
        self.assertNotEqual(self.token, token)
        self.assertEqual(2, self.refreshes())

    def assert_nothing_is_left(self):
        # Fewer where the server has closed its connection meanwhile.
        wait_for(lambda: self.descriptors() <= self.base, f"{self.descriptors()} descriptors to be {self.base} again")
        self.assertEqual([self.app], self.apps())

    def call(self, **request) -> socket.socket:
        caller = socket.socket(socket.AF_UNIX)
        caller.connect(str(self.socket))
        caller.sendall(json.dumps({"version": 1} | request).encode() + b"\n")
        return caller

    def steady_descriptors(self) -> int:
        """When nothing has been opened or closed for two seconds: some things are begun late."""
        seen, since = self.descriptors(), time.monotonic()
        while time.monotonic() < since + 2:
            time.sleep(0.1)
            if (now := self.descriptors()) != seen:
                seen, since = now, time.monotonic()
        return seen

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.app}/fd"))


if __name__ == "__main__":
    unittest.main()
