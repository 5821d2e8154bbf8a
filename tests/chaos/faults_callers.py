# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers that go away in the middle."""

import subprocess
import time

from fault import Fault

_MANY = 12
_LONGEST = 0.03  # seconds; one that finds a token is done in 5 to 20 ms


class CallersKilled(Fault):
    part = "callers"
    lasts = (0.1, 0.3)

    def begin(self):
        self.took_hold = any([self._is_killed() for _ in range(_MANY)])  # each of them

    def _is_killed(self) -> bool:
        """Not where it was done already."""
        caller = subprocess.Popen(self.world.order("token", "--force-refresh"), env=self.world.environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.chance.uniform(0.0, _LONGEST))
        caller.kill()
        return caller.wait() < 0


FAULTS = [CallersKilled]
