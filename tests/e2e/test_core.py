# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A core of the running, signed-in program holds no secret: the kernel makes none, and one that is made all the same, by
a handler or a debugger, goes by /proc/PID/coredump_filter."""

import subprocess
import unittest
from pathlib import Path

from harness.life import AccountLife
from harness.secretsearch import SecretSearch

_TOKENS = {"access_token", "refresh_token", "client_secret"}


class Core(AccountLife):
    def setUp(self):
        super().setUp()
        self.server = self.oidc_server()
        self.start_with_env_file()
        self.sign_in()
        self.renew()
        self.process = Path(f"/proc/{self.application.pid}")

    def test_holds_no_secret(self):
        limit = next(line for line in (self.process / "limits").read_text().splitlines() if line.startswith("Max core"))
        self.assertEqual(["0", "0"], limit.split()[4:6])
        self.assertEqual(0, int((self.process / "coredump_filter").read_text(), 16))

        search = SecretSearch(self.server.secrets())
        self.assertEqual(set(), search.in_bytes(self.core("filtered"), "the core"))
        # Whoever asks for all of the memory gets it: that the search finds something in there is its own proof.
        whole = search.in_bytes(self.core("whole", "set use-coredump-filter off"), "the whole memory")
        self.assertEqual(_TOKENS, {find.kind for find in whole} & _TOKENS)

    def core(self, name: str, *orders: str) -> bytes:
        file = self.folder / name
        order = ["gdb", "--batch", "--nx", "-p", str(self.application.pid)]
        for each in ("set debuginfod enabled off", "set auto-load off", *orders, f"generate-core-file {file}"):
            order += ["-ex", each]
        done = subprocess.run(order, capture_output=True, text=True, timeout=60, check=False)
        self.assertTrue(file.exists(), done.stdout + done.stderr)
        self.addCleanup(file.unlink)
        return file.read_bytes()


if __name__ == "__main__":
    unittest.main()
