# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`framekey login` while an app has a sign-in under way: what it says, takes, cancels and ends with."""

import json
import os
import pty
import signal
import threading
import unittest

from harness.case import CommandTest, wait_for
from harness.fakeapp import refusal

LINK = "https://applications.frame.io/oauth2/auth?state=s"
BEGUN = {"ok": True, "pending": True, "link": LINK, "until": "2026-11-25T23:59:00Z", "pasteOnly": False}
ENDED = {"ok": True, "account": "work", "person": {"name": "Ana Lima", "email": "ana@northlight.example"},
         "grantedScopes": ["offline"]}


class Login(CommandTest):
    def test_what_is_asked_for(self):
        app = self.app(sign_in=BEGUN, **{"await": ENDED})
        done = self.assert_prints("", "login", "work", "-s", "offline,asset.read", "--scopes", "asset.create", "--again")
        self.assertEqual(app.asked, [
            {"version": 1, "order": "sign-in", "account": "work", "scopes": ["offline", "asset.read", "asset.create"], "again": True,
             "browser": True},
            {"version": 1, "order": "await", "account": "work"}])
        self.assertIn(LINK, done.err)
        self.assertIn("Signed in as Ana Lima.", done.err)

    def test_no_browser_prints_the_link_alone(self):
        for flag in ("--no-browser", "--no-launch-browser", "--skip-open-browser"):
            app = self.app(sign_in=BEGUN, **{"await": ENDED})
            self.assert_prints(LINK + "\n", "login", flag)
            self.assertEqual(app.asked[0]["browser"], False)
            self.doCleanups()
            self.setUp()

    def test_json(self):
        self.app(sign_in=BEGUN, **{"await": ENDED})
        self.assertEqual(json.loads(self.run_it("login", "--json").out)["grantedScopes"], ["offline"])

    def test_somebody_is_signed_in(self):
        app = self.app(sign_in={"ok": True, "pending": False})
        done = self.assert_prints("", "login")
        self.assertIn("--again", done.err)
        self.assertEqual(app.orders(), ["sign-in"])

    def test_members_of_a_wrong_type_are_not_there(self):
        self.app(sign_in=BEGUN | {"pasteOnly": "yes", "joined": 5}, **{"await": ENDED | {"person": 5}})
        self.assert_prints("", "login")

    def test_denied(self):
        self.app(sign_in=BEGUN, **{"await": refusal("cancelled", "Access was denied.")})
        self.assert_fails(2, "login", says="Access was denied.")

    def test_ctrl_c_cancels(self):
        app = self.app(sign_in=BEGUN, cancel={"ok": True}, **{"await": lambda _: None})
        process = self.start("login")
        wait_for(lambda: "await" in app.orders(), "the wait")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=5)
        self.assertEqual(process.returncode, 130, said)
        self.assertEqual(app.orders(), ["sign-in", "await", "cancel"])
        self.assertTrue(app.left.acquire(timeout=5))

    def test_anothers_sign_in_is_not_cancelled(self):
        app = self.app(sign_in=BEGUN | {"joined": True}, **{"await": lambda _: None})
        process = self.start("login")
        wait_for(lambda: "await" in app.orders(), "the wait")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=5)
        self.assertEqual(process.returncode, 130, said)
        self.assertIn("goes on", said)
        self.assert_fails(6, "login", "--timeout", "1", says="goes on")
        self.assertEqual(app.orders(), ["sign-in", "await"] * 2)

    def test_where_nobody_may_be_asked(self):
        app = self.app(sign_in=BEGUN)
        self.assert_fails(4, "login", environment={"FRAMEKEY_NO_PROMPT": "1"}, says="FRAMEKEY_NO_PROMPT")
        self.assertEqual(app.asked, [])

    def test_the_timeout_cancels(self):
        app = self.app(sign_in=BEGUN, cancel={"ok": True}, **{"await": lambda _: None})
        self.assert_fails(6, "login", "--timeout", "1")
        self.assertEqual(app.orders()[-1], "cancel")

    def test_the_app_goes_away(self):
        self.app(sign_in=BEGUN, **{"await": b""})
        self.assert_fails(6, "login", says="went away")


class OnATerminal(CommandTest):
    def setUp(self):
        super().setUp()
        self.master, self.slave = pty.openpty()
        self.addCleanup(os.close, self.master)
        self.ended = threading.Event()

    def begin(self, **answers):
        app = self.app(sign_in=BEGUN | {"pasteOnly": True}, **({"await": lambda _: self.ended.wait(10) and ENDED} | answers))
        process = self.start("login", "--no-browser", stdin=self.slave)
        os.close(self.slave)
        wait_for(lambda: "await" in app.orders(), "the wait")
        return app, process

    def end_when_pasted(self, request: dict) -> dict:
        if "good" not in request["text"]:
            return refusal("faulty", "That address is of another sign-in.")
        self.ended.set()
        return {"ok": True}

    def test_a_pasted_address_is_taken_and_a_wrong_one_is_said(self):
        app, process = self.begin(paste=self.end_when_pasted)
        os.write(self.master, b"http://127.0.0.1/callback?code=wrong\n")
        wait_for(lambda: app.orders().count("paste") == 1, "the first paste")
        os.write(self.master, b"\n http://127.0.0.1/callback?code=good \n")
        out, said = process.communicate(timeout=10)
        self.assertEqual((process.returncode, out), (0, LINK + "\n"), said)
        self.assertIn("paste the address it shows here", said)
        self.assertIn("of another sign-in", said)
        self.assertEqual(app.asked[-1]["text"], "http://127.0.0.1/callback?code=good")

    def test_the_browser_comes_back_by_itself(self):
        _, process = self.begin()
        self.ended.set()
        process.communicate(timeout=10)
        self.assertEqual(process.returncode, 0)

    def test_the_terminal_s_end_is_no_end(self):
        _, process = self.begin()
        os.write(self.master, b"\x04")
        self.assertIsNone(process.poll())
        self.ended.set()
        process.communicate(timeout=10)
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
