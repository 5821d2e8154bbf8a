# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""With an environment as empty as cron's: the user's runtime folder is found all the same. In a namespace of its own, for
not every test user has a /run/user."""

import json
import shlex
import subprocess
import unittest

from harness.case import CommandTest
from harness.fakeapp import TOKEN

_ROOM = """mount -t tmpfs -o mode=755 none /run && mkdir -p /run/user && {prepared}
env -i {program} token; echo "exit $?"
"""


class Cron(CommandTest):
    def run_in_a_room(self, prepared: str) -> tuple[list[str], str]:
        order = _ROOM.format(prepared=prepared, program=shlex.quote(str(self.program)))
        done = subprocess.run(["unshare", "--map-root-user", "--mount", "sh", "-c", order], capture_output=True, text=True,
                              timeout=30, check=False)
        return done.stdout.splitlines(), done.stderr

    def test_the_runtime_folder_is_found_and_the_app_gets_a_home(self):
        self.put_app_program()
        printed, said = self.run_in_a_room("mkdir -m 700 /run/user/0")
        self.assertEqual(printed, [TOKEN, "exit 0"], said)
        got = json.loads(self.starts()[0].read_text())["environment"]
        self.assertEqual((got["XDG_RUNTIME_DIR"], got["HOME"]), ("/run/user/0", "/root"))

    def test_none_is_said(self):
        printed, said = self.run_in_a_room("true")
        self.assertEqual(printed, ["exit 3"])
        self.assertIn("There is no runtime folder /run/user/0", said)

    def test_one_that_others_read_is_not_trusted(self):
        printed, said = self.run_in_a_room("mkdir -m 755 /run/user/0")
        self.assertEqual(printed, ["exit 7"], said)


if __name__ == "__main__":
    unittest.main()
