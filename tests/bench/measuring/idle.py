# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a signed-in Framekey does when nothing happens: how often it wakes up, and how much memory it keeps."""

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from harness.application import Application, Home
from harness.display import close, visible_windows
from harness.servers import PracticeServer
from harness.window import wait_for

from .figure import Figure

_MINUTE = 60.0
_MOMENT = 0.05
_SETTLING = 35.0  # seconds; Qt's pool keeps a thread that has nothing to do for 30
_AFTER_A_REQUEST = 125.0  # seconds; the server keeps a connection for 75, and Qt its thought of it for 120
_BROWSER = Path(__file__).resolve().parent / "bin"
_SCOPES = ["offline", "account.read", "asset.read"]


def figures(programs: Path, folder: Path) -> list[Figure]:
    home = Home(folder / "idle")
    home.environment["PATH"] = f"{_BROWSER}:{home.environment['PATH']}"
    with PracticeServer(folder / "practice") as server:
        _sign_in(home, server.base)
        return _measure(programs, home, server)


def _sign_in(home: Home, base: str):
    endpoints = {"authorization": f"{base}/oauth2/auth", "token": f"{base}/oauth2/token", "api": f"{base}/v2"}
    home.write_account(provider="practice", clientId="practice", redirectUri="http://127.0.0.1:0/callback",
                       scopes=_SCOPES, endpoints=endpoints)
    application = Application(home)
    application.window.press("Sign in to Frame.io")
    application.window.says("Status", "Signed in")
    application.stop()


def _measure(programs: Path, home: Home, server: PracticeServer) -> list[Figure]:
    """With another start, that no accessibility tool has looked into: they cost wake-ups of their own."""
    home.environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
    application = Application(home)
    reference = subprocess.Popen([str(programs / "framekey-bench-window")], env=home.environment)
    try:
        wait_for(lambda: _renewals(server) == 1, "the sign-in to be taken up again")
        time.sleep(_AFTER_A_REQUEST)
        shown, reference_shown = _watch(application.pid, reference.pid)
        memory, reference_memory = map(_private_dirty, (application.pid, reference.pid))
        _hide(application)
        time.sleep(_SETTLING)
        hidden, = _watch(application.pid)
        application.stop()
        application = Application(home, "--background")
        wait_for(lambda: _renewals(server) == 2, "the sign-in to be taken up once more")
        time.sleep(_AFTER_A_REQUEST)
        background, = _watch(application.pid)
        background_memory = _private_dirty(application.pid)
    finally:
        reference.kill()
        reference.wait()
        application.stop()
    return [
        Figure("wake-ups a minute, signed in, shown", shown.from_idle, bound=2),
        Figure("  context switches of all threads", shown.thread_waits),
        Figure("  the reference's, which shows no time", reference_shown.thread_waits),
        Figure("wake-ups a minute, signed in, hidden", hidden.from_idle, bound=0),
        Figure("  context switches of all threads", hidden.thread_waits, bound=0),
        Figure("private dirty memory, shown, MiB", memory, reference_memory),
        Figure("wake-ups a minute, in the background", background.from_idle, bound=0),
        Figure("private dirty memory, in the background, MiB", background_memory, reference_memory, 1.5),
    ]


def _renewals(server: PracticeServer) -> int:
    return sum("refresh_token" in json.dumps(request) for request in server.every_request())


def _hide(application: Application):
    window, = visible_windows(application.pid)
    close(window)
    wait_for(lambda: not visible_windows(application.pid), "the window to be hidden")


@dataclass
class _Stirrings:
    """Of one process in a minute."""

    from_idle: int = 0  # moments at which it left its rest, whatever its threads then waited for among themselves
    thread_waits: int = 0  # voluntary context switches of all threads


def _watch(*processes: int) -> list[_Stirrings]:
    found = [_Stirrings() for _ in processes]
    last = [_waits(pid) for pid in processes]
    until = time.monotonic() + _MINUTE
    while time.monotonic() < until:
        time.sleep(_MOMENT)
        for number, pid in enumerate(processes):
            now = _waits(pid)
            woken = _difference(last[number], now)
            found[number].from_idle += woken > 0
            found[number].thread_waits += woken
            last[number] = now
    return found


def _waits(pid: int) -> dict[str, int]:
    return {status.parent.name: _value(status, "voluntary_ctxt_switches")
            for status in Path(f"/proc/{pid}/task").glob("*/status")}


def _difference(before: dict[str, int], after: dict[str, int]) -> int:
    woken = sum(waits - before.get(thread, 0) for thread, waits in after.items())
    return woken + len(before.keys() - after.keys())  # a thread has to wake up to end


def _private_dirty(pid: int) -> float:
    return _value(Path(f"/proc/{pid}/smaps_rollup"), "Private_Dirty") / 1024


def _value(file: Path, name: str) -> int:
    line, = (line for line in file.read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1])
