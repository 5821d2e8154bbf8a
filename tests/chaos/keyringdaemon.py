# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyring's daemon, found on the bus and started again as the session started it."""

import json
import os
import signal
import subprocess
from pathlib import Path

from harness import keyring


class KeyringDaemon:
    def stop(self):
        self._process = keyring.process()
        os.kill(self._process, signal.SIGSTOP)

    def go_on(self):
        os.kill(self._process, signal.SIGCONT)

    def kill(self):
        os.kill(keyring.process(), signal.SIGKILL)

    def start(self):
        self._daemon = keyring.start(dict(os.environ), Path(os.environ["FRAMEKEY_CHAOS_FOLDER"]) / "keyring.log")

    @staticmethod
    def items() -> list[dict]:
        """What Framekey keeps in it."""
        order = ["secret-tool", "search", "--all", "--unlock", "xdg:schema", "org.qt.keychain"]
        done = subprocess.run(order, capture_output=True, text=True, check=False, timeout=20)
        start = "secret = "
        return [json.loads(line[len(start):]) for line in done.stdout.splitlines() if line.startswith(start)]
