# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one life of the app takes of the machine."""

import os
from pathlib import Path
from typing import NamedTuple


class Footprint(NamedTuple):
    process: int
    kibibytes: int  # private and dirty: what nobody else has and no file could give back
    descriptors: int  # but for connections to a server, which may stay open for the next request

    def __str__(self) -> str:
        return f"{self.kibibytes} KiB, {self.descriptors} descriptors"


def footprint(process: int) -> Footprint:
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    dirty = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Private_Dirty:"))
    connections = {row.split()[9] for table in ("tcp", "tcp6")
                   for row in Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]}
    targets = [_target(each) for each in Path(f"/proc/{process}/fd").iterdir()]
    kept = [each for each in targets if each and each.removeprefix("socket:[").rstrip("]") not in connections]
    return Footprint(process, dirty, len(kept))


def _target(descriptor: Path) -> str:
    try:
        return os.readlink(descriptor)
    except OSError:
        return ""  # it was closed meanwhile
