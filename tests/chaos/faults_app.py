# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The app's faults: ended at any moment, held for a moment as by a suspend, its window opened and closed."""

import os
import signal
import time

from harness import display
from harness.window import wait_for

from fault import Fault
from patience import waited_for

_TO_OPEN = 5.0  # seconds, beyond what the fault lasts
_TO_CLOSE = 2.0
_NOBODY = {"starting", "signed-out", "signing-in", "sign-in-needed"}


class AppKilled(Fault):
    """A caller's command starts the next one, in the background."""

    part = "app"
    weight = 6
    lasts = (0.1, 0.5)
    ends_app = True

    def begin(self):
        process = self.world.app_that_runs()
        self.took_hold = bool(process)
        if process:
            kill_app(self.world, process)


class AppTerminated(AppKilled):
    """It finishes what it has begun, which a server that hangs can keep it from for 30 seconds."""

    weight = 3

    def begin(self):
        process = self.world.app_that_runs()
        self.took_hold = bool(process)
        if process:
            self.world.expect_end(process)
            _send(process, signal.SIGTERM)


class AppHeld(Fault):
    part = "app"
    lasts = (0.3, 4.0)

    def begin(self):
        self.process = self.world.app_that_runs()
        self.took_hold = bool(self.process)
        self.held = self.world.journal.begin("app held")
        _send(self.process, signal.SIGSTOP)

    def end(self):
        _send(self.process, signal.SIGCONT)
        self.world.journal.end(self.held)


class AppOpened(Fault):
    """By the person, from the desktop: the one that runs in the background shows its window."""

    part = "app"
    weight = 3
    lasts = (2.0, 5.0)
    changes_app = True  # fonts and pictures stay in memory

    def begin(self):
        self.world.journal.note("window opened")
        self.world.open_window()

    def end(self):
        process = self.world.app_that_runs()
        windows = waited_for(lambda: display.visible_windows(process), _TO_OPEN) if process else []
        self.took_hold = bool(windows)
        if windows:
            self._expect_end(process)
        for window in windows:
            display.close(window)

    def _expect_end(self, process: int):
        """Closed where nobody is signed in, it ends when what it writes is written; and the person may just be signing
        out."""
        was_signed_in, closed = self._is_signed_in(), time.monotonic()

        def signed_out_meanwhile() -> bool:
            return self.world.journal.was("signing out", closed, time.monotonic())

        self.world.expect_end(
            process, unless=lambda: self._is_signed_in() and time.monotonic() > closed + _TO_CLOSE,
            allowed=lambda: not was_signed_in or signed_out_meanwhile())

    def _is_signed_in(self) -> bool:
        return self.world.account().get("state", "starting") not in _NOBODY


def kill_app(world, process: int):
    """A life that ends with that, and is over when this returns."""
    world.expect_end(process)
    world.journal.note("app killed")
    _send(process, signal.SIGKILL)
    world.journal.note("app killed")
    wait_for(lambda: world.app_process() != process, "it to be gone", pause=0.01)


def _send(process: int, number: int):
    try:
        if process:
            os.kill(process, number)
    except ProcessLookupError:
        pass  # it was just ending


FAULTS = [AppKilled, AppTerminated, AppHeld, AppOpened]
