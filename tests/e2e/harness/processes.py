# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The processes below this one: who they are, what they were started with, and how all of them end."""

import ctypes
import os
import signal
import time
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)


def adopt_orphans():
    """What detaches itself (a browser does) stays below this process and can be ended with it."""
    _libc.prctl(_PR_SET_CHILD_SUBREAPER, 1)


def end_with_parent():
    """For the child between fork and exec."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def parents() -> dict[int, int]:
    """Every process and its parent."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue  # it ended while it was looked at
    return found


def descendants(root: int) -> list[int]:
    known = parents()
    below, found = [root], []
    while below:
        parent = below.pop()
        children = [pid for pid, its_parent in known.items() if its_parent == parent]
        found += children
        below += children
    return found


def holder_of(lock: Path, on_tmpfs: bool = False) -> int:
    """Who holds this flock; 0: nobody. On a tmpfs inodes are small numbers that the next tmpfs has, too; elsewhere (an
    overlay) the device that a file tells may not be the one of its locks."""
    try:
        status = lock.stat()
    except FileNotFoundError:
        return 0
    device = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}" if on_tmpfs else ""
    rows = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
    return next((int(row[4]) for row in rows if row[1] == "FLOCK" and row[5].startswith(device)
                 and row[5].endswith(f":{status.st_ino}")), 0)


def end_all_below(root: int, patience: float = 5.0):
    """First asks, then insists, until nothing is left; adopted orphans are reaped."""
    asked = time.monotonic()
    while below := descendants(root):
        late = time.monotonic() - asked > 1.0
        if time.monotonic() - asked > patience:
            raise RuntimeError(f"processes that do not end: {below}")
        for pid in below:
            _send(pid, signal.SIGKILL if late else signal.SIGTERM)
        _reap()
        time.sleep(0.05)


def _send(pid: int, number: signal.Signals):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


def _reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass
