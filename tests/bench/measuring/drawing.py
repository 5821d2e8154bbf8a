# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start to the first drawing, beside a window of the same widgets with nothing behind it."""

import subprocess
from pathlib import Path
from statistics import median

from harness.application import Home

from .figure import Figure

_PAIRS = 31
_ROUNDS = 4  # at most: one in which the reference differs from itself says nothing
_NOISE = 0.03
_UNCOUNTED = 2  # these read the files into the cache, and make fontconfig's


def figures(programs: Path, folder: Path) -> list[Figure]:
    home = Home(folder / "drawing")
    # One that has nothing to say: the reference has no card about a service that ends.
    home.write_account(provider="frameio", clientId="bench", redirectUri="http://127.0.0.1:8910/callback",
                       scopes=["openid", "email", "profile", "offline_access"])
    # Without a session bus, the same for all: what a bus's other side does is not ours to measure.
    environment = home.environment | {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")

    def draw(name: str) -> list[float]:
        order = [str(programs / "framekey-bench-drawing"), str(programs / name)]
        done = subprocess.run(order, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        return [float(number) for number in done.stdout.split()]

    for _ in range(_ROUNDS):
        ours, reference, again = _round(draw)
        if abs(again[0] / reference[0] - 1) <= _NOISE:
            break
    return [
        Figure("start to first drawing, ms", ours[0], reference[0], 1.10),
        Figure("  the reference against itself (noise), ms", again[0], reference[0]),
        Figure("  CPU until then, ms", ours[1], reference[1]),
        Figure("  page faults until then", ours[2], reference[2]),
    ]


def _round(draw) -> list[list[float]]:
    """Medians of ours, of the reference and of the reference again, in turn."""
    names = ["framekey-app", "framekey-bench-window", "framekey-bench-window"]
    runs = [[draw(name) for name in names] for _ in range(_UNCOUNTED + _PAIRS)][_UNCOUNTED:]
    return [[median(values) for values in zip(*drawings)] for drawings in zip(*runs)]
