# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `probing` measured, without what we did to the app ourselves."""

import json
from pathlib import Path

from journal import Journal

# Seconds from a life's first answer, and from the order to open the window, in which libraries and fonts are loaded and
# a first window is drawn. That is told apart: it comes once, whatever fails, and ./dev bench measures it.
_START, _OPENING = 1.5, 3.0
_ENDING = 40.0  # it may wait for an answer of the server's first
_SPREAD = 0.3


class Probes:
    def __init__(self, file: Path, journal: Journal):
        rows = [json.loads(line) for line in file.read_text().splitlines() if line.endswith("}")]
        self.number = len(rows)
        self.starts: dict[int, float] = {}
        for row in rows:
            self.starts.setdefault(row["process"], row["at"])
        self.unexplained_ends = _unexplained(list(self.starts.values())[1:], journal)
        counted = [row for row in rows if not _was_held(journal, row)]
        starting = [row for row in counted if self._is_starting(journal, row)]
        running = [row for row in counted if not self._is_starting(journal, row)]
        self.worst = max((row["own"] for row in running), default=0.0)
        # The app starts a browser, and whoever starts a program waits for its first turn.
        self.spawning = max((row["spawning"] for row in rows), default=0.0)
        self.worst_starting = max((row["own"] for row in starting), default=0.0)
        self.worst_felt = max((row["took"] for row in running), default=0.0)
        self.noise = max((row["reference"] for row in rows), default=0.0)
        slowest = sorted(running, key=lambda row: -row["own"])[:3]
        self.slowest = [f"{row['own'] * 1000:.0f} ms at {row['at'] - journal.began:.2f}" for row in slowest]

    def _is_starting(self, journal: Journal, row: dict) -> bool:
        return (row["at"] - self.starts[row["process"]] <= _START
                or journal.was("window opened", row["at"] - _OPENING, row["at"] + row["took"]))


def _was_held(journal: Journal, row: dict) -> bool:
    return journal.was("app held", row["at"] - _SPREAD, row["at"] + row["took"] + _SPREAD)


def _unexplained(starts: list[float], journal: Journal) -> list[float]:
    """Starts before which we ended nothing; each end of ours explains one."""
    ends = [each.since for each in journal.intervals("app ended")]
    found = []
    for at in starts:
        explaining = next((end for end in ends if end <= at <= end + _ENDING), None)
        if explaining is None:
            found.append(at)
        else:
            ends.remove(explaining)
    return found
