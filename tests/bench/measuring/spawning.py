# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands run in turn, and what each run took (framekey-bench-spawning)."""

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Spawned:
    """The runs of one command."""

    wall: list[float]  # milliseconds
    faults: list[int]
    peak: list[int]  # KiB

    @property
    def usual_wall(self) -> float:
        return median(self.wall)


class Spawner:
    def __init__(self, programs: Path, environment: dict[str, str]):
        self._program = str(programs / "framekey-bench-spawning")
        self._environment = environment

    def in_turn(self, rounds: int, *commands: list[str], callers: int = 1) -> list[Spawned]:
        joined = [word for command in commands for word in ("--", *command)][1:]
        done = subprocess.run([self._program, str(rounds), str(callers), *joined], env=self._environment,
                              stdout=subprocess.PIPE, text=True, check=True)
        rows = [line.split() for line in done.stdout.splitlines()]
        failed = [row for row in rows if row[5] != "0"]
        if failed:
            raise RuntimeError(f"{len(failed)} of {len(rows)} runs of {commands} failed; exit code {failed[0][5]}")
        return [_of([row for row in rows if row[0] == str(number)]) for number in range(len(commands))]

    def seconds(self, calls: int, command: list[str], callers: int) -> float:
        began = time.monotonic()
        self.in_turn(calls, command, callers=callers)
        return time.monotonic() - began


def _of(rows: list[list[str]]) -> Spawned:
    return Spawned([float(row[1]) / 1000 for row in rows], [int(row[3]) for row in rows],
                   [int(row[4]) for row in rows])


def cpu_of(*processes: int) -> float:
    """Seconds that all threads of these have run so far."""
    files = [file for pid in processes for file in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    return sum(int(file.read_text().split()[0]) for file in files) / 1e9
