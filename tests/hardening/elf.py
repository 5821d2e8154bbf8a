# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What readelf tells of programs and object files."""

import re
import subprocess
from pathlib import Path


def elves(paths: list[Path]) -> list["Elf"]:
    """All of them read at once: there are hundreds."""
    order = ["readelf", "--wide", "--file-header", "--segments", "--dynamic", "--symbols", "--notes"]
    done = subprocess.run(order + [*map(str, paths), "/bin/true"], capture_output=True, text=True, check=True,
                          env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    told = dict(part.split("\n", 1) for part in done.stdout.split("\nFile: ")[1:])
    return [Elf(path, told[str(path)]) for path in paths]


class Elf:
    def __init__(self, path: Path, told: str):
        self.path = path
        self._told = told

    def is_position_independent(self) -> bool:
        """A program that can be loaded anywhere: of the kind DYN, and said to be a program."""
        return re.search(r"^ *Type: +DYN ", self._told, re.M) is not None and "PIE" in self._flags("FLAGS_1")

    def is_static(self) -> bool:
        return re.search(r"^ *INTERP ", self._told, re.M) is None

    def binds_at_once(self) -> bool:
        return "NOW" in self._flags("FLAGS_1") or "BIND_NOW" in self._flags("FLAGS")

    def has_read_only_relocations(self) -> bool:
        return "GNU_RELRO" in self._told

    def stack(self) -> str:
        """Its rights: RW, or RWE where code may run on it."""
        found = re.search(r"^ *GNU_STACK .* ([RWE]+) +0x\w+$", self._told, re.M)
        return found[1] if found else "RWE"  # what Linux takes it for where nothing is said

    def search_paths(self) -> list[str]:
        return re.findall(r"\((?:RPATH|RUNPATH)\).*", self._told)

    def wanted(self) -> set[str]:
        """Symbols it takes from elsewhere, without their versions."""
        return {match[1] for match in re.finditer(r" UND (\w+)", self._told)}

    def guarded_branches(self) -> set[str]:
        """IBT, SHSTK: what the processor is told it may insist on."""
        found = re.search(r"x86 feature: (.*)", self._told)
        return set(found[1].replace(" ", "").split(",")) if found else set()

    def _flags(self, name: str) -> set[str]:
        found = re.search(rf"\({name}\)(.*)", self._told)
        return set(found[1].replace("Flags:", "").split()) if found else set()
