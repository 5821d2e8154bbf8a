# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listening TCP sockets of a process, as the kernel tells them, and a port where nobody listens."""

import os
import socket
import threading
import time
from pathlib import Path

_LISTEN = "0A"
_PERIOD = 0.01  # seconds


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def listening(pid: int) -> set[tuple[str, int]]:
    inodes = _socket_inodes(pid)
    found = set()
    for table, family in (("tcp", socket.AF_INET), ("tcp6", socket.AF_INET6)):
        for row in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = row.split()
            if fields[3] == _LISTEN and fields[9] in inodes:
                address, port = fields[1].split(":")
                found.add((_address(address, family), int(port, 16)))
    return found


def _socket_inodes(pid: int) -> set[str]:
    inodes = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = os.readlink(descriptor)
        except OSError:
            continue  # it was closed meanwhile
        if target.startswith("socket:["):
            inodes.add(target[len("socket:["):-1])
    return inodes


def _address(text: str, family: int) -> str:
    # The kernel prints each 32-bit word in the machine's byte order.
    words = [bytes.fromhex(text[i:i + 8])[::-1] for i in range(0, len(text), 8)]
    return socket.inet_ntop(family, b"".join(words))


class ListenerWatch:
    """Notes every listener of a process and when each was last there, until left."""

    def __init__(self, pid: int):
        self._pid = pid
        self._last: dict[tuple[str, int], float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        self._thread.join()

    def seen(self) -> set[tuple[str, int]]:
        return set(self._last)

    def last_seen(self) -> float:
        """Wall-clock time, to compare with a server's log."""
        return max(self._last.values(), default=0.0)

    def _watch(self):
        while not self._ended.wait(_PERIOD):
            try:
                now = listening(self._pid)
            except OSError:
                return  # the process ended
            for listener in now:
                self._last[listener] = time.time()
