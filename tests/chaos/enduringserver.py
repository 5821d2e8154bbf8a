# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The authorization server, which a fault can stop, kill, start again and have answer wrongly."""

import os
import signal
import urllib.request
from pathlib import Path

from harness.listeners import free_port
from harness.servers import PracticeServer

LIFETIME = 40.0  # seconds of an access token; renewed at most every 30
_LASTING = "norefresh,grant=refresh_token"  # the refresh token stays as it is


class EnduringServer(PracticeServer):
    """What it granted and its port survive it."""

    def __init__(self, folder: Path, rotates: bool):
        self.rotates = rotates
        options = ["--control", "--state", str(folder / "grants.json"), "--access-token-lifetime", f"{LIFETIME:.0f}"]
        super().__init__(folder, *options, *(() if rotates else ("--fault", _LASTING)))
        self._order[self._order.index("--port") + 1] = str(free_port())

    def stop_answering(self):
        os.kill(self._process.pid, signal.SIGSTOP)

    def go_on_answering(self):
        os.kill(self._process.pid, signal.SIGCONT)

    def kill(self):
        self._process.kill()
        super().__exit__()

    def start_again(self):
        self.__enter__()

    def answer_wrongly(self, fault: str):
        self._set_faults(fault)

    def answer_rightly(self):
        self._set_faults()

    def _set_faults(self, *faults: str):
        lines = "\n".join(faults if self.rotates else (*faults, _LASTING))
        urllib.request.urlopen(f"{self.base}/_practice/faults", lines.encode(), timeout=10).close()
