# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a window manager would do for the person, on a display that has none."""

import ctypes
import subprocess

_CLIENT_MESSAGE = 33
_X = ctypes.CDLL("libX11.so.6")
_X.XOpenDisplay.restype = ctypes.c_void_p


class _ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("rest_of_union", ctypes.c_long * 24)]


def visible_windows(pid: int) -> list[int]:
    order = ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(pid), "--name", ""]
    return [int(line) for line in subprocess.run(order, capture_output=True, text=True, check=False).stdout.split()]


def close(window: int):
    """The close button of a title bar (ICCCM 4.2.8.1)."""
    display = ctypes.c_void_p(_X.XOpenDisplay(None))
    atom = [_X.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")]
    event = _ClientMessage(type=_CLIENT_MESSAGE, window=window, message_type=atom[0], format=32,
                           data=(ctypes.c_long * 5)(atom[1]))
    _X.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
    _X.XCloseDisplay(display)
