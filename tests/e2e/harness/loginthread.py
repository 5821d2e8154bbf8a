# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who signs in from a terminal while the application may be killed under them at any moment."""

import http.client
import os
import socket
import subprocess
import threading
from pathlib import Path

from .practicelife import allow


def listens(environment: dict[str, str]) -> bool:
    """Whether an application does; the socket of one that was killed is still there."""
    with socket.socket(socket.AF_UNIX) as caller:
        return caller.connect_ex(str(Path(environment["XDG_RUNTIME_DIR"]) / "framekey" / "agent")) == 0


class LoginThread(threading.Thread):
    """`framekey login` as soon as an application listens, and everything allowed at once."""

    def __init__(self, environment: dict[str, str]):
        super().__init__(daemon=True)
        self._environment = environment
        self.gone = threading.Event()  # set by the test: nobody needs to be waited for any more
        self.has_link = threading.Event()
        self.page = ""
        self.exit_code = None

    def told(self) -> bool:
        """Whether the person was told that they are signed in."""
        return "Ana Lima" in self.page or self.exit_code == 0

    def run(self):
        while not listens(self._environment):
            if self.gone.wait(0.005):
                return
        order = [os.environ["FRAMEKEY_COMMAND"], "login", "--no-browser", "--no-start"]
        with subprocess.Popen(order, env=self._environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL) as login:
            if link := login.stdout.readline().decode().strip():
                self.has_link.set()
                self._allow(link)
            self.exit_code = login.wait(30)

    def _allow(self, link: str):
        try:
            self.page = allow(link)
        except (OSError, http.client.HTTPException):
            pass  # nobody answers the redirect any more
