# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""No class or function of Python takes the place of another of its name: the tests in the first would never run."""

import ast

from tree import Finding, Tree


def findings(tree: Tree):
    for path in tree.paths:
        if path.endswith(".py"):
            for name, line in _doubles(ast.parse(tree.read(path))):
                yield Finding(path, line, f"{name} is defined twice")


def _doubles(node: ast.AST):
    seen = set()
    for each in getattr(node, "body", []):
        if isinstance(each, (ast.ClassDef, ast.FunctionDef)):
            # A property and its setter go by one name.
            if each.name in seen and not each.decorator_list:
                yield each.name, each.lineno
            seen.add(each.name)
            yield from _doubles(each)
