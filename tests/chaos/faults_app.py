# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The app's faults: ended at any moment, held for a moment as by a suspend, its window opened and closed."""

import os
import signal

from harness import display
from harness.window import wait_for

from fault import Fault

_NOBODY = {"starting", "signed-out", "signing-in", "sign-in-needed"}


class AppKilled(Fault):
    """A caller's command starts the next one, in the background."""

    part = "app"
    weight = 6
    lasts = (0.1, 0.5)
    ends_app = True
    number = signal.SIGKILL

    def begin(self):
        process = self.world.app_process()
        if process:
            self.world.journal.note("app killed")
            _send(process, self.number)
            self.world.journal.note("app killed")
            wait_for(lambda: self.world.app_process() != process, "it to be gone", pause=0.01)


class AppTerminated(AppKilled):
    """It finishes what it has begun, which a server that hangs can keep it from for 30 seconds."""

    weight = 3
    number = signal.SIGTERM

    def begin(self):
        process = self.world.app_process()
        if process:
            _send(process, self.number)


class AppHeld(Fault):
    part = "app"
    lasts = (0.3, 4.0)

    def begin(self):
        self.process = self.world.app_process()
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
        process = self.world.app_process()
        windows = display.visible_windows(process) if process else []
        # Closed where nobody is signed in, it ends when what it writes is written.
        if windows and self.world.account().get("state") in _NOBODY:
            self.world.journal.note("app ended")
        for window in windows:
            display.close(window)


def _send(process: int, number: int):
    try:
        if process:
            os.kill(process, number)
    except ProcessLookupError:
        pass  # it was just ending


FAULTS = [AppKilled, AppTerminated, AppHeld, AppOpened]
