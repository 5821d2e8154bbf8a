# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The authorization server, which a fault can stop, kill, start again and have answer wrongly."""

import json
import os
import re
import signal
import threading
import urllib.request
from pathlib import Path

from harness.listeners import free_port
from harness.servers import PracticeServer

from patience import waited_for

LIFETIME = 40.0  # seconds of an access token; renewed at most every 30
_OUT = 12.0  # seconds
_LASTING = "norefresh,grant=refresh_token"  # the refresh token stays as it is


class EnduringServer(PracticeServer):
    """What it granted and its port survive it. What it issued it notes in the folder `issued`, in plain."""

    def __init__(self, folder: Path, issued: Path):
        issued.mkdir(mode=0o700)
        self._issued = issued / "secrets"
        super().__init__(folder, "--control", "--state", str(folder / "grants.json"), "--secrets", str(self._issued),
                         "--access-token-lifetime", f"{LIFETIME:.0f}")
        self._order[self._order.index("--port") + 1] = str(free_port())
        self._setting = threading.Lock()
        self._fault = self._lasting = ""

    def stop_answering(self):
        os.kill(self._process.pid, signal.SIGSTOP)

    def go_on_answering(self):
        os.kill(self._process.pid, signal.SIGCONT)

    def kill(self):
        self._process.kill()
        super().__exit__()

    def start_again(self):
        self.__enter__()
        self._set()

    def answer_wrongly(self, fault: str):
        self._set(fault=fault)

    def answer_rightly(self):
        self._set(fault="")

    def rotate(self, does: bool):
        """Refresh tokens: whoever brings one twice loses the grant."""
        self._set(lasting="" if does else _LASTING)

    def secrets(self) -> list[tuple[str, str]]:
        """Kind and value of all that it issued or was brought."""
        return [(line["kind"], line["value"]) for line in map(json.loads, self._issued.read_text().splitlines())]

    def met(self, fault: str) -> int:
        """How often this wrong answer was given."""
        name = re.split("[:,]", fault)[0]
        return self._log.read_text().count(f'"fault":"{name}"')

    def _set(self, fault: str | None = None, lasting: str | None = None):
        with self._setting:
            self._fault = self._fault if fault is None else fault
            self._lasting = self._lasting if lasting is None else lasting
            lines = "\n".join(filter(None, (self._fault, self._lasting)))
            if not waited_for(lambda: self._is_told(lines), _OUT):
                raise RuntimeError("the server cannot be told what to answer")

    def _is_told(self, lines: str) -> bool:
        """Another fault may keep it away for a while."""
        try:
            urllib.request.urlopen(f"{self.base}/_practice/faults", lines.encode(), timeout=_OUT).close()
        except OSError:
            return False
        return True
