# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project: what git tracks or would track; without git, everything but what is built or fetched."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

NOT_OURS = {"build", "node_modules", "__pycache__", ".git"}
CPP = {".cpp", ".h"}
SCRIPT = {".py", ".sh", ".mjs", ".js", ".cmake"}
SCRIPT_NAMES = {"CMakeLists.txt", "dev", "run"}


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    text: str


class Tree:
    def __init__(self, root: Path):
        self.root = root
        self.paths = sorted(path for path in _listed(root) if (root / path).is_file())

    def cpp(self, *folders: str) -> list[str]:
        return [path for path in self.paths if Path(path).suffix in CPP and path.startswith(folders or "")]

    def code(self) -> list[str]:
        return [path for path in self.paths if is_code(path)]

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8", errors="replace")


def is_code(path: str) -> bool:
    name = Path(path)
    return name.suffix in CPP | SCRIPT or name.name in SCRIPT_NAMES


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _listed(root: Path) -> list[str]:
    # The tests' user is not the owner of the tree, which git would take for a trap.
    order = ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-z"]
    if (root / ".git").exists():
        done = subprocess.run(order + ["--cached", "--others", "--exclude-standard"], capture_output=True, check=True)
        return [path for path in done.stdout.decode().split("\0") if path]
    return list(_walked(root))


def _walked(root: Path):
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in NOT_OURS]
        for name in files:
            yield str((Path(folder) / name).relative_to(root))
