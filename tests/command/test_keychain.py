# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""With a keychain: what was signed in to is there again when the app is started by the next script."""

import json
import os
import signal
import unittest

from harness.case import wait_for
from harness.realapp import RealAppTest


class Keychain(RealAppTest):
    def kill_app(self):
        for pid in self.apps():
            os.kill(pid, signal.SIGKILL)
        wait_for(lambda: not self.apps(), "the app's end")

    def test_a_script_starts_the_app_and_gets_a_renewed_token(self):
        base = self.start_practice()
        self.assert_fails(4, "token", says="framekey login")
        self.sign_in()
        first = self.run_it("token").out.strip()
        self.kill_app()
        done = self.run_it("token")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertNotEqual(done.out.strip(), first)
        self.assertEqual(self.me(base, done.out.strip()), 200)
        self.assertEqual(self.refreshes(), 1)

    def test_check_and_doctor_try_every_link(self):
        self.start_practice()
        self.assertEqual(self.run_it("check").returncode, 4, "nobody is signed in")
        self.sign_in()
        done = self.run_it("check", "--for", "30m", "--scopes", "asset.read", "--json")
        links = {link["name"]: link["state"] for link in json.loads(done.out)["links"]}
        self.assertEqual((done.returncode, links["renewal"], links["keychain"], links["scopes"]), (0, "good", "good", "good"),
                         done.out)
        self.assertEqual(self.run_it("check", "--scopes", "asset.create").returncode, 4)
        self.assertEqual(self.run_it("doctor").returncode, 0, self.run_it("doctor").out)
        self.practice_server.stdin.close()
        self.practice_server.wait(10)
        self.assertEqual(self.run_it("check").returncode, 6)
        self.assertEqual(self.run_it("doctor").returncode, 6)

    def test_many_at_once_with_no_app_are_one_start_and_one_renewal(self):
        self.start_practice()
        self.sign_in()
        self.kill_app()
        callers = [self.start("token") for _ in range(100)]
        told = [caller.communicate(timeout=60) for caller in callers]
        self.assertEqual(len({out for out, _ in told}), 1, told[:3])
        self.assertEqual({caller.returncode for caller in callers}, {0})
        self.assertEqual((len(self.apps()), self.refreshes()), (1, 1))

    def test_kills_lose_nothing(self):
        """A new refresh token is kept before its access token is given out."""
        base = self.start_practice()
        self.sign_in()
        for _ in range(10):
            done = self.run_it("token", "--force-refresh")
            self.kill_app()
            self.assertEqual(self.me(base, done.out.strip()), 200, done.err)

    def test_a_waiting_script_goes_on_when_somebody_has_signed_in(self):
        """With a display: the window shows what is waited for."""
        self.environment["DISPLAY"] = os.environ["DISPLAY"]
        base = self.start_practice()
        waiting = self.start("token", "--wait")
        wait_for(lambda: self.apps(), "the app")
        self.sign_in()
        out, said = waiting.communicate(timeout=30)
        self.assertEqual(waiting.returncode, 0, said)
        self.assertEqual(self.me(base, out.strip()), 200)


if __name__ == "__main__":
    unittest.main()
