# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's gnome-keyring, locked and unlocked for real: it forgets the items' secrets when locked."""

import functools
import os
import subprocess
import time
from pathlib import Path

from gi.repository import Gio, GLib

from . import processes

PASSWORD = b"only for this test"
_SERVICE = "org.freedesktop.secrets"
_PATH = "/org/freedesktop/secrets"
_PATIENCE = 5000  # milliseconds


def start(environment: dict[str, str], log: Path) -> subprocess.Popen:
    """Unlocked, and there when this returns. It ends with the thread that has started it."""
    with open(log, "ab") as output:
        daemon = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                  env=environment, stdin=subprocess.PIPE, stdout=output, stderr=output,
                                  start_new_session=True, preexec_fn=processes.end_with_parent)
    daemon.stdin.write(PASSWORD)
    daemon.stdin.close()
    asked = ["gdbus", "call", "--session", "--dest=org.freedesktop.DBus", "--object-path=/",
             "--method=org.freedesktop.DBus.NameHasOwner", _SERVICE]
    for _ in range(100):
        if b"true" in subprocess.run(asked, env=environment, capture_output=True, check=False).stdout:
            return daemon
        time.sleep(0.05)
    raise RuntimeError("gnome-keyring-daemon does not answer")


def process() -> int:
    """Of the daemon."""
    told = _bus().call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                            GLib.Variant("(s)", (_SERVICE,)), None, Gio.DBusCallFlags.NONE, _PATIENCE, None)
    return told.unpack()[0]


def file() -> Path:
    """The login keyring, encrypted, as it is on the disk."""
    return Path(os.environ["XDG_DATA_HOME"]) / "keyrings" / "login.keyring"


def lock():
    locked, prompt = _ask("org.freedesktop.Secret.Service", "Lock", GLib.Variant("(ao)", ([_collection()],)))
    if (locked, prompt) != ([_collection()], "/"):
        raise AssertionError(f"the keyring was not locked: {locked}, {prompt}")


def unlock():
    """What a login does, and a prompt where there is somebody to answer it."""
    _, session = _ask("org.freedesktop.Secret.Service", "OpenSession",
                      GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
    _ask("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "UnlockWithMasterPassword",
         GLib.Variant("(o(oayays))", (_collection(), (session, b"", PASSWORD, "text/plain"))))


def is_locked() -> bool:
    asked = GLib.Variant("(ss)", ("org.freedesktop.Secret.Collection", "Locked"))
    return _ask("org.freedesktop.DBus.Properties", "Get", asked, _collection())[0]


def _collection() -> str:
    return _ask("org.freedesktop.Secret.Service", "ReadAlias", GLib.Variant("(s)", ("default",)))[0]


@functools.cache
def _bus() -> Gio.DBusConnection:
    """Kept open: a session of the service's ends with its connection."""
    return Gio.bus_get_sync(Gio.BusType.SESSION)


def _ask(interface: str, method: str, arguments: GLib.Variant, path: str = _PATH) -> tuple:
    flags = Gio.DBusCallFlags.NONE
    return _bus().call_sync(_SERVICE, path, interface, method, arguments, None, flags, _PATIENCE).unpack()
