# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed at random moments round its renewals, Framekey stays signed in. The server rotates: whoever brings a refresh
token for the second time loses the whole grant, so that one token forgotten or kept too long is a lost sign-in.

What was answered and not yet kept is lost with such a server, whatever a client does; after 100 ms nothing may be."""

import os
import random
import signal
import subprocess
import sys
import time
import unittest
from datetime import datetime
from typing import NamedTuple

from harness.practicelife import PracticeLife
from harness.window import wait_for

_KILLS = int(os.environ.get("FRAMEKEY_KILLS", "20"))
_KEPT_WITHIN = 0.1  # seconds after the server's answer
_EARLY, _LATE = -0.15, 0.35  # seconds round the moment of the answer


class Kill(NamedTuple):
    after: float | None  # seconds from the answer to the kill, negative where it came first; None: the server was not asked
    lost: bool


class Kills(PracticeLife):
    def setUp(self):
        super().setUp()
        self.start_server("--state", str(self.folder / "grants.json"), "--access-token-lifetime", "60")
        self.sign_in_anew()
        self.settings = self.home.accounts_file().read_bytes()
        self.expected = 0.2  # seconds from a start to the server's answer, as last seen

    def test_at_random_moments(self):
        seed = random.randrange(1_000_000)
        self.random = random.Random(seed)
        kills = []
        with self.subTest(seed=seed):
            for _ in range(_KILLS):
                kills.append(self.kill_once())
                self.check(kills[-1])
            self.tell(kills)
            late = [kill for kill in kills if kill.after is not None and kill.after >= _KEPT_WITHIN]
            self.assertGreaterEqual(len(late), _KILLS // 5)
            self.start()
            self.window.says("Status", "Signed in")
            self.window.says("Person", "Ana Lima")

    def kill_once(self) -> Kill:
        asked = len(self.refreshes())
        process = self.start_without_display()
        time.sleep(max(0.0, self.expected + self.random.uniform(_EARLY, _LATE)))
        killed_at = time.time()
        process.kill()
        process.wait()
        time.sleep(0.05)  # for a request that is under way
        requests = self.refreshes()[asked:]
        self.assert_consistent()
        after = killed_at - _time(requests[0]) if requests else None
        return Kill(after, lost=not self.is_still_signed_in())

    def check(self, kill: Kill):
        if kill.lost:
            self.assertIsNotNone(kill.after, "lost without having asked the server")
            self.assertLess(kill.after, _KEPT_WITHIN)
            self.sign_in_anew()

    def is_still_signed_in(self) -> bool:
        """By what the server says to the next start, which renews at once."""
        asked = len(self.refreshes())
        started_at = time.time()
        process = self.start_without_display()
        request = wait_for(lambda: self.refreshes()[asked:], "a start to renew", pause=0.02)[0]
        self.expected = _time(request) - started_at
        process.send_signal(signal.SIGTERM)
        self.assertEqual(0, process.wait(15))
        self.assertIn(request["status"], (200, 400))
        self.assertEqual(1, len(self.refreshes()) - asked)
        return request["status"] == 200

    def sign_in_anew(self):
        self.start()
        self.sign_in()
        self.assertEqual(0, self.application.stop())

    def start_without_display(self) -> subprocess.Popen:
        environment = {name: value for name, value in self.home.environment.items()
                       if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
        with open(self.home.output, "ab") as output:
            process = subprocess.Popen([os.environ["FRAMEKEY_APP"], "--background"], env=environment,
                                       stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        self.addCleanup(process.kill)
        return process

    def assert_consistent(self):
        """One item holds all; the settings know nothing of a session that could disagree with it."""
        self.assertEqual(self.settings, self.home.accounts_file().read_bytes())
        self.assertEqual(1, len(self.keychain_items()), self.keychain_items())

    def tell(self, kills: list[Kill]):
        asked = [kill for kill in kills if kill.after is not None]
        early = [kill for kill in asked if kill.after < _KEPT_WITHIN]
        lost = sorted(round(kill.after * 1000) for kill in kills if kill.lost)
        print(f"{len(kills)} kills: {len(kills) - len(asked)} before the server was asked, {len(early)} less than "
              f"{_KEPT_WITHIN * 1000:.0f} ms after its answer, {len(asked) - len(early)} later. Lost: {len(lost)}, "
              f"killed {lost} ms after the answer.", file=sys.stderr)


def _time(request: dict) -> float:
    return datetime.fromisoformat(request["time"].replace("Z", "+00:00")).timestamp()


if __name__ == "__main__":
    unittest.main()
