# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where systemd keeps the user's services, the app is one of them; where it does not do it, the app is started all the
same. `systemd-run` is a stand-in here, first on PATH."""

import json
import os
import socket
import time
import unittest

from harness.case import CommandTest, wait_for
from harness.fakeapp import TOKEN

PASSWORD = "http://user:password@proxy.example:3128"


class Systemd(CommandTest):
    def setUp(self):
        super().setUp()
        self.app_program = self.put_app_program()
        (self.runtime / "systemd").mkdir()
        self.manager = socket.socket(socket.AF_UNIX)
        self.manager.bind(str(self.runtime / "systemd" / "private"))
        self.addCleanup(self.manager.close)
        self.noted = self.folder / "systemd-run.noted"
        self.environment["PATH"] = f"{self.folder / 'path'}:/usr/bin:/bin"
        self.environment["https_proxy"] = PASSWORD

    def put_systemd_run(self, then: str):
        place = self.folder / "path"
        place.mkdir()
        file = place / "systemd-run"
        file.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{self.noted}"\nprintenv https_proxy > "{self.noted}.proxy"\n{then}\n')
        file.chmod(0o755)

    def test_success(self):
        self.put_systemd_run('while [ "$1" != -- ]; do shift; done; shift; setsid "$@" & exit 0')
        self.assert_prints(TOKEN + "\n", "token")
        words = self.noted.read_text().splitlines()
        self.assertEqual(words[:3], ["--user", "--collect", "--quiet"])
        self.assertTrue(words[3].startswith("--unit=framekey-app-"))
        self.assertEqual(words[-3:], ["--", str(self.app_program), "--background"])
        self.assertIn("--setenv=https_proxy", words)
        self.assertNotIn("password", self.noted.read_text(), "arguments can be read by others")
        self.assertEqual((self.noted.with_name(self.noted.name + ".proxy")).read_text(), PASSWORD + "\n")
        self.assertEqual(len(self.starts()), 1)

    def test_failure(self):
        self.put_systemd_run("exit 1")
        self.assert_prints(TOKEN + "\n", "token")
        self.assertEqual(len(self.starts()), 1)

    def test_it_hangs(self):
        self.put_systemd_run("exec sleep 60")
        began = time.monotonic()
        self.assert_prints(TOKEN + "\n", "token")
        self.assertLess(time.monotonic() - began, 6)
        self.assertEqual(len(self.starts()), 1)

    def test_nothing_of_the_caller_reaches_it(self):
        self.put_systemd_run(f'ls /proc/$$/fd > "{self.noted}.fds"; exit 1')
        reading, writing = os.pipe()
        self.assert_prints(TOKEN + "\n", "token", pass_fds=[writing])
        self.assertNotIn(str(writing), self.noted.with_name(self.noted.name + ".fds").read_text().split())
        os.close(reading)
        os.close(writing)

    def test_where_no_manager_runs_it_is_not_asked(self):
        (self.runtime / "systemd" / "private").unlink()
        self.put_systemd_run("exit 1")
        self.assert_prints(TOKEN + "\n", "token")
        self.assertFalse(self.noted.exists())

    def test_fifty_at_once_ask_it_once(self):
        self.put_systemd_run('while [ "$1" != -- ]; do shift; done; shift; setsid "$@" & exit 0')
        callers = [self.start("token") for _ in range(50)]
        self.assertEqual({caller.communicate(timeout=60)[0] for caller in callers}, {TOKEN + "\n"})
        self.assertEqual(self.noted.read_text().count("--user"), 1)
        note = json.loads(wait_for(self.starts, "the start")[0].read_text())
        self.assertEqual(note["arguments"], ["--background"])


if __name__ == "__main__":
    unittest.main()
