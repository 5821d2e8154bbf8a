# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the redirect to the token request, with Framekey's code and with Qt's classes alone."""

import subprocess
from pathlib import Path
from statistics import median

from .figure import Figure

_PAIRS = 31


def figures(programs: Path) -> list[Figure]:
    order = [str(programs / "framekey-bench-redirect"), str(_PAIRS)]
    done = subprocess.run(order, stdout=subprocess.PIPE, text=True, check=False)
    signins = {"ours": [], "plain": []}
    for line in done.stdout.splitlines():
        who, *numbers = line.split()
        signins[who].append([float(number) for number in numbers])
    if min(map(len, signins.values())) != _PAIRS:
        raise RuntimeError("framekey-bench-redirect did not get all its tokens")
    ours, plain = signins["ours"], signins["plain"]
    return [
        Figure("redirect to token request, ms", median(s[0] for s in ours), median(s[0] for s in plain), 0.40),
        Figure("TLS connections a sign-in, most of any", max(s[1] for s in ours), bound=1),
        Figure("token requests a sign-in, most of any", max(s[2] for s in ours), bound=1),
    ]
