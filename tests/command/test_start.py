# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where no app runs, one is started, whoever asks and however many."""

import json
import os
import signal
import socket
import subprocess
import time
import unittest
from pathlib import Path

from harness.case import CommandTest, wait_for
from harness.fakeapp import TOKEN

PROXY = "http://user:password@proxy.example:3128"


class Starting(CommandTest):
    def setUp(self):
        super().setUp()
        self.put_app_program()

    def note(self) -> dict:
        self.assertEqual(len(self.starts()), 1)
        return json.loads(self.starts()[0].read_text())

    def assert_started_well(self, note: dict):
        self.assertEqual(note["arguments"], ["--background"])
        opened = {number: to for number, to in note["descriptors"].items() if not to.startswith("/proc/")}
        self.assertEqual(opened, {number: "/dev/null" for number in "012"})
        self.assertNotIn(note["session"], {os.getsid(0)})
        self.assertNotEqual(note["group"], os.getpgid(0))
        self.assertEqual((note["folder"], note["blocked"]), ("/", []))
        self.assertLessEqual(set(note["ignored"]), {int(signal.SIGPIPE), int(signal.SIGXFSZ)})  # Python's own

    def test_one_start_and_a_token(self):
        self.assert_prints(TOKEN + "\n", "token")
        self.assert_prints(TOKEN + "\n", "token")
        self.assert_started_well(self.note())

    def test_what_the_app_gets_of_the_environment(self):
        given = {"FRAMEKEY_TOKEN": "", "FRAMEIO_TOKEN": "secret", "SCRIPTS_OWN": "x", "https_proxy": PROXY, "LC_TIME": "C",
                 "DISPLAY": ":7", "WAYLAND_SOCKET": "3", "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": "/c"}
        self.assert_prints(TOKEN + "\n", "token", environment=given)
        got = self.note()["environment"]
        for name in ("https_proxy", "LC_TIME", "DISPLAY", "QT_QPA_PLATFORM", "XDG_CONFIG_HOME"):
            self.assertEqual(got[name], given[name])
        self.assertEqual(got.keys() & {"FRAMEKEY_TOKEN", "FRAMEIO_TOKEN", "SCRIPTS_OWN", "WAYLAND_SOCKET"}, set())

    def test_two_hundred_at_once_start_one(self):
        callers = [self.start("token") for _ in range(200)]
        printed = [caller.communicate(timeout=60) for caller in callers]
        self.assertEqual({out for out, _ in printed}, {TOKEN + "\n"}, {err for _, err in printed})
        self.assertEqual(len(self.starts()), 1)

    def test_an_open_descriptor_of_the_callers_is_not_kept(self):
        reading, writing = os.pipe()
        self.assert_prints(TOKEN + "\n", "token", pass_fds=[writing])
        os.close(writing)
        self.assertEqual(os.read(reading, 1), b"", "the pipe's end is seen")
        os.close(reading)
        self.assert_started_well(self.note())

    def test_command_substitution_does_not_hang(self):
        order = f'printf "<%s>" "$("{self.program}" token)"'
        done = subprocess.run(["sh", "-c", order], env=self.environment, capture_output=True, text=True, timeout=20,
                              check=False)
        self.assertEqual(done.stdout, f"<{TOKEN}>", done.stderr)

    def test_the_callers_group_dies_and_the_app_does_not(self):
        caller = subprocess.Popen(["sh", "-c", f'"{self.program}" token; sleep 60'], env=self.environment,
                                  stdout=subprocess.PIPE, start_new_session=True)
        self.assertEqual(caller.stdout.readline().decode(), TOKEN + "\n")
        os.killpg(caller.pid, signal.SIGKILL)
        caller.communicate()
        self.assert_prints(TOKEN + "\n", "token")
        self.assertEqual(len(self.starts()), 1)

    def test_the_mask_of_the_caller_stays_with_it(self):
        order = f'umask 000; exec "{self.program}" token'
        subprocess.run(["sh", "-c", order], env=self.environment, capture_output=True, check=True, timeout=20)
        self.assertEqual(self.note()["mask"], 0o077)

    def test_signals_of_the_caller_stay_with_it(self):
        order = f"trap '' TERM HUP QUIT; exec \"{self.program}\" token"
        subprocess.run(["sh", "-c", order], env=self.environment, capture_output=True, check=True, timeout=20)
        self.assert_started_well(self.note())

    def test_the_starter_is_killed_and_the_next_one_starts(self):
        slow = self.put_app_program(f'#!/bin/sh\necho $$ >> "{self.folder}/tries"\nsleep 1\n')
        first = self.start("token")
        wait_for(lambda: (self.folder / "tries").exists(), "the first try")
        self.put_app_program()
        second = self.start("token")
        first.kill()
        first.communicate()
        self.assertEqual(second.communicate(timeout=20)[0], TOKEN + "\n")
        self.assertTrue(slow.exists())

    def test_no_start(self):
        began = time.monotonic()
        self.assert_fails(3, "token", "--no-start")
        self.assertLess(time.monotonic() - began, 0.5)
        self.assertEqual(self.starts(), [])

    def test_a_socket_left_over(self):
        self.socket.parent.mkdir(mode=0o700)
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(self.socket))
        self.put_app_program(f'#!/bin/sh\nrm -f "{self.socket}"\nexec /usr/bin/python3 -B '
                             f'"{Path(__file__).parent}/appprogram.py" "{self.folder}" "$@"\n')
        self.assert_prints(TOKEN + "\n", "token")

    def test_the_app_is_found_on_the_path(self):
        elsewhere = self.folder / "elsewhere"
        elsewhere.mkdir()
        (self.programs / "framekey-app").rename(elsewhere / "framekey-app")
        self.assert_fails(3, "token", says="framekey-app")
        self.assert_prints(TOKEN + "\n", "token", environment={"PATH": f"{elsewhere}:/usr/bin:/bin"})


class StartingInVain(CommandTest):
    def test_one_that_ends_at_once(self):
        self.put_app_program("#!/bin/sh\nexit 1\n")
        began = time.monotonic()
        self.assert_fails(3, "token", says="--background")
        self.assertLess(time.monotonic() - began, 6)

    def test_one_that_never_answers_takes_no_longer_than_asked(self):
        self.put_app_program(f'#!/bin/sh\nmkdir -p "{self.folder}/starts"; touch "{self.folder}/starts/$$"\nexec sleep 60\n')
        for verb in ("token", "list"):
            began = time.monotonic()
            self.assert_fails(6, verb, "--timeout", "1", says="in time")
            self.assertLess(time.monotonic() - began, 3)

    def test_one_that_cannot_be_run(self):
        self.put_app_program("#!/nowhere/sh\n")
        self.assert_fails(3, "token", says="No such file")


if __name__ == "__main__":
    unittest.main()
