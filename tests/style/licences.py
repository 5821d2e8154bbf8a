# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says whose it is and under which licence (REUSE): in its head, or in REUSE.toml where it has no room."""

import re
import tomllib

from tree import Finding, Tree

HEAD_LINES = 12
_COPYRIGHT = re.compile(r"SPDX-FileCopyrightText: \d{4} The Framekey developers")
_LICENCE = re.compile(r"SPDX-License-Identifier: ([\w.+-]+)")


def findings(tree: Tree):
    globs = [as_regex(glob) for glob in annotated(tree)]
    for path in tree.paths:
        if path.startswith("LICENSES/") or any(glob.fullmatch(path) for glob in globs):
            continue
        head = "\n".join(tree.read(path).split("\n")[:HEAD_LINES])
        licence = _LICENCE.search(head)
        if not _COPYRIGHT.search(head) or not licence:
            yield Finding(path, 1, "has no SPDX head, and REUSE.toml does not speak for it")
        elif f"LICENSES/{licence.group(1)}.txt" not in tree.paths:
            yield Finding(path, 1, f"LICENSES/{licence.group(1)}.txt is not there")


def annotated(tree: Tree) -> list[str]:
    if "REUSE.toml" not in tree.paths:
        return []
    globs = []
    for annotation in tomllib.loads(tree.read("REUSE.toml"))["annotations"]:
        paths = annotation["path"]
        globs += [paths] if isinstance(paths, str) else paths
    return globs


def as_regex(glob: str) -> re.Pattern:
    """REUSE 3.2: '*' stays within a folder, '**' does not."""
    pieces = re.split(r"(\*\*/?|\*)", glob)
    wild = {"**/": r"(?:.*/)?", "**": r".*", "*": r"[^/]*"}
    return re.compile("".join(wild.get(piece, re.escape(piece)) for piece in pieces))
