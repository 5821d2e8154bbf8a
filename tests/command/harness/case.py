# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's folders with the real `framekey` in them, run as a script runs it."""

import os
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from .fakeapp import FakeApp

PROGRAM = Path(os.environ["FRAMEKEY"])
SECONDS = 30
_HERE = Path(__file__).resolve().parent.parent


class CommandTest(unittest.TestCase):
    def setUp(self):
        # Short: a socket's path holds 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="fkc", dir=os.environ.get("FRAMEKEY_SHORT_TMP", "/tmp")))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.runtime = self.folder / "run"
        self.runtime.mkdir(mode=0o700)
        self.programs = self.folder / "bin"
        self.programs.mkdir()
        self.program = self.programs / "framekey"
        shutil.copy2(PROGRAM, self.program)
        (self.folder / "home").mkdir()
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder / "home"),
                            "XDG_RUNTIME_DIR": str(self.runtime), "LANG": "C.UTF-8"}
        self.socket = self.runtime / "framekey" / "agent"

    def app(self, path: Path | None = None, **answers) -> FakeApp:
        """A fake app that listens until the test ends."""
        return self.enterContext(FakeApp(path or self.socket, **answers))

    def start(self, *arguments: str, environment: dict | None = None, **how) -> subprocess.Popen:
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
        return subprocess.Popen([str(self.program), *arguments], env=self.environment | (environment or {}), text=True,
                                **pipes)

    def run_it(self, *arguments: str, seconds: float = SECONDS, given: str | None = None, **how):
        if given is not None:
            how["stdin"] = subprocess.PIPE
        process = self.start(*arguments, **how)
        try:
            process.out, process.err = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            self.fail(f"framekey {arguments} does not end: {process.communicate()}")
        return process

    def assert_fails(self, exit_code: int, *arguments: str, says: str = "", **how):
        """It ends with this, says so, and gives nothing out."""
        done = self.run_it(*arguments, **how)
        self.assertEqual((done.returncode, done.out), (exit_code, ""), done.err)
        self.assertTrue(done.err.startswith("framekey: "), done.err)
        self.assertIn(says, done.err)
        return done

    def assert_prints(self, printed: str, *arguments: str, **how):
        done = self.run_it(*arguments, **how)
        self.assertEqual((done.returncode, done.out), (0, printed), done.err)
        return done

    def put_app_program(self, text: str | None = None) -> Path:
        """A `framekey-app` beside `framekey`: a fake that serves, or this script."""
        file = self.programs / "framekey-app"
        file.write_text(text or f'#!/bin/sh\nexec /usr/bin/python3 -B "{_HERE}/appprogram.py" "{self.folder}" "$@"\n')
        file.chmod(0o755)
        self.addCleanup(self.end_apps)
        return file

    def starts(self) -> list[Path]:
        """A note for each start of the fake program."""
        return sorted((self.folder / "starts").glob("*")) if (self.folder / "starts").exists() else []

    def end_apps(self):
        for note in self.starts():
            try:
                os.kill(int(note.name), 9)
            except ProcessLookupError:
                pass


def wait_for(condition, what: str, seconds: float = 10.0):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(0.01)
    return found
