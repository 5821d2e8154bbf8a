# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine's faults: no room on the disk, no network, a wall clock that jumps."""

import os
import subprocess

from fault import Fault

_DAY = 86400


class DiskFull(Fault):
    """Home, keyring file and runtime folder; the server and this test have a disk of their own."""

    part = "keyring"  # it cannot write either
    lasts = (1.0, 5.0)

    @classmethod
    def is_possible(cls, world) -> bool:
        return world.has_own_world

    def begin(self):
        self.out = self.world.journal.begin("keyring out")
        self.filler = self.world.session / "filler"
        with open(self.filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(65536))
            except OSError:
                pass

    def end(self):
        os.unlink(self.filler)
        self.world.journal.end(self.out)


class NetworkGone(Fault):
    part = "server"
    lasts = (0.5, 4.0)

    @classmethod
    def is_possible(cls, world) -> bool:
        return world.has_own_world

    def begin(self):
        self.out = self.world.journal.begin("server out")
        self._link("down")

    def end(self):
        self._link("up")
        self.world.journal.end(self.out)

    @staticmethod
    def _link(state: str):
        subprocess.run(["ip", "link", "set", "lo", state], check=True)


class ClockJumped(Fault):
    """The app's wall clock alone: servers and this test go on living today."""

    part = "clock"
    lasts = (2.0, 8.0)
    arguments = (f"+{_DAY}", f"-{_DAY}", "+45", "-45")

    @classmethod
    def is_possible(cls, world) -> bool:
        return world.has_clock

    def begin(self):
        self.world.set_clock(self.argument)

    def end(self):
        self.world.set_clock("+0")


FAULTS = [DiskFull, NetworkGone, ClockJumped]
