# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers that go away in the middle."""

import subprocess

from fault import Fault

_MANY = 6


class CallersKilled(Fault):
    part = "callers"
    lasts = (0.0, 0.3)

    def begin(self):
        self.callers = [subprocess.Popen(self.world.order("token", "--force-refresh"), env=self.world.environment,
                                         stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                        for _ in range(_MANY)]

    def end(self):
        for caller in self.callers:
            caller.kill()
            caller.wait()


FAULTS = [CallersKilled]
