# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: python3 -m harness.session SECONDS COMMAND...
"""Runs a command in a desktop of its own: X server, D-Bus, accessibility bus and an unlocked keyring, all in a new
folder and all gone afterwards."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from . import keyring, processes

_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
_ACCESSIBILITY_BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")


class Desktop:
    """Daemons of one session, started in order; each is there when `start` returns."""

    def __init__(self, folder: Path):
        self._folder = folder
        self.environment = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": self._made("home"), "TMPDIR": self._made("tmp"),
            "XDG_RUNTIME_DIR": self._made("run"), "XDG_DATA_HOME": self._made("data"),
            "XDG_CONFIG_HOME": self._made("config"), "XDG_CACHE_HOME": self._made("cache"),
            "FRAMEKEY_E2E_FOLDER": str(folder), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def _made(self, name: str) -> str:
        (self._folder / name).mkdir(mode=0o700)
        return str(self._folder / name)

    def start(self):
        self._start_display()
        self._start_bus()
        self._keyring = keyring.start(self.environment, self._folder / "daemons.log")

    def _spawn(self, order: list[str], **how) -> subprocess.Popen:
        with open(self._folder / "daemons.log", "ab") as log:
            return subprocess.Popen(order, env=self.environment, stderr=log, start_new_session=True,
                                    preexec_fn=processes.end_with_parent, **({"stdout": log} | how))

    def _start_display(self):
        reading, writing = os.pipe()
        # Without -noreset it refuses the next client for a moment whenever its last one has gone.
        order = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1600x24", "-nolisten", "tcp", "-noreset"]
        self._spawn(order, pass_fds=[writing])
        os.close(writing)
        with open(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start:\n{(self._folder / 'daemons.log').read_text()}")
        self.environment["DISPLAY"] = f":{number}"

    def _start_bus(self):
        # Nothing is activated but the accessibility bus: no portal or keyring of the machine takes part.
        os.mkdir(self._folder / "services")
        os.symlink(_ACCESSIBILITY_BUS, self._folder / "services" / _ACCESSIBILITY_BUS.name)
        config = self._folder / "bus.conf"
        config.write_text(_BUS_CONFIG.format(folder=self._folder))
        bus = self._spawn(["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address=1"],
                          stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()


def _raise_exit(number, _frame):
    raise SystemExit(128 + number)


def main() -> int:
    limit, command = float(sys.argv[1]), sys.argv[2:]
    processes.adopt_orphans()
    signal.signal(signal.SIGTERM, _raise_exit)
    folder = Path(tempfile.mkdtemp(prefix="fk"))
    try:
        desktop = Desktop(folder)
        desktop.start()
        return subprocess.run(command, env=os.environ | desktop.environment, timeout=limit, check=False).returncode
    except subprocess.TimeoutExpired:
        print(f"not done within {limit:.0f} s", file=sys.stderr)
        return 1
    finally:
        processes.end_all_below(os.getpid())
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
