# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `probing` measured, without what we did to the app ourselves."""

import json
from collections.abc import Iterable
from pathlib import Path

from journal import ENDING, Journal

STALL = 0.1  # seconds
# Seconds from a life's first answer, and from the order to open the window, in which libraries and fonts are loaded and
# a first window is drawn. That is told apart: it comes once, whatever fails, and ./dev bench measures it.
START, OPENING = 1.5, 3.0
_SPREAD = 0.3
_ABOUT = 2.0


class Probes:
    def __init__(self, rows: list[dict], journal: Journal):
        self._rows = rows
        self.number = len(rows)
        self.starts: dict[int, float] = {}
        for row in rows:
            self.starts.setdefault(row["process"], row["at"])
        self.unexplained_ends = _unexplained(self.starts.items(), journal)
        counted = [row for row in rows if not _was_held(journal, row)]
        starting = [row for row in counted if self._is_starting(journal, row)]
        running = [row for row in counted if not self._is_starting(journal, row)]
        self.judged = len(running)
        self.stalls = [_told(row, journal) for row in running if row["own"] > _bound(row)]
        self.worst = max((row["own"] for row in running), default=0.0)
        self.worst_starting = max((row["own"] for row in starting), default=0.0)
        self.worst_felt = max((row["took"] for row in running), default=0.0)
        self.noise = max((row["reference"] for row in rows), default=0.0)
        self.slowest = [_told(row, journal) for row in sorted(running, key=lambda row: -row["own"])[:3]]

    @classmethod
    def of(cls, file: Path, journal: Journal) -> "Probes":
        return cls([json.loads(line) for line in file.read_text().splitlines() if line.endswith("}")], journal)

    def noise_at(self, at: float) -> float:
        """How long a process that only echoes was kept, at worst, about then."""
        return max((row["reference"] for row in self._rows if abs(row["at"] - at) < _ABOUT), default=0.0)

    def _is_starting(self, journal: Journal, row: dict) -> bool:
        return (row["at"] - self.starts[row["process"]] <= START
                or journal.was("window opened", row["at"] - OPENING, row["at"] + row["took"]))


def _bound(row: dict) -> float:
    """The app starts a browser, and whoever starts a program waits for its first turn."""
    return STALL + max(row["reference"], row["spawning"])


def _told(row: dict, journal: Journal) -> str:
    return (f"{row['own'] * 1000:.0f} ms at {row['at'] - journal.began:.2f} (then {row['reference'] * 1000:.0f} ms for "
            f"an echo, {row['spawning'] * 1000:.0f} ms to start `true`)")


def _was_held(journal: Journal, row: dict) -> bool:
    return journal.was("app held", row["at"] - _SPREAD, row["at"] + row["took"] + _SPREAD)


def _unexplained(lives: Iterable[tuple[int, float]], journal: Journal) -> list[float]:
    """When a life began though the one before it was not ended by us."""
    lives = list(lives)
    ends = [each for each in journal.intervals("app ended") if each.until < float("inf")]
    return [began for (before, since), (_, began) in zip(lives, lives[1:])
            if not any(each.process == before and since - ENDING < each.since <= began for each in ends)]
