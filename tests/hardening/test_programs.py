# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs as they were built: what cmake/Hardening.cmake asks for is in them."""

import os
import platform
import re
import unittest
from functools import cache
from pathlib import Path

from elf import Elf, elves

BUILD = Path(os.environ["FRAMEKEY_BUILD"])
IS_OPTIMIZED = os.environ["FRAMEKEY_OPTIMIZED"] == "1"
PROGRAMS = ("framekey", "framekey-app", "framekey-practice")
# Each program is made of these, all of them ours.
PARTS = ("app", "ui")


@cache
def programs() -> list[Elf]:
    return elves([BUILD / "bin" / name for name in PROGRAMS])


@cache
def objects() -> list[Elf]:
    return elves([path for part in PARTS for path in sorted((BUILD / part).rglob("*.cpp.o"))])


class Programs(unittest.TestCase):
    def test_can_be_loaded_anywhere(self):
        for program in programs():
            self.assertTrue(program.is_position_independent(), program.path)

    def test_nothing_that_was_bound_can_be_written(self):
        for program in programs():
            self.assertTrue(program.has_read_only_relocations(), program.path)
            self.assertTrue(program.binds_at_once(), program.path)

    def test_no_code_on_the_stack(self):
        for program in programs():
            self.assertEqual("RW", program.stack(), program.path)

    def test_libraries_come_from_the_system(self):
        for program in programs():
            self.assertEqual([], program.search_paths(), program.path)

    def test_the_command_needs_no_library(self):
        self.assertEqual([True, False, False], [program.is_static() for program in programs()])


class Objects(unittest.TestCase):
    """What a static program has of libc's own and what of ours cannot be told apart any more: so these."""

    def test_stacks_are_guarded(self):
        wanting = {self.part_of(found) for found in objects() if "__stack_chk_fail" in found.wanted()}
        for part in self.parts():
            self.assertIn(part, wanting)

    def test_copies_are_bounded(self):
        checked = {name for found in objects() for name in found.wanted() if re.fullmatch(r"__\w+_chk", name)}
        # Without optimization there is no such thing: test_release looks how the packaged ones are compiled.
        self.assertTrue(checked or not IS_OPTIMIZED)

    def test_branches_are_guarded(self):
        wanted = {"IBT", "SHSTK"} if platform.machine() == "x86_64" else set()
        for found in objects():
            self.assertEqual(wanted, found.guarded_branches(), found.path)

    def parts(self) -> set[str]:
        return {self.part_of(found) for found in objects()}

    @staticmethod
    def part_of(found: Elf) -> str:
        return str(found.path.relative_to(BUILD)).partition("/CMakeFiles/")[0]


if __name__ == "__main__":
    unittest.main()
