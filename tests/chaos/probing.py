# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: python3 -m probing SOCKET FILE
"""How long the app takes to answer `status`, from a process of its own that does nothing else, for as long as its
standard input is open. One line of JSON for each question.

A busy machine keeps both sides waiting for a processor. The kernel counts exactly that (the second number of
/proc/PID/schedstat: runnable, and not running), so it is taken off; what is left the app spent working or blocked,
which is what a stall of its event loop is. What the count does not hold (a lock in the kernel, a host that stands
still) references show: a process that only echoes, asked the same way in turn with the app, and the start of a
program."""

import json
import os
import select
import socket
import struct
import sys
import time
from pathlib import Path

_PERIOD = 0.01  # seconds
_QUESTION = b'{"version":1,"order":"status"}\n'
_PATIENCE = 30.0


def delayed(process: int | str) -> float:
    """Seconds its main thread has waited for a processor."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9


def ask(path: str) -> dict | None:
    """None: nobody there, or it ended meanwhile."""
    began = time.monotonic()
    ours = delayed("self")
    try:
        with socket.socket(socket.AF_UNIX) as asked:
            asked.settimeout(_PATIENCE)
            asked.connect(path)
            process = struct.unpack("3i", asked.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
            before = delayed(process)
            asked.sendall(_QUESTION)
            try:
                answer = asked.recv(65536)
            except TimeoutError:
                answer = b"none"
            ended = time.monotonic()
            waited = delayed(process) - before + delayed("self") - ours
    except OSError:
        return None
    if not answer:
        return None
    return {"at": began, "took": ended - began, "own": max(0.0, ended - began - waited), "process": process}


def spawning() -> float:
    """Seconds that whoever starts a program is kept: on a busy machine until the child has had its turn."""
    ours, began = delayed("self"), time.monotonic()
    os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)
    return max(0.0, time.monotonic() - began - (delayed("self") - ours))


def echo(listener: socket.socket):
    while True:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(connection.recv(65536))


def main():
    path, file = sys.argv[1], Path(sys.argv[2])
    reference = str(file.with_name("reference"))
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(reference)
    listener.listen()
    if os.fork() == 0:
        echo(listener)  # ends with the session
    with open(file, "w", buffering=1, encoding="ascii") as told:
        while not select.select([sys.stdin], [], [], _PERIOD)[0]:
            app, other = ask(path), ask(reference)
            if app and other:
                told.write(json.dumps(app | {"reference": other["own"], "spawning": spawning()}) + "\n")


if __name__ == "__main__":
    main()
