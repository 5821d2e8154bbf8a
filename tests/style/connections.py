# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A lambda that is connected has a context object, with which the connection ends."""

import re

from cpptext import arguments_at, code_of
from tree import Finding, Tree, line_of

# How many arguments each has when the context is the one left out, and which then is the lambda.
_CALL = re.compile(r"\b(connect|singleShot)\s*\(")
_WITHOUT_CONTEXT = {"connect": 3, "singleShot": 2}


def findings(tree: Tree):
    for path in tree.cpp():
        code = code_of(tree.read(path))
        for match in _CALL.finditer(code):
            arguments = arguments_at(code, match.end() - 1)
            if len(arguments) == _WITHOUT_CONTEXT[match.group(1)] and arguments[-1].startswith("["):
                yield Finding(path, line_of(code, match.start()), f"{match.group(1)} of a lambda without a context object")
