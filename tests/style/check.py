#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the source tree and says where it leaves the rules of CONTRIBUTING.md; exits 1 if it does anywhere."""

import sys
from pathlib import Path

import connections
import doubles
import includes
import licences
import proofs
import sizes
import words
from tree import Tree

RULES = [includes, sizes, licences, words, connections, doubles, proofs]


def main() -> int:
    tree = Tree(Path(sys.argv[1]).resolve())
    found = sorted(finding for rule in RULES for finding in rule.findings(tree))
    for finding in found:
        print(f"{finding.path}:{finding.line}: {finding.text}")
    print(f"style: {len(found)} findings in {len(tree.paths)} files")
    return 1 if found or not tree.paths else 0


if __name__ == "__main__":
    sys.exit(main())
