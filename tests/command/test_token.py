# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`framekey token` against an app whose answers are chosen."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import threading
import time
import unittest
from datetime import datetime

from harness.case import CommandTest, wait_for
from harness.fakeapp import GOOD, TOKEN, as_line, refusal


class Printing(CommandTest):
    def test_the_token_and_a_line_feed(self):
        app = self.app()
        self.assertEqual(self.assert_prints(TOKEN + "\n", "token").err, "")
        self.assertEqual(app.asked, [{"version": 1, "order": "token", "minValid": 60}])

    def test_json(self):
        self.app()
        done = self.run_it("token", "--json")
        self.assertEqual(json.loads(done.out), {"version": 1, "account": "work", "token": TOKEN,
                                                "expiresAt": "2026-11-25T23:59:00Z", "expiresIn": 1800})
        self.assertTrue(datetime.fromisoformat(json.loads(done.out)["expiresAt"].replace("Z", "+00:00")))

    def test_shapes(self):
        self.app()
        self.assert_prints(f"Authorization: Bearer {TOKEN}\n", "token", "--header")
        self.assert_prints(f'header = "Authorization: Bearer {TOKEN}"\n', "token", "--curl")

    def test_what_is_asked_for(self):
        app = self.app()
        for arguments, asked in [
            (["work"], {"account": "work"}), (["-awork"], {"account": "work"}), (["-u", "work"], {"account": "work"}),
            (["--account=work"], {"account": "work"}), (['a "b"\\\x01é'], {"account": 'a "b"\\\x01é'}),
            (["--min-valid", "5m"], {"minValid": 300}), (["--min-valid=1h"], {"minValid": 3600}),
            (["--time", "0"], {"minValid": 0}), (["--force-refresh"], {"force": True}), (["--wait"], {"wait": True}),
            (["--name", "nightly"], {"name": "nightly"}),
        ]:
            self.assert_prints(TOKEN + "\n", "token", *arguments)
            self.assertEqual(app.asked[-1], {"version": 1, "order": "token", "minValid": 60} | asked, arguments)

    def test_the_environment_says_what_the_arguments_do_not(self):
        app = self.app()
        self.run_it("token", environment={"FRAMEKEY_ACCOUNT": "home"})
        self.run_it("token", "work", environment={"FRAMEKEY_ACCOUNT": "home"})
        self.run_it("token", "--wait", environment={"FRAMEKEY_NO_PROMPT": "1"})
        self.assertEqual([asked.get("account") for asked in app.asked], ["home", "work", None])
        self.assertNotIn("wait", app.asked[2])
        self.assertEqual([asked.get("mayAsk") for asked in app.asked], [None, None, False])

    def test_a_note_is_said_and_the_token_printed(self):
        self.app(token=GOOD | {"note": "Less than\x1b[31m a day is left."})
        done = self.assert_prints(TOKEN + "\n", "token")
        self.assertEqual(done.err, "framekey: Less than[31m a day is left.\n")

    def test_a_long_token(self):
        for length in (7000, 8192, 9000, 100_000):
            self.app(token=GOOD | {"token": "x" * length})
            self.assert_prints("x" * length + "\n", "token")
            self.doCleanups()
            self.setUp()

    def test_the_token_of_the_environment_wins(self):
        done = self.assert_prints("given\n", "token", environment={"FRAMEKEY_TOKEN": "given"})
        self.assertIn("FRAMEKEY_TOKEN", done.err)
        self.assert_fails(1, "token", environment={"FRAMEKEY_TOKEN": "a b"})
        self.assert_fails(1, "token", "--force-refresh", environment={"FRAMEKEY_TOKEN": "given"})


