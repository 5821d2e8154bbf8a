# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""appprogram.py FOLDER ARGS...: stands for framekey-app. Notes how it was started in FOLDER/starts/PID, and serves tokens
until it is killed."""

import json
import os
import signal
import stat
import sys
from pathlib import Path

from harness.fakeapp import GOOD, FakeApp


def descriptors() -> dict[str, str]:
    found = {}
    for link in Path("/proc/self/fd").iterdir():
        try:
            found[link.name] = os.readlink(link)
        except FileNotFoundError:
            continue  # of the listing itself
    return found


def file_mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def note() -> dict:
    return {"arguments": sys.argv[2:], "environment": dict(os.environ), "descriptors": descriptors(),
            "session": os.getsid(0), "group": os.getpgid(0), "parent": os.getppid(), "folder": os.getcwd(), "mask": file_mask(),
            "ignored": [int(number) for number in signal.valid_signals() if signal.getsignal(number) == signal.SIG_IGN],
            "blocked": [int(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, [])],
            "terminal": stat.S_ISCHR(os.fstat(0).st_mode) and os.isatty(0)}


def main():
    starts = Path(sys.argv[1]) / "starts"
    starts.mkdir(exist_ok=True)
    told = note()
    file = starts / f"{os.getpid()}"
    file.with_suffix(".new").write_text(json.dumps(told))
    file.with_suffix(".new").rename(file)
    with FakeApp(Path(os.environ["XDG_RUNTIME_DIR"]) / "framekey" / "agent", token=GOOD, show={"ok": True},
                 status={"ok": True, "accounts": []}):
        signal.pause()


if __name__ == "__main__":
    main()
