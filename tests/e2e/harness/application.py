# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""framekey-app as a person has it: folders of its own, and started, stopped and started again."""

import json
import os
import signal
import subprocess
from pathlib import Path

from .browser import PROGRAMS, Browser
from .window import Window

_FOLDERS = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache",
            "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp"}


class Home:
    """A person's folders and browser."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(mode=0o700)
        for name in _FOLDERS.values():
            (folder / name).mkdir(mode=0o700)
        self.browser = Browser(folder / "browser")
        self.output = folder / "output"
        self.environment = {name: str(folder / place) for name, place in _FOLDERS.items()} | {
            "PATH": f"{PROGRAMS}:{os.environ['PATH']}", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb",
            "FRAMEKEY_E2E_BROWSER": str(self.browser.folder),
        } | {name: os.environ[name] for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                                                 "QT_LINUX_ACCESSIBILITY_ALWAYS_ON")}

    def accounts_file(self) -> Path:
        return self.folder / "config" / "framekey" / "accounts.json"

    def write_account(self, **account):
        """The first account, as accounts.json holds it."""
        self.write_accounts(account)

    def write_accounts(self, *accounts: dict):
        """All of them; the first is the default."""
        file = self.accounts_file()
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        usual = {"name": "work", "provider": "custom", "redirectUri": "http://127.0.0.1:0/callback"}
        whole = [usual | account for account in accounts]
        file.write_text(json.dumps({"version": 1, "default": whole[0]["name"], "accounts": whole}))


_DISPLAY = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


class Application:
    """One running framekey-app, as one starts it on the desktop, or over ssh for instance: without a display."""

    def __init__(self, home: Home, *arguments: str, display: bool = True):
        self._home = home
        environment = {name: value for name, value in home.environment.items() if display or name not in _DISPLAY}
        with open(home.output, "ab") as output:
            self._process = subprocess.Popen([os.environ["FRAMEKEY_APP"], *arguments], env=environment,
                                             cwd=environment["HOME"], stdin=subprocess.DEVNULL, stdout=output,
                                             stderr=output)
        self.pid = self._process.pid
        self.window = Window(self._process)

    def second_start(self, *arguments: str) -> tuple[int, str]:
        """Exit code and output of a start beside this one."""
        done = subprocess.run([os.environ["FRAMEKEY_APP"], *arguments], env=self._home.environment, timeout=20,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout.decode()

    def is_running(self) -> bool:
        return self._process.poll() is None

    def send(self, number: signal.Signals):
        self._process.send_signal(number)

    def kill(self):
        self._process.kill()
        self._process.wait()

    def exit_code(self, patience: float = 20.0) -> int:
        """Of its own end, which is waited for."""
        return self._process.wait(patience)

    def stop(self) -> int:
        """Exit code after SIGTERM, or of its own end."""
        if self.is_running():
            self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise AssertionError("the application does not end on SIGTERM") from None
