# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened and when, printed as it happens; and how long each thing was out of order."""

import threading
import time
from typing import NamedTuple


ENDING = 40.0  # seconds; an app that was asked to end may wait for an answer of the server's first


class Interval(NamedTuple):
    """By the monotonic clock; `until` is infinite while it lasts."""

    what: str
    since: float
    until: float
    process: int = 0  # whose end it is

    def overlaps(self, since: float, until: float) -> bool:
        return self.since <= until and since <= self.until


class Journal:
    def __init__(self):
        self.began = time.monotonic()
        # From a server's log, which has the wall clock, to the clock everything here is told by.
        self.wall_to_monotonic = self.began - time.time()
        self._lock = threading.Lock()
        self._open: dict[int, tuple[str, float, int]] = {}
        self._closed: list[Interval] = []
        self.troubles: list[str] = []

    def tell(self, text: str):
        with self._lock:
            print(f"{self.elapsed():7.2f}  {text}", flush=True)

    def trouble(self, text: str):
        """A promise that was not kept."""
        self.troubles.append(f"{self.elapsed():.2f}  {text}")
        self.tell(f"NOT KEPT: {text}")

    def elapsed(self) -> float:
        return time.monotonic() - self.began

    def begin(self, what: str, process: int = 0) -> int:
        with self._lock:
            key = len(self._open) + len(self._closed)
            self._open[key] = (what, time.monotonic(), process)
            return key

    def end(self, key: int):
        with self._lock:
            what, since, process = self._open[key]
            # The entry stays, so that keys are never given twice.
            self._open[key] = ("", since, process)
            self._closed.append(Interval(what, since, time.monotonic(), process))

    def drop(self, key: int):
        """It did not come to be."""
        with self._lock:
            self._open[key] = ("", 0.0, 0)

    def note(self, what: str):
        """A moment."""
        self.end(self.begin(what))

    def intervals(self, *whats: str) -> list[Interval]:
        with self._lock:
            still = [Interval(what, since, float("inf"), process)
                     for what, since, process in self._open.values() if what]
            return sorted((each for each in self._closed + still if each.what in whats), key=lambda each: each.since)

    def was(self, what: str, since: float, until: float) -> bool:
        return any(each.overlaps(since, until) for each in self.intervals(what))
