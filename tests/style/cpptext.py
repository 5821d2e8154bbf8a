# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""C++ text with comments and the insides of literals blanked, line by line where they were."""

import re

_PIECE = re.compile(
    r'R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"'
    r'|//[^\n]*'
    r'|/\*.*?\*/'
    r'|"(?:\\.|[^"\\\n])*"'
    # A quote between digits separates them (1'000).
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",
    re.DOTALL,
)


def code_of(text: str) -> str:
    return _PIECE.sub(_blanked, text)


def _blanked(match: re.Match) -> str:
    piece = match.group()
    kept = '""' if piece.startswith(('"', "R")) else ""
    return kept + "\n" * piece.count("\n")


def arguments_at(code: str, opening: int) -> list[str]:
    """The top-level arguments of the call whose '(' stands at `opening`."""
    depth, start, found = 0, opening + 1, []
    for position in range(opening, len(code)):
        letter = code[position]
        if letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        if depth == 0 or (depth == 1 and letter == ","):
            found.append(code[start:position].strip())
            start = position + 1
        if depth == 0:
            return found
    return found
