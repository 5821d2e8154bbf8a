# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `probing` measured, without what we did to the app ourselves."""

import json
from pathlib import Path

from journal import Journal

_START = 1.5  # seconds from its first answer: libraries are loaded and a window is drawn
_ENDING = 40.0  # it may wait for an answer of the server's first
_SPREAD = 0.3


class Probes:
    def __init__(self, file: Path, journal: Journal):
        rows = [json.loads(line) for line in file.read_text().splitlines() if line.endswith("}")]
        self.number = len(rows)
        self.starts: dict[int, float] = {}
        for row in rows:
            self.starts.setdefault(row["process"], row["at"])
        self.unexplained_ends = [at for at in list(self.starts.values())[1:] if not _was_ended(journal, at)]
        counted = [row for row in rows if not _was_held(journal, row)]
        running = [row for row in counted if row["at"] - self.starts[row["process"]] > _START]
        starting = [row for row in counted if row["at"] - self.starts[row["process"]] <= _START]
        self.worst = max((row["own"] for row in running), default=0.0)
        self.worst_starting = max((row["own"] for row in starting), default=0.0)
        self.worst_felt = max((row["took"] for row in running), default=0.0)
        self.noise = max((row["reference"] for row in rows), default=0.0)
        self.slowest = sorted(running, key=lambda row: -row["own"])[:5]


def _was_held(journal: Journal, row: dict) -> bool:
    return journal.was("app held", row["at"] - _SPREAD, row["at"] + row["took"] + _SPREAD)


def _was_ended(journal: Journal, at: float) -> bool:
    return any(each.overlaps(at - _ENDING, at) for each in journal.intervals("app killed", "app ended"))
