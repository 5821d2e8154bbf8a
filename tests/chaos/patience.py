# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what other faults may keep from coming."""

import time
from collections.abc import Callable

_PAUSE = 0.05  # seconds


def waited_for(look: Callable, seconds: float):
    """What `look` finds; nothing: not in this time."""
    until = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < until:
        time.sleep(_PAUSE)
    return found
