# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A core of the running, signed-in program holds no secret: the kernel makes none, whatever it would do with it, and a
debugger's goes by /proc/PID/coredump_filter. What stands in registers is a debugger's to see (docs/threats.md)."""

import resource
import signal
import struct
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

    def test_debuggers_holds_no_secret(self):
        self.assertEqual(0, int((self.process / "coredump_filter").read_text(), 16))
        search = SecretSearch(self.server.secrets())
        self.assertEqual(set(), search.in_bytes(self.core("filtered"), "the core"))
        # Whoever asks for all of the memory gets it: that the search finds something in there is its own proof.
        whole = self.core("whole", "set use-coredump-filter off")
        self.assertEqual(_TOKENS, {kind for kind, secret in self.server.secrets() if secret.encode() in whole} & _TOKENS)

    def test_crash_leaves_none(self):
        limit = next(line for line in (self.process / "limits").read_text().splitlines() if line.startswith("Max core"))
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        # At 1 Linux starts no handler either, which it does at 0.
        self.assertEqual(["0", "0"] if hard == 0 else ["1", "1"], limit.split()[4:6])
        self.application.send(signal.SIGABRT)
        self.assertEqual(-signal.SIGABRT, self.application.exit_code())
        self.application = None
        self.assertEqual([], list(Path(self.home.environment["HOME"]).glob("core*")))

    def core(self, name: str, *orders: str) -> bytes:
        file = self.folder / name
        order = ["gdb", "--batch", "--nx", "-p", str(self.application.pid)]
        for each in ("set debuginfod enabled off", "set auto-load off", *orders, f"generate-core-file {file}"):
            order += ["-ex", each]
        done = subprocess.run(order, capture_output=True, text=True, timeout=60, check=False)
        self.assertTrue(file.exists(), done.stdout + done.stderr)
        self.addCleanup(file.unlink)
        return _memory(file.read_bytes())


def _memory(core: bytes) -> bytes:
    """Its segments of the kind LOAD, one after the other (elf(5), 64 bits)."""
    [start] = struct.unpack_from("<Q", core, 0x20)
    size, count = struct.unpack_from("<HH", core, 0x36)
    headers = [struct.unpack_from("<IIQQQQ", core, start + number * size) for number in range(count)]
    return b"".join(core[offset:offset + length] for kind, _, offset, _, _, length in headers if kind == 1)


if __name__ == "__main__":
    unittest.main()
