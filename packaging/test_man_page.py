# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_man_page.py PROGRAM PAGE [VERB...]: the page knows every option that the program's --help and that of its verbs
names, and none besides."""

import re
import subprocess
import sys
from pathlib import Path

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
# Qt adds it to every program's help.
NOT_OURS = {"--help-all"}
# Of programs that ours are used with.
OTHERS = {"--config"}


def options_of(text: str) -> set[str]:
    return set(_OPTION.findall(text)) - NOT_OURS


def said_by(order: list[str]) -> str:
    return subprocess.run(order, capture_output=True, text=True, check=True, timeout=20).stdout


def main() -> int:
    program, page, *verbs = sys.argv[1:]
    asked = [[program, "--help"], *([program, verb, "--help"] for verb in verbs)]
    in_help = set().union(*(options_of(said_by(order)) for order in asked)) - OTHERS
    in_page = options_of(Path(page).read_text(encoding="utf-8").replace("\\-", "-")) - OTHERS
    for option in sorted(in_help - in_page):
        print(f"{page} does not know {option}")
    for option in sorted(in_page - in_help):
        print(f"{page} knows {option}, which {program} does not")
    print(f"{len(in_help)} options in the help")
    return 1 if in_help != in_page or not in_help else 0


if __name__ == "__main__":
    sys.exit(main())