class Refusing(CommandTest):
    def test_each_refusal_has_its_exit_code(self):
        for word, exit_code in [("not-understood", 1), ("faulty", 1), ("no-account", 4), ("sign-in-needed", 4),
                                ("cancelled", 2), ("keychain", 5), ("try-later", 6), ("refused", 7), ("failed", 1)]:
            app = self.app(token=refusal(word, "It \x1b[2Jis so.", "framekey login work"))
            done = self.assert_fails(exit_code, "token", says="framekey: It [2Jis so.\n")
            self.assertIn("framekey: framekey login work\n", done.err)
            app.answers["token"] = refusal(word)
            self.assert_fails(exit_code, "token", "--timeout", "1")
            self.doCleanups()
            self.setUp()

    def test_an_account_that_is_named_and_not_there_is_usage(self):
        self.app(token=refusal("no-account", "There is no 'wrk'.", "There are: work, home"))
        self.assert_fails(64, "token", "wrk", says="There are: work, home")

    def test_hostile_answers_print_nothing(self):
        for answer in [b"\n", b"{}\n", b"[]\n", b"not json\n", as_line({"ok": True}), as_line(GOOD | {"token": ""}),
                       as_line(GOOD | {"token": "a b"}), as_line(GOOD | {"token": "a\nb"}), as_line(GOOD | {"token": "a\rb"}),
                       as_line(GOOD | {"token": "a\x1b[2Jb"}), as_line(GOOD | {"token": "é"}), as_line(GOOD | {"token": 5}),
                       as_line(GOOD | {"version": 2}), as_line(GOOD)[:-2] + b',"token":"other"}\n',
                       as_line(GOOD)[:-1] + b" x\n", as_line(GOOD | {"ok": "true"}), b"x" * 140_000 + b"\n",
                       as_line(GOOD | {"token": "\\ud800"}).replace(b"\\\\", b"\\"), as_line({"ok": False, "refusal": "new"})]:
            self.app(token=answer)
            self.assert_fails(1, "token")
            self.doCleanups()
            self.setUp()

    def test_usage(self):
        for arguments, says in [(["token", "--jsn"], "--json"), (["token", "--min-vaild", "5"], "--min-valid"),
                                (["token", "--min-valid", "soon"], "5m"), (["token", "--min-valid"], "value"),
                                (["token", "a", "b"], "'b'"), (["token", "a", "--account", "b"], "Two accounts"),
                                (["tokne"], "framekey token"), (["revoke"], "framekey logout"), (["--nothing"], "--help"),
                                (["token", "--min-valid", "-5"], "5m"), (["token", "-a", ""], "empty"), (["token", ""], "empty"),
                                (["token", "--account="], "empty"), (["exec", "-a", "", "--", "true"], "empty"), (["token", "--", "junk"], "'junk'"),
                                (["status", "--", "junk"], "'junk'"), (["token", "--timeout", "99999999999999999999"], "5m")]:
            self.assert_fails(64, *arguments, says=says)


class WaitingForAPerson(CommandTest):
    NEEDED = refusal("sign-in-needed", "Nobody is signed in.", "framekey login")
    SIGNED_OUT = {"ok": True, "accounts": [{"name": "work", "default": True, "state": "signed-out"}]}

    def test_it_says_once_that_it_waits_for_a_person(self):
        looked = threading.Event()
        self.app(token=lambda _: looked.wait(10) and GOOD, status=lambda _: looked.set() or self.SIGNED_OUT)
        done = self.assert_prints(TOKEN + "\n", "token", "--wait")
        self.assertEqual(done.err, "framekey: Waiting for you to sign in in Framekey's window…\n")

    def test_a_slow_renewal_waits_for_nobody(self):
        looked = threading.Event()
        state = {"ok": True, "accounts": [{"name": "work", "default": True, "state": "renewing"}]}
        self.app(token=lambda _: looked.wait(10) and GOOD, status=lambda _: looked.set() or state)
        self.assertEqual(self.assert_prints(TOKEN + "\n", "token", "--wait").err, "")

    def test_an_app_without_a_display_makes_room_for_one_with_a_window(self):
        self.put_app_program(f'#!/bin/sh\necho "$@" > "{self.folder}/started"\n')
        started = self.folder / "started"
        app = self.app(token=[self.NEEDED, GOOD], show=lambda _: {"ok": True} if started.exists() else refusal("no-window"))
        self.assert_prints(TOKEN + "\n", "token", "--wait", environment={"DISPLAY": ":7"})
        self.assertEqual(started.read_text(), "\n", "with a window")
        self.assertEqual([one for one in app.orders() if one == "token"], ["token"] * 2)

    def test_where_there_is_no_display_nobody_is_waited_for(self):
        app = self.app(token=self.NEEDED)
        self.put_app_program()
        self.assert_fails(4, "token", "--wait")
        self.assert_fails(4, "token", environment={"DISPLAY": ":7"})
        self.assertEqual(app.orders(), ["token"] * 2)
        self.assertEqual(self.starts(), [])


