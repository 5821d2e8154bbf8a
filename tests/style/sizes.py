# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file over 300 lines, no function over 40: past that, something in it wants a name of its own."""

import ast
import re
from pathlib import Path

from cpptext import code_of
from tree import CPP, Finding, Tree

FILE_LINES = 300
FUNCTION_LINES = 40
_NOT_A_FUNCTION = re.compile(r"^\s*(template\s*<.*>\s*)?(class|struct|union|enum|namespace|extern)\b[^()]*$")
_SHELL_FUNCTION = re.compile(r"^(\w+)\(\) [{(]$")


def findings(tree: Tree):
    for path in tree.code():
        text = tree.read(path)
        lines = text.count("\n")
        if lines > FILE_LINES:
            yield Finding(path, FILE_LINES, f"{lines} lines, of at most {FILE_LINES}")
        for name, start, length in functions_of(path, text):
            if length > FUNCTION_LINES:
                yield Finding(path, start, f"'{name}' has {length} lines, of at most {FUNCTION_LINES}")


def functions_of(path: str, text: str):
    """Name, first line and number of lines of each function's body."""
    suffix = Path(path).suffix
    if suffix in CPP:
        return cpp_functions(code_of(text).split("\n"))
    if suffix == ".py":
        return python_functions(text)
    if suffix in (".sh", "") and "bash" in text[:200]:
        return shell_functions(text.split("\n"))
    return []


def cpp_functions(lines: list[str]):
    """A function, as clang-format writes it: '{' alone on a line, closed by the next '}' that stands as far in."""
    for number, line in enumerate(lines):
        if line.strip() != "{":
            continue
        head = statement_before(lines, number)
        if "(" not in head or _NOT_A_FUNCTION.match(head):
            continue
        end = closing_line(lines, number, len(line) - len(line.lstrip()))
        yield head.split("(")[0].split()[-1], number + 1, end - number - 1


def statement_before(lines: list[str], number: int) -> str:
    head = []
    for line in reversed(lines[:number]):
        if not line.strip() or line.strip()[-1] in ";}{" or line.strip().startswith("#"):
            break
        head.insert(0, line.strip())
    return " ".join(head)


def closing_line(lines: list[str], number: int, indent: int) -> int:
    closing = " " * indent + "}"
    return next((n for n in range(number + 1, len(lines)) if lines[n].startswith(closing)), len(lines))


def python_functions(text: str):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.lineno, node.end_lineno - node.lineno


def shell_functions(lines: list[str]):
    for number, line in enumerate(lines):
        match = _SHELL_FUNCTION.match(line)
        if match:
            yield match.group(1), number + 1, closing_line(lines, number, 0) - number - 1
