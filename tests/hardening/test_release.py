# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the packaged programs are compiled, before anyone does: what needs optimization is in no everyday build."""

import json
import platform
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
ALWAYS = {"-O2", "-D_FORTIFY_SOURCE=2", "-D_GLIBCXX_ASSERTIONS", "-fstack-protector-strong", "-fstack-clash-protection"}
OF_X86 = {"-fcf-protection"}


class Release(unittest.TestCase):
    def test_every_source_is_compiled_with_all_guards(self):
        wanted = ALWAYS | (OF_X86 if platform.machine() == "x86_64" else set())
        commands = self.commands()
        self.assertGreater(len(commands), 200)
        for command in commands:
            flags = set(shlex.split(command["command"]))
            self.assertLessEqual(wanted, flags, command["file"])
            self.assertTrue({"-fPIE", "-fPIC"} & flags, command["file"])

    def commands(self) -> list[dict]:
        folder = self.enterContext(tempfile.TemporaryDirectory())
        subprocess.run(["cmake", "--preset", "release", "-B", folder], cwd=TOP, check=True, timeout=50,
                       capture_output=True)
        return json.loads((Path(folder) / "compile_commands.json").read_text())


if __name__ == "__main__":
    unittest.main()
