# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyring's daemon, found on the bus and started again as the session started it."""

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import NamedTuple

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
    def kept() -> "Kept":
        """What Framekey keeps in it."""
        order = ["secret-tool", "search", "--all", "--unlock", "xdg:schema", "org.qt.keychain"]
        done = subprocess.run(order, capture_output=True, text=True, check=False, timeout=20)
        return Kept(_after("attribute.user = ", done.stderr), list(map(_document, _after("secret = ", done.stdout))))


def _after(start: str, told: str) -> list[str]:
    return [line[len(start):] for line in told.splitlines() if line.startswith(start)]


def _document(secret: str) -> dict | None:
    try:
        return json.loads(secret)
    except ValueError:
        return None


class Kept(NamedTuple):
    keys: list[str]
    documents: list[dict | None]  # of the items; None: it holds no document

    def probes(self) -> list[str]:
        """Items that Framekey tries a keyring with. One is left behind where it or the keyring is killed meanwhile, and
        is gone with the next one."""
        return [key for key in self.keys if key.startswith("probe/")]
