# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command and the app as they are installed: started, signed in, asked by many, killed."""

import json
import os
import random
import signal
import subprocess
import time
import unittest
from pathlib import Path

from harness.case import wait_for
from harness.realapp import SCOPES, RealAppTest


class RealApp(RealAppTest):
    def test_two_hundred_at_once_start_one_app(self):
        self.start_practice()
        app, starts = self.programs / "framekey-app", self.folder / "app-starts"
        app.unlink()
        app.write_text(f'#!/bin/sh\necho $$ >> "{starts}"\nexec "{os.environ["FRAMEKEY_APP"]}" "$@"\n')
        app.chmod(0o755)
        callers = [self.start("status", "--json") for _ in range(200)]
        said = [(caller.communicate(timeout=120), caller.returncode) for caller in callers]
        self.assertEqual({code for _, code in said}, {4}, said[:3])
        self.assertEqual(len(starts.read_text().splitlines()), 1)
        self.assertEqual(len(self.apps()), 1)

    def test_from_nothing_to_a_token_and_out_again(self):
        base = self.start_practice()
        self.assert_fails(5, "token", says="keychain")
        self.sign_in()
        token = self.run_it("token").out.strip()
        self.assertEqual(self.me(base, token), 200)
        shown = json.loads(self.run_it("status", "--json").out)["accounts"][0]
        self.assertEqual((shown["state"], shown["grantedScopes"], shown["storage"]), ("signed-in", SCOPES, "memory"))
        self.assertEqual(self.run_it("token", "--json").returncode, 0)
        self.assert_prints("", "logout")
        self.assertEqual(self.me(base, token), 401)
        self.assertEqual(self.run_it("token").returncode, 4)

    def test_tls_is_loaded_before_it_is_used(self):
        self.start_practice()  # plain HTTP
        self.assertEqual(self.run_it("status").returncode, 4)
        maps = Path(f"/proc/{self.apps()[0]}/maps")
        wait_for(lambda: "openssl" in maps.read_text(), "OpenSSL")

    def test_fifty_during_one_renewal(self):
        self.start_practice("--fault", "delay:1000,grant=refresh_token")
        self.sign_in()
        callers = [self.start("token", "--force-refresh") for _ in range(50)]
        tokens = {caller.communicate(timeout=60)[0] for caller in callers}
        self.assertEqual(len(tokens), 1)
        self.assertEqual(self.refreshes(), 1)

    def test_the_group_of_the_caller_is_killed_and_the_app_lives(self):
        self.start_practice()
        caller = subprocess.Popen(["sh", "-c", f'"{self.program}" status; echo asked; sleep 60'], env=self.environment,
                                  stdout=subprocess.PIPE, start_new_session=True)
        for line in iter(caller.stdout.readline, b"asked\n"):
            self.assertNotEqual(line, b"")
        before = self.apps()
        os.killpg(caller.pid, signal.SIGKILL)
        caller.communicate()
        self.assertEqual(self.run_it("list").out, "work\n")
        self.assertEqual(self.apps(), before)

    def test_an_app_that_is_killed_under_its_callers(self):
        """Each gets its answer from the next app, which one of them starts."""
        self.start_practice()
        for _ in range(int(os.environ.get("FRAMEKEY_KILLS", "20"))):
            callers = [self.start("list") for _ in range(4)]
            time.sleep(random.uniform(0.0, 0.3))
            for pid in self.apps():
                os.kill(pid, signal.SIGKILL)
            for caller in callers:
                out, said = caller.communicate(timeout=30)
                self.assertEqual((caller.returncode, out), (0, "work\n"), said)

    def test_ctrl_c_at_anothers_sign_in_leaves_it(self):
        self.start_practice()
        first = self.start("login", "--no-browser")
        link = first.stdout.readline().strip()
        second = self.start("login", "--no-browser")
        self.assertEqual(second.stdout.readline().strip(), link)
        second.send_signal(signal.SIGINT)
        _, said = second.communicate(timeout=20)
        self.assertEqual(second.returncode, 130, said)
        self.practice("--allow", link)
        _, said = first.communicate(timeout=30)
        self.assertEqual(first.returncode, 0, said)

    def test_ctrl_c_at_a_sign_in_cancels_it(self):
        self.start_practice()
        process = self.start("login", "--no-browser")
        self.assertIn("/oauth2/auth?", process.stdout.readline())
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        shown = json.loads(self.run_it("status", "--json").out)["accounts"][0]
        self.assertEqual(shown["state"], "signed-out")


if __name__ == "__main__":
    unittest.main()
