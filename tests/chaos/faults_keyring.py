# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyring's faults: it hangs, it is gone, it is locked."""

from harness import keyring

from fault import Fault


class _KeyringOut(Fault):
    part = "keyring"
    weight = 3

    def begin(self):
        self.out = self.world.journal.begin("keyring out")
        self.break_it()

    def end(self):
        self.mend_it()
        self.world.journal.end(self.out)


class KeyringStopped(_KeyringOut):
    lasts = (0.5, 12.0)

    def break_it(self):
        self.world.keyring.stop()

    def mend_it(self):
        self.world.keyring.go_on()


class KeyringKilled(_KeyringOut):
    lasts = (0.2, 4.0)

    def break_it(self):
        self.world.keyring.kill()

    def mend_it(self):
        self.world.keyring.start()


class KeyringLocked(_KeyringOut):
    lasts = (0.5, 6.0)

    def break_it(self):
        keyring.lock()

    def mend_it(self):
        keyring.unlock()


FAULTS = [KeyringStopped, KeyringKilled, KeyringLocked]
