# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed at any moment between the first start of a new person and the end of their first sign-in, Framekey leaves settings
and a keychain that agree: signed in and kept, or signed out and nothing left over; and signed in where it said so."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
import unittest
from collections import Counter

from harness.application import Application
from harness.life import REDIRECT_URI
from harness.loginthread import LoginThread, listens
from harness.practicelife import SCOPES, PracticeLife
from harness.window import wait_for

_KILLS = int(os.environ.get("FRAMEKEY_KILLS", "20"))
_BEYOND = 1.5  # times what a part of the whole takes: the last kills come after it


class FirstSignInKills(PracticeLife):
    def setUp(self):
        super().setUp()
        self.server = self.practice_server()
        endpoints = self.server.endpoints()
        names = {"CLIENT_ID": "practice-web", "CLIENT_SECRET": "practice-secret", "SCOPE": " ".join(SCOPES),
                 "AUTHORIZE_URL": endpoints["authorization"], "TOKEN_URL": endpoints["token"],
                 "REVOKE_URL": endpoints["revocation"], "API_URL": endpoints["api"], "REDIRECT_URI": REDIRECT_URI}
        (self.given / "client.env").write_text("".join(f"{name}='{value}'\n" for name, value in names.items()))
        self.measure()

    def test_at_random_moments(self):
        seed = random.randrange(1_000_000)
        moments, ends = random.Random(seed), Counter()
        with self.subTest(seed=seed):
            for number in range(_KILLS):
                # Half of them from the start on, half from when there is a link; spread over the whole of it.
                part = (number // 2 + moments.random()) / ((_KILLS + 1) // 2)
                ends[self.kill_once(number % 2 == 1, part)] += 1
            print(f"{_KILLS} kills: {dict(ends)}", file=sys.stderr)
            self.assertGreater(ends["signed-in"], 0)
            self.assertGreater(ends["signed-out"], 0)

    def measure(self):
        """How long it takes from the start to the link, and from there to the end."""
        began = time.monotonic()
        person = self.begin()
        self.assertTrue(person.has_link.wait(20))
        self.to_link = time.monotonic() - began
        person.join(30)
        self.to_end = time.monotonic() - began - self.to_link
        self.assertEqual((True, "signed-in"), (person.told(), self.state()))
        self.remove_everything()

    def begin(self) -> LoginThread:
        self.assertEqual([], self.keys())
        self.assertFalse(self.home.accounts_file().exists())
        person = LoginThread(self.home.environment)
        self.without_display("--env-file", str(self.given / "client.env"))
        person.start()
        return person

    def kill_once(self, with_link: bool, part: float) -> str:
        person = self.begin()
        if with_link:
            self.assertTrue(person.has_link.wait(20))
        time.sleep(part * _BEYOND * (self.to_end if with_link else self.to_link))
        self.running.kill()
        person.gone.set()
        person.join(40)
        settled = self.settings_are_whole()
        state = self.state_after(settled)
        if person.told():
            self.assertEqual("signed-in", state)
        self.remove_everything()
        return state

    def settings_are_whole(self) -> bool:
        """False where they have not been written yet, and then nothing is in the keychain that they would have to name."""
        if not self.home.accounts_file().exists():
            self.assertEqual([], self.keys())
            return False
        account, = json.loads(self.home.accounts_file().read_bytes())["accounts"]
        self.assertEqual("practice-web", account["clientId"])
        self.assertEqual(set(), set(self.keys()) - {f"{account['id']}/tokens", f"{account['id']}/client-secret"})
        return True

    def state_after(self, settled: bool) -> str:
        kept = [key for key in self.keys() if key.endswith("/tokens")]
        self.without_display()
        wait_for(lambda: listens(self.home.environment), "the next start to listen", pause=0.01)
        if not settled:
            self.assertIsNone(self.state())
            return "without an account"
        state = self.state()
        self.assertEqual("signed-in" if kept else "signed-out", state)
        if kept:
            self.assertEqual(0, self.command("refresh").returncode)
        return state

    def state(self) -> str | None:
        accounts = json.loads(self.command("status", "--json").stdout)["accounts"]
        return accounts[0]["state"] if accounts else None

    def remove_everything(self):
        if self.state():
            self.assertEqual(0, self.command("account", "remove", "127.0.0.1").returncode)
        self.assertEqual(0, self.running.stop())
        wait_for(lambda: not self.keys(), "the keychain to hold nothing")
        shutil.rmtree(self.home.accounts_file().parent, ignore_errors=True)

    def without_display(self, *arguments: str):
        self.running = Application(self.home, "--background", *arguments, display=False)
        self.addCleanup(self.running.kill)

    def command(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([os.environ["FRAMEKEY_COMMAND"], *arguments, "--no-start"], env=self.home.environment, timeout=60,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)

    def keys(self) -> list[str]:
        """Of what the keychain keeps; what only tries whether it can be written to is not meant."""
        order = ["secret-tool", "search", "--all", "--unlock", "xdg:schema", "org.qt.keychain"]
        told = subprocess.run(order, capture_output=True, text=True, check=False).stderr.splitlines()
        keys = [line.partition(" = ")[2] for line in told if line.startswith("attribute.user = ")]
        return [key for key in keys if not key.startswith("probe/")]


if __name__ == "__main__":
    unittest.main()
