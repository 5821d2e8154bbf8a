# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that stand for work left undone, and names that leave open which of two things they mean."""

import re
from pathlib import Path

from cpptext import code_of
from tree import CPP, Finding, Tree, line_of

UNDONE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# A skipped test is one that cannot fail; a connection whose errors are ignored is no TLS.
NEVER = re.compile(r"\b(QSKIP|ignoreSslErrors)\b")
# Authorization or authentication? OAuth is a name, and says both.
VAGUE = re.compile(r"(?<![A-Za-z])auth(?![a-z])|(?<!O)Auth(?![a-z])|(?<![A-Z])AUTH(?![A-Z])")
NAMES_THEM = "tests/style/"


def findings(tree: Tree):
    for path in tree.code():
        if path.startswith(NAMES_THEM):
            continue
        text = tree.read(path)
        code = code_of(text) if Path(path).suffix in CPP else text
        yield from found_in(path, text, UNDONE, "is work left undone: finish it or file an issue")
        yield from found_in(path, code, NEVER, "is not used here")
        if path.startswith(("app/", "ui/")) and Path(path).suffix in CPP:
            yield from vague_names(path, code)


def vague_names(path: str, code: str):
    said = "say authorization or authentication, never the bare word"
    if VAGUE.search(Path(path).stem):
        yield Finding(path, 1, f"file name: {said}")
    for match in re.finditer(r"\b[A-Za-z_]\w*\b", code):
        if VAGUE.search(match.group()):
            yield Finding(path, line_of(code, match.start()), f"'{match.group()}': {said}")


def found_in(path: str, text: str, pattern: re.Pattern, said: str):
    for match in pattern.finditer(text):
        yield Finding(path, line_of(text, match.start()), f"'{match.group()}' {said}")
