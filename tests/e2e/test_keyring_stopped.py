# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A gnome-keyring that stands still (SIGSTOP): neither scripts nor the window wait for it, a renewal gives up on it after
10 s, and what is renewed once it goes on is kept."""

import os
import signal
import statistics
import subprocess
import time
import unittest

from harness import keyring
from harness.practicelife import PracticeLife
from harness.window import wait_for

_CALLS = 9
# Seconds more than the same takes while the keyring goes on: of most calls, and of any call or answer of the window.
_USUALLY_MORE, _EVER_MORE = 0.05, 0.5
_GIVEN_UP = 10.0  # seconds from the write


class KeyringStopped(PracticeLife):
    def test_nobody_waits_and_the_next_renewal_is_kept(self):
        self.start_server()
        self.start()
        self.sign_in()
        usual, token = self.calls()
        answers = self.slowest_answer(lambda: False, 1.0)
        before = keyring.file().read_bytes()
        self.stop_keyring()
        self.assert_calls(usual, token)

        self.window.press("Renew now")
        began = time.monotonic()
        wait_for(self.refreshes, "the refresh request")
        self.assert_calls(usual, token)  # what is not kept yet is not given out
        given_up = self.slowest_answer(lambda: self.window.said("Kept in")[:1] != ["this computer's keychain"], 30)
        self.assertGreater(time.monotonic() - began, _GIVEN_UP - 0.5)
        self.assertLess(given_up, answers + _EVER_MORE)
        self.window.says("Message", "The keychain does not answer")
        _, renewed = self.calls()
        self.assertNotEqual(token, renewed)
        self.assertEqual(before, keyring.file().read_bytes())
        self.go_on_and_restart()

    def go_on_and_restart(self):
        os.kill(self.daemon, signal.SIGCONT)
        self.window.press("Renew now")
        wait_for(lambda: len(self.refreshes()) == 2, "the next renewal")
        self.window.says("Kept in", "this computer's keychain")
        self.restart()
        self.window.says("Status", "Signed in")
        wait_for(lambda: len(self.refreshes()) == 3, "the next start's renewal")
        self.assertEqual([200, 200, 200], [request["status"] for request in self.refreshes()])
        self.assertEqual(1, len(self.browser.opened()), "no second sign-in")

    def stop_keyring(self):
        self.daemon = keyring.process()
        self.addCleanup(os.kill, self.daemon, signal.SIGCONT)
        os.kill(self.daemon, signal.SIGSTOP)

    def assert_calls(self, usual: list[float], token: bytes):
        took, given = self.calls()
        self.assertEqual(token, given)
        self.assertLess(statistics.median(took), statistics.median(usual) + _USUALLY_MORE)
        self.assertLess(max(took), max(usual) + _EVER_MORE)

    def calls(self) -> tuple[list[float], bytes]:
        """How long each takes, and the token that all of them print."""
        took, printed = [], set()
        for _ in range(_CALLS):
            began = time.monotonic()
            done = subprocess.run([os.environ["FRAMEKEY_COMMAND"], "token"], env=self.home.environment, timeout=30,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
            took.append(time.monotonic() - began)
            printed.add(done.stdout)
        token, = printed
        return took, token

    def slowest_answer(self, is_over, seconds: float) -> float:
        """Of the window's thread, each asked one question, until something shows in the window, or so long."""
        until, slowest = time.monotonic() + seconds, 0.0
        while time.monotonic() < until and not is_over():
            for _ in range(20):
                slowest = max(slowest, self.window.answer_takes())
                time.sleep(0.02)
        return slowest


if __name__ == "__main__":
    unittest.main()
