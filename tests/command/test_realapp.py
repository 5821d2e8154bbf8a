# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command and the app as they are installed: started, signed in, asked by many, killed."""

import json
import os
import random
import signal
import subprocess
import threading
import unittest
import urllib.request

from harness.case import wait_for
from harness.realapp import SCOPES, RealAppTest


class RealApp(RealAppTest):
    def me(self, base: str, token: str) -> int:
        request = urllib.request.Request(f"{base}/v2/me", headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def test_two_hundred_at_once_start_one_app(self):
        self.start_practice()
        callers = [self.start("status", "--json") for _ in range(200)]
        said = [(caller.communicate(timeout=120), caller.returncode) for caller in callers]
        self.assertEqual({code for _, code in said}, {4}, said[:3])
        self.assertEqual(len(self.apps()), 1)

    def test_from_nothing_to_a_token_and_out_again(self):
        base = self.start_practice()
        self.assert_fails(4, "token", says="framekey login")
        self.sign_in()
        token = self.run_it("token").out.strip()
        self.assertEqual(self.me(base, token), 200)
        shown = json.loads(self.run_it("status", "--json").out)["accounts"][0]
        self.assertEqual((shown["state"], shown["grantedScopes"], shown["storage"]), ("signed-in", SCOPES, "memory"))
        self.assertEqual(self.run_it("token", "--json").returncode, 0)
        self.assert_prints("", "logout")
        self.assertEqual(self.me(base, token), 401)
        self.assert_fails(4, "token")

    def test_fifty_during_one_renewal(self):
        self.start_practice("--fault", "delay:1000,grant=refresh_token")
        self.sign_in()
        callers = [self.start("token", "--force-refresh") for _ in range(50)]
        tokens = {caller.communicate(timeout=60)[0] for caller in callers}
        self.assertEqual(len(tokens), 1)
        self.assertEqual(self.refreshes(), 1)

    def test_every_token_is_accepted_when_it_is_printed(self):
        base = self.start_practice("--access-token-lifetime", "61")
        self.sign_in()
        for _ in range(40):
            done = self.run_it("token", "--min-valid", "1")
            self.assertEqual(self.me(base, done.out.strip()), 200, done.err)

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
        self.start_practice()
        ended = threading.Event()

        def kill_now_and_then():
            while not ended.wait(random.uniform(0.05, 0.3)):
                for pid in self.apps():
                    os.kill(pid, signal.SIGKILL)

        killer = threading.Thread(target=kill_now_and_then)
        killer.start()
        try:
            codes = {self.run_it("list").returncode for _ in range(60)}
        finally:
            ended.set()
            killer.join()
        self.assertLessEqual(codes, {0, 6}, "an answer, or a plain word that there is none")
        self.assertEqual(self.run_it("list").out, "work\n")

    def test_ctrl_c_at_a_sign_in_cancels_it(self):
        self.start_practice()
        process = self.start("login", "--no-browser")
        self.assertIn("/oauth2/auth?", process.stdout.readline())
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        shown = json.loads(self.run_it("status", "--json").out)["accounts"][0]
        self.assertEqual(shown["state"], "signed-out")

    def test_a_waiting_script_goes_on_when_somebody_has_signed_in(self):
        base = self.start_practice()
        waiting = self.start("token", "--wait")
        wait_for(lambda: self.apps(), "the app")
        self.sign_in()
        out, said = waiting.communicate(timeout=30)
        self.assertEqual(waiting.returncode, 0, said)
        self.assertEqual(self.me(base, out.strip()), 200)


if __name__ == "__main__":
    unittest.main()
