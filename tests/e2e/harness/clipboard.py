# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What another program would paste, asked of the X server itself (ICCCM 2.4), for nothing that could is installed."""

import ctypes
import time

_SELECTION_NOTIFY = 31
_LONGEST = 1 << 20  # in units of four bytes
_PATIENCE = 10.0  # seconds


class _Xlib:
    def __init__(self):
        self.lib = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XDefaultRootWindow", "XCreateSimpleWindow", "XInternAtom"):
            getattr(self.lib, name).restype = ctypes.c_void_p if name == "XOpenDisplay" else ctypes.c_ulong
        self.display = ctypes.c_void_p(self.lib.XOpenDisplay(None))
        root = ctypes.c_ulong(self.lib.XDefaultRootWindow(self.display))
        self.window = ctypes.c_ulong(self.lib.XCreateSimpleWindow(self.display, root, 0, 0, 1, 1, 0, 0, 0))

    def atom(self, name: str) -> ctypes.c_ulong:
        return ctypes.c_ulong(self.lib.XInternAtom(self.display, name.encode(), 0))

    def answer_comes(self) -> bool:
        event = ctypes.create_string_buffer(192)
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if self.lib.XCheckTypedEvent(self.display, _SELECTION_NOTIFY, event):
                return True
            time.sleep(0.05)
        return False

    def property(self, name: ctypes.c_ulong) -> bytes:
        kind, form, length, left = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        data = ctypes.POINTER(ctypes.c_ubyte)()
        self.lib.XGetWindowProperty(self.display, self.window, name, ctypes.c_long(0), ctypes.c_long(_LONGEST), 0,
                                    ctypes.c_ulong(0), ctypes.byref(kind), ctypes.byref(form), ctypes.byref(length),
                                    ctypes.byref(left), ctypes.byref(data))
        return bytes(data[:length.value]) if form.value == 8 else b""


def clipboard_text() -> str:
    """Of the display that DISPLAY names. Empty where nobody owns it."""
    xlib = _Xlib()
    place = xlib.atom("FRAMEKEY_TEST")
    xlib.lib.XConvertSelection(xlib.display, xlib.atom("CLIPBOARD"), xlib.atom("UTF8_STRING"), place, xlib.window,
                               ctypes.c_ulong(0))
    xlib.lib.XFlush(xlib.display)
    try:
        return xlib.property(place).decode() if xlib.answer_comes() else ""
    finally:
        xlib.lib.XCloseDisplay(xlib.display)