class Output(CommandTest):
    def test_full(self):
        self.app()
        with open("/dev/full", "w") as full:
            done = self.run_it("token", stdout=full)
        self.assertEqual(done.returncode, 1)
        self.assertIn("No space left", done.err)

    def test_closed(self):
        app = self.app()
        order = f'"{self.program}" token >&-'
        done = subprocess.run(["sh", "-c", order], env=self.environment, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        self.assertIn("closed", done.stderr)
        self.assertLessEqual(len(app.asked), 1)

    def test_all_closed(self):
        """No socket takes their numbers: the app reads a request, and nothing else."""
        app = self.app()
        order = f'"{self.program}" token <&- >&- 2>&-'
        done = subprocess.run(["sh", "-c", order], env=self.environment, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(app.orders(), ["token"])

    def test_a_reader_that_has_gone(self):
        self.app()
        reading, writing = os.pipe()
        os.close(reading)
        done = self.run_it("token", stdout=writing)
        os.close(writing)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Broken pipe", done.err)

    def test_a_full_pipe_that_does_not_block_is_waited_for(self):
        self.app(token=GOOD | {"token": "x" * 100_000})
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        process = self.start("token", stdout=writing)
        os.close(writing)
        got = b""
        while piece := os.read(reading, 4096):
            got += piece
        os.close(reading)
        process.communicate(timeout=10)
        self.assertEqual((process.returncode, len(got)), (0, 100_001))

    def test_it_is_written_at_once(self):
        self.app(token=GOOD | {"token": "x" * 4000})
        reading, writing = os.pipe2(os.O_DIRECT)  # each write is a packet, and each read gives one
        process = self.run_it("token", stdout=writing)
        self.assertEqual((process.returncode, len(os.read(reading, 65536))), (0, 4001))
        os.close(reading)
        os.close(writing)


class Waiting(CommandTest):
    def test_ctrl_c_is_130(self):
        app = self.app(token=lambda _: None)
        process = self.start("token", "--wait")
        wait_for(lambda: app.asked, "the request")
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=5)
        self.assertEqual((process.returncode, out), (130, ""))
        self.assertTrue(app.left.acquire(timeout=5), "the app sees that its caller has gone")

    def test_a_killed_caller_is_seen_by_the_app(self):
        app = self.app(token=lambda _: None)
        process = self.start("token")
        wait_for(lambda: app.asked, "the request")
        process.kill()
        process.communicate()
        self.assertTrue(app.left.acquire(timeout=5))

    def test_an_app_whose_queue_is_full_takes_no_longer_than_asked(self):
        self.socket.parent.mkdir(mode=0o700)
        with contextlib.ExitStack() as held, socket.socket(socket.AF_UNIX) as full:
            full.bind(str(self.socket))
            full.listen(0)
            with contextlib.suppress(BlockingIOError):
                while True:
                    one = held.enter_context(socket.socket(socket.AF_UNIX))
                    one.setblocking(False)
                    one.connect(str(self.socket))
            began = time.monotonic()
            self.assert_fails(6, "token", "--timeout", "1")
            self.assertLess(time.monotonic() - began, 3)

    def test_the_timeout(self):
        self.app(token=lambda _: None)
        began = time.monotonic()
        self.assert_fails(6, "token", "--timeout", "1", says="in time")
        self.assertLess(time.monotonic() - began, 3)

    def test_an_app_that_has_no_room_is_asked_again(self):
        app = self.app(token=[refusal("try-later"), refusal("try-later"), GOOD])
        self.assert_prints(TOKEN + "\n", "token")
        self.assertEqual(len(app.asked), 3)

    def test_an_app_that_goes_away_in_the_middle_of_an_answer(self):
        app = self.app(token=as_line(GOOD)[:40])
        self.assert_fails(6, "token", "--timeout", "1")
        self.assertGreater(len(app.asked), 1)

    def test_an_app_that_goes_away_is_asked_again(self):
        app = self.app(token=[b"", b"", GOOD])
        self.assert_prints(TOKEN + "\n", "token")
        self.assertEqual(len(app.asked), 3)


if __name__ == "__main__":
    unittest.main()
