# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. The arrows are those of docs/architecture.md; linking alone does not enforce them."""

import re
from functools import cache
from pathlib import Path

from tree import Finding, Tree, line_of

ALLOWED = {
    "oauth": set(),
    "session": {"oauth"},
    "frameio": {"oauth", "session"},
    "accounts": {"oauth", "session", "frameio"},
    "desktop": {"oauth", "session"},
    "agent": {"oauth", "session", "accounts"},
    "practice": set(),
    "command": set(),
    "ui/presentation": {"oauth", "session", "frameio", "accounts"},
    "ui": {"ui/presentation", "oauth", "session", "accounts"},
}
WITHOUT_QT = {"practice", "command"}
FORBIDDEN_MODULES = {
    **{part: {"QtGui", "QtWidgets"} for part in ("oauth", "session", "frameio", "accounts", "agent")},
    "ui/presentation": {"QtGui", "QtWidgets", "QtNetwork", "QtNetworkAuth", "QtDBus"},
}
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', re.MULTILINE)


def findings(tree: Tree):
    for path in tree.cpp("app/", "ui/"):
        part = part_of_file(path)
        if part is None:
            continue
        text = tree.read(path)
        for match in _INCLUDE.finditer(text):
            wrong = what_is_wrong(part, match.group(1))
            if wrong:
                yield Finding(path, line_of(text, match.start()), wrong)


def part_of_file(path: str) -> str | None:
    """None for the files right in app/, which tie the parts together and may name any of them."""
    folders = Path(path).parts[:-1]
    if folders[0] == "app":
        return folders[1] if len(folders) > 1 else None
    return "ui/presentation" if folders[1:2] == ("presentation",) else "ui"


def what_is_wrong(part: str, included: str) -> str | None:
    if part not in ALLOWED:
        return f"the part '{part}' has no arrows in tests/style/includes.py"
    if included.startswith(("../", "app/")):
        return f'"{included}" is not written from app/ or the top'
    target = part_of_include(included)
    if target is not None:
        allowed = target == part or target in ALLOWED[part]
        return None if allowed else f"{part} includes {target}, which its arrows do not allow"
    return wrong_qt(part, included)


def part_of_include(included: str) -> str | None:
    if included.startswith("ui/"):
        return part_of_file(included)
    first = Path(included).parts[0]
    return first if "/" in included and first in ALLOWED else None


def wrong_qt(part: str, included: str) -> str | None:
    module = qt_module_of(included)
    if module and part in WITHOUT_QT:
        return f"{part} does without Qt, and includes {included}"
    if module in FORBIDDEN_MODULES.get(part, set()):
        return f"{part} knows nothing of {module}, and includes {included}"
    return None


@cache
def qt_module_of(included: str) -> str | None:
    first = included.split("/")[0]
    if re.match(r"Qt[A-Z]", first):
        return first
    if not re.match(r"Q[A-Z]|q[a-z]", included):
        return None
    for folder in qt_include_folders():
        if (folder / included).exists():
            return folder.name
    return "Qt" if re.match(r"Q[A-Z]", included) else None


@cache
def qt_include_folders() -> list[Path]:
    folders = sorted(folder for place in ("qt6", "*/qt6") for folder in Path("/usr/include").glob(f"{place}/Qt*"))
    if not folders:
        raise SystemExit("style: no Qt 6 headers below /usr/include, so modules cannot be told apart")
    return folders
