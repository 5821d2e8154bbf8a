# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/threats.md has every row of the reliability study, and each names a test that is there, a command anyone can run, or
why it was decided against."""

import re

from tree import Finding, Tree

_TABLE = "docs/threats.md"
_ROWS = [f"T{number}" for number in range(1, 26)] + [f"F{number}" for number in range(1, 61)]
_ROW = re.compile(r"\| ((?:[TF]\d+(?:, )?)+|—|–) \|")
_NAMED = re.compile(r"`([^`]+)`")
_TEST = re.compile(r"(unit|flow|ui|practice|command|e2e|fuzz|chaos)/((?:\w+/)?\w+)(?:::([\w.]+))?")
_FILES = {"unit": "tests/unit/{folder}tst_{name}.cpp", "flow": "tests/flow/test_{name}.cpp", "ui": "tests/ui/tst_{name}.cpp"}
_SEE = re.compile(r"\bsee T\d+|\*\*Decided against\*\*|`\./dev \w+")


def findings(tree: Tree):
    if _TABLE not in tree.paths:
        return
    shown = set()
    for number, line in enumerate(tree.read(_TABLE).splitlines(), 1):
        missing, tests = _tests(tree, line)
        for name in missing:
            yield Finding(_TABLE, number, f"there is no test {name}")
        if row := _ROW.match(line):
            shown |= set(row.group(1).split(", "))
            if not tests and not _SEE.search(line):
                yield Finding(_TABLE, number, f"{row.group(1)} is shown by nothing")
    for row in _ROWS:
        if row not in shown:
            yield Finding(_TABLE, 1, f"{row} is missing")


def _tests(tree: Tree, line: str) -> tuple[list[str], int]:
    """Those that are not there, and how many are named."""
    missing, tests, last = [], 0, None
    for named in _NAMED.findall(line):
        if whole := _TEST.fullmatch(named):
            last, function = whole.group(1, 2), whole.group(3)
        elif named.startswith("::") and last:
            function = named[2:]
        else:
            continue
        tests += 1
        if not _exists(tree, *last, function):
            missing.append("/".join(last) + (f"::{function}" if function else ""))
    return missing, tests


def _exists(tree: Tree, kind: str, name: str, function: str | None) -> bool:
    folder, _, base = name.rpartition("/")
    path = _FILES.get(kind, f"tests/{kind}/test_{{name}}.py").format(folder=f"{folder}/" if folder else "", name=base)
    if path not in tree.paths:
        return False
    names = function.split(".") if function else []
    text = tree.read(path)
    return all(re.search(rf"\b(def|class|void) {re.escape(each)}\b", text) for each in names)
