# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the person does meanwhile, and what a stranger does to a sign-in that waits."""

import socket
import subprocess
import time
from urllib.parse import urlsplit

from fault import Fault

_FORGED = ("?code=forged&state=x", "?error=access_denied", "?code=a&code=b&state=", "/other?code=forged&state=x",
           "?error=access_denied&state=x&error_description=%3Cscript%3E")

_SILENT = 200
_BORNE = 64  # by the listener at once
_TO_CONNECT = 1.5  # seconds; the kernel asks again after one where a queue is full
_SILENCE = (0.2, 1.0)  # seconds
_PATIENCE, _PAUSE = 45.0, 1.0


class RenewedNow(Fault):
    part = "person"
    lasts = (0.1, 0.2)

    def begin(self):
        self.world.call("refresh", "--timeout", "5")


class SignedOutAndIn(Fault):
    """The person signs in again as soon as the app says that nobody is (`person.py`)."""

    part = "person"
    weight = 1
    lasts = (3.0, 6.0)

    def begin(self):
        self.took_hold = _tried(self.world.person.signs_out)


class _SignInDisturbed(Fault):
    """At the port where one waits for its own redirect."""

    part = "person"
    lasts = (1.0, 2.0)

    def begin(self):
        self.took_hold = _tried(self._once)

    def _once(self) -> bool:
        self._met = False
        self.world.person.signs_in_again(before=self._meet)
        return self._met

    def _meet(self, redirect_uri: str):
        self._met = True
        self.disturb(redirect_uri)

    def disturb(self, redirect_uri: str):
        raise NotImplementedError


class RedirectsForged(_SignInDisturbed):
    def disturb(self, redirect_uri: str):
        for forged in _FORGED:
            order = ["curl", "--silent", "--max-time", "2", "--output", "/dev/null", redirect_uri + forged]
            subprocess.run(order, check=False)


class RedirectFlooded(_SignInDisturbed):
    """By connections that say nothing; more than the listener bears, and it serves the genuine one after them."""

    def disturb(self, redirect_uri: str):
        where = urlsplit(redirect_uri)
        flood = [connection for _ in range(_SILENT) if (connection := _silent((where.hostname, where.port)))]
        time.sleep(self.chance.uniform(*_SILENCE))
        self.world.journal.tell(f"{len(flood)} silent connections at the redirect's port")
        self._met = len(flood) > _BORNE
        for connection in flood:
            connection.close()


def _silent(where: tuple[str, int]) -> socket.socket | None:
    try:
        return socket.create_connection(where, timeout=_TO_CONNECT)
    except OSError:
        return None  # nobody listens any more


def _tried(once) -> bool:
    """A keyring that hangs, for one, keeps it from coming to anything for a while."""
    until = time.monotonic() + _PATIENCE
    while not once():
        if time.monotonic() > until:
            return False
        time.sleep(_PAUSE)
    return True


FAULTS = [RenewedNow, SignedOutAndIn, RedirectsForged, RedirectFlooded]
