#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""judge.py COUNTS FOLDER: what ran of each part and file in FOLDER, by what llvm-cov exported; exits 1 where a part is
below what is promised."""

import json
import sys
from pathlib import Path

PARTS = ("oauth", "session", "agent", "command")
LEAST = {"lines": 95.0, "branches": 90.0}


def main() -> int:
    folder = Path(sys.argv[2]).resolve()
    told = json.loads(Path(sys.argv[1]).read_text())["data"][0]["files"]
    files = {Path(file["filename"]): without_compilers_own(file) for file in told}
    below = []
    for part in PARTS:
        own = {path: summary for path, summary in files.items() if path.parent == folder / part}
        if not own:
            raise SystemExit(f"nothing was counted in {folder / part}")
        for path, summary in sorted(own.items()):
            if any(share([summary], kind) < least for kind, least in LEAST.items()):
                print(f"  {part + '/' + path.name:44} {figures([summary])}")
        print(f"{part:46} {figures(own.values())}")
        below += [f"{part}: {kind}" for kind, least in LEAST.items() if share(own.values(), kind) < least]
    promised = ", ".join(f"{least:.0f} % of {kind}" for kind, least in LEAST.items())
    print(f"Below {promised}: {', '.join(below) or 'none'}")
    return 1 if below else 0


def without_compilers_own(file: dict) -> dict:
    """Comparisons that the compiler writes are left out: llvm-cov 19 never counts that one of their members differed."""
    summary, path = file["summary"], Path(file["filename"])
    if not path.is_file():
        return summary
    lines = path.read_text().splitlines()
    for line, _, _, _, yes, no, *_ in file["branches"]:
        if "operator==" in lines[line - 1] and lines[line - 1].endswith("= default;"):
            summary["branches"]["count"] -= 2
            summary["branches"]["covered"] -= (yes > 0) + (no > 0)
    return summary


def share(summaries, kind: str) -> float:
    count = sum(summary[kind]["count"] for summary in summaries)
    return 100 * sum(summary[kind]["covered"] for summary in summaries) / count if count else 100.0


def figures(summaries) -> str:
    summaries = list(summaries)
    return "  ".join(f"{kind} {share(summaries, kind):5.1f} % "
                     f"({sum(s[kind]['count'] - s[kind]['covered'] for s in summaries)} not)" for kind in LEAST)


if __name__ == "__main__":
    sys.exit(main())
