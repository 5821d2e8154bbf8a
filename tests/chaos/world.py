# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one world of a run: a person's home, the app and the command in it, the keyring and the server."""

import json
import os
import shutil
import socket
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from harness.application import Home
from harness.practicelife import SCOPES
from harness.processes import holder_of

from enduringserver import EnduringServer
from journal import ENDING, Journal
from keyringdaemon import KeyringDaemon
from patience import waited_for
from person import Person

_NOTING = Path(__file__).resolve().parent.parent / "e2e" / "browser" / "noting"
_TO_START = 10.0
_LONGEST = 120.0  # seconds a command may take: its own limit is 75
# Whoever starts the app starts this: what it prints is kept, and its wall clock can be set.
_APP = """#!/bin/sh
exec >>"{output}" 2>&1
date +%s.%N >>"{starts}"
export FRAMEKEY_E2E_BROWSER='{browser}'
{clock}exec "{app}" "$@"
"""
_CLOCK = """export LD_PRELOAD='{library}' FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_CACHE_DURATION=1 \\
    FAKETIME_TIMESTAMP_FILE="{file}"
"""


def _fake_time() -> str:
    """The library that `faketime` has programs load; empty where it is not installed."""
    if not shutil.which("faketime"):
        return ""
    shown = subprocess.run(["faketime", "-m", "-f", "+0", "env"], capture_output=True, text=True, check=True).stdout
    return next(line.removeprefix("LD_PRELOAD=") for line in shown.splitlines() if line.startswith("LD_PRELOAD="))


class World:
    def __init__(self):
        self.folder = Path(os.environ["FRAMEKEY_CHAOS_FOLDER"])
        self.session = Path(os.environ["FRAMEKEY_E2E_FOLDER"])
        self.has_own_world = "FRAMEKEY_CHAOS_OWN_WORLD" in os.environ
        self._fake_time = _fake_time()
        self.has_clock = bool(self._fake_time)
        self.journal = Journal()
        self.lock = threading.Lock()
        self.home = Home(self.session / "person")
        self.environment = self.home.environment | {"PATH": f"{_NOTING}:{os.environ['PATH']}"}
        del self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]  # nobody here reads the window
        self.keyring = KeyringDaemon()
        self.server = EnduringServer(self.folder / "server", self.folder / "issued")
        self.output = self.folder / "app.log"
        self._starts = self.folder / "starts"
        self._clock = self.folder / "clock"
        self._make_programs()
        self.person = Person(self)

    def _make_programs(self):
        programs = self.folder / "bin"
        programs.mkdir()
        self._command = shutil.copy(os.environ["FRAMEKEY_COMMAND"], programs)
        self.set_clock("+0")
        clock = _CLOCK.format(library=self._fake_time, file=self._clock) if self.has_clock else ""
        self._app = programs / "framekey-app"
        self._app.write_text(_APP.format(output=self.output, starts=self._starts, browser=self.home.browser.folder,
                                         app=os.environ["FRAMEKEY_APP"], clock=clock))
        self._app.chmod(0o755)

    def write_account(self):
        self.home.write_account(provider="practice", clientId="practice", clientAuthentication="none", scopes=SCOPES,
                                endpoints=self.server.endpoints())

    def set_clock(self, offset: str):
        draft = self._clock.with_suffix(".new")
        draft.write_text(offset + "\n")
        draft.rename(self._clock)

    def starts(self) -> list[float]:
        """Of the app, by the journal's clock; those too that left it to the one that ran."""
        return [float(line) + self.journal.wall_to_monotonic for line in self._starts.read_text().split()]

    def app_that_runs(self) -> int:
        """The callers start the next one; 0: not within a while."""
        return waited_for(self.app_process, _TO_START)

    def expect_end(self, process: int, unless: Callable[[], bool] = lambda: False,
                   allowed: Callable[[], bool] = lambda: True):
        """An end of the app that is our doing, if it comes: not awaited when `unless` is so, and none where it is not
        `allowed` when it has come."""
        key = self.journal.begin("app ended", process)
        threading.Thread(target=self._await_end, args=(key, process, unless, allowed), daemon=True).start()

    def _await_end(self, key: int, process: int, unless: Callable[[], bool], allowed: Callable[[], bool]):
        waited_for(lambda: self.app_process() != process or unless(), ENDING)
        if self.app_process() != process and allowed():
            self.journal.end(key)
        else:
            self.journal.drop(key)

    def open_window(self):
        subprocess.Popen([self._app], env=self.environment, stdin=subprocess.DEVNULL, start_new_session=True)

    def order(self, *words: str) -> list[str]:
        return [self._command, *words]

    def call(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run(self.order(*words), env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=_LONGEST, check=False)

    def socket_path(self) -> str:
        return str(self._runtime() / "agent")

    def app_process(self) -> int:
        return holder_of(self._runtime() / "lock", on_tmpfs=self.has_own_world)

    def _runtime(self) -> Path:
        return Path(self.environment["XDG_RUNTIME_DIR"]) / "framekey"

    def account(self) -> dict:
        """Its status; empty where no app tells it."""
        try:
            with socket.socket(socket.AF_UNIX) as asked:
                asked.settimeout(5)
                asked.connect(self.socket_path())
                asked.sendall(b'{"version":1,"order":"status"}\n')
                told = json.loads(asked.makefile().readline())
        except (OSError, ValueError):
            return {}
        return next(iter(told.get("accounts", [])), {})

    def api_status(self, token: str) -> int:
        """What the API says to it; 0: nothing."""
        asked = urllib.request.Request(f"{self.server.base}/v2/me", headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(asked, timeout=5) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        except (OSError, ValueError):
            return 0
