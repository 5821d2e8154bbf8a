# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_man_page.py PROGRAM PAGE: the page knows every option that the program's --help names, and none besides."""

import re
import subprocess
import sys
from pathlib import Path

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
# Qt adds it to every program's help.
NOT_OURS = {"--help-all"}


def options_of(text: str) -> set[str]:
    return set(_OPTION.findall(text)) - NOT_OURS


def main() -> int:
    program, page = sys.argv[1:]
    said = subprocess.run([program, "--help"], capture_output=True, text=True, check=True, timeout=20).stdout
    in_help = options_of(said)
    in_page = options_of(Path(page).read_text(encoding="utf-8").replace("\\-", "-"))
    for option in sorted(in_help - in_page):
        print(f"{page} does not know {option}")
    for option in sorted(in_page - in_help):
        print(f"{page} knows {option}, which {program} does not")
    print(f"{len(in_help)} options in the help")
    return 1 if in_help != in_page or not in_help else 0


if __name__ == "__main__":
    sys.exit(main())
