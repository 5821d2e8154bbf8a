# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts that go on asking `framekey token` while tokens rotate, and while the app is killed under them. Every token that
is printed is brought to the API the moment it was printed."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
import unittest
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness.practicelife import PracticeLife
from harness.processes import holder_of
from harness.window import wait_for

_CALLS = 1000
_CALLERS = 8
_LIFETIME = 40  # seconds; renewed every 30
_KILLS = int(os.environ.get("FRAMEKEY_CALLER_KILLS", "40"))
_LONGEST = 90  # seconds a call may take: its own limit is 75
_HONEST = {3, 6}  # exit codes of a call whose app was killed


class ScriptStorm(PracticeLife):
    def sign_in_for_scripts(self, *options: str):
        self.start_server("--state", str(self.folder / "grants.json"), *options)
        self.start()
        self.sign_in()
        self.application.stop()  # from here on the command starts it

    def test_thousand_calls_while_tokens_rotate(self):
        self.sign_in_for_scripts("--access-token-lifetime", str(_LIFETIME))
        renewed, began = len(self.refreshes()), time.monotonic()
        with ThreadPoolExecutor(_CALLERS) as callers:
            tokens = list(callers.map(lambda number: self.call_in_time(number, began), range(_CALLS)))
        renewals = len(self.refreshes()) - renewed
        self.assertGreaterEqual(renewals, 2)
        # The first renewal is the start itself, and the last may have come after the last call.
        self.assertIn(len(set(tokens)), (renewals - 1, renewals))
        self.assertLessEqual(renewals, (time.monotonic() - began) // 30 + 1)

    def call_in_time(self, number: int, began: float) -> bytes:
        time.sleep(max(0.0, began + number * 70 / _CALLS - time.monotonic()))
        done = self.call("--min-valid", "5")
        self.assertEqual((0, b""), (done.returncode, done.stderr))
        self.assert_accepted(done.stdout)
        return done.stdout

    def test_app_is_killed_under_its_callers(self):
        # This server does not rotate: a sign-in that is lost here was lost by Framekey.
        self.sign_in_for_scripts("--fault", "norefresh,at=token,grant=refresh_token")
        seed = random.randrange(1_000_000)
        self.stopped, self.answered = threading.Event(), []
        with self.subTest(seed=seed), ThreadPoolExecutor(4) as callers:
            going_on = [callers.submit(self.call_until_stopped) for _ in range(4)]
            try:
                self.kill_at_random(random.Random(seed))
            finally:
                self.stopped.set()
                for caller in going_on:
                    caller.result()  # where one gave up, that is why no app was started
        given = self.answered.count(0)
        print(f"{_KILLS} kills, {len(self.answered)} calls: {given} tokens, the others honest", file=sys.stderr)
        # On a busy machine most kills come before the app has answered anybody.
        self.assertGreaterEqual(given, _KILLS // 5)
        self.assert_accepted(self.call().stdout)
        self.assertEqual(1, len(self.keychain_items()))

    def kill_at_random(self, moments: random.Random):
        for _ in range(_KILLS):
            process = wait_for(self.app_process, "an app to be started", pause=0.01)
            time.sleep(moments.uniform(0, 0.4))
            os.kill(process, signal.SIGKILL)
            wait_for(lambda: self.app_process() != process, "it to be gone", pause=0.01)

    def call_until_stopped(self):
        while not self.stopped.is_set():
            done = self.call()
            self.answered.append(done.returncode)
            if done.returncode == 0:
                self.assert_accepted(done.stdout)
            else:
                self.assertIn(done.returncode, _HONEST, done.stderr)
                self.assertEqual(b"", done.stdout)
                self.assertNotEqual(b"", done.stderr)

    def app_process(self) -> int:
        return holder_of(Path(self.home.environment["XDG_RUNTIME_DIR"]) / "framekey" / "lock")

    def call(self, *options: str) -> subprocess.CompletedProcess:
        return subprocess.run([os.environ["FRAMEKEY_COMMAND"], "token", *options], env=self.home.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=_LONGEST, check=False)

    def assert_accepted(self, printed: bytes):
        self.assertRegex(printed, rb"\A[\x21-\x7e]+\n\Z")
        asked = urllib.request.Request(f"{self.server.base}/v2/me",
                                       headers={"Authorization": f"Bearer {printed.decode().strip()}"})
        with urllib.request.urlopen(asked, timeout=20) as answer:
            self.assertEqual(200, answer.status)


if __name__ == "__main__":
    unittest.main()
