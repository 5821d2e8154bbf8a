# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The person, who signs in when the app says that it cannot go on without."""

import re
import signal
import subprocess
import threading
import time
import urllib.error
from urllib.parse import parse_qs, urlsplit

from harness.practicelife import allow

_PATIENCE = "25"  # seconds for one sign-in
_PAUSE = 0.3
_AGAIN = 1.0  # after one that came to nothing
NEEDS_A_PERSON = {"signed-out", "sign-in-needed"}


class Person(threading.Thread):
    def __init__(self, world):
        super().__init__(daemon=True)
        self.world = world
        self.orders = 0  # to sign in; each opens a browser at most once
        self.needs: list[tuple[float, str]] = []  # when the app said that it needs a person, and its state
        self._is_out = True  # has signed out, and not in again
        self._busy = threading.RLock()
        self._stopped = threading.Event()

    def run(self):
        while not self._stopped.wait(_PAUSE):
            with self._busy:
                state = self._state()
                if state not in NEEDS_A_PERSON:
                    continue
                if not self._is_out:
                    self.needs.append((time.monotonic(), state))
                    self.world.journal.tell(f"the app needs a person: {state}")
                self._is_out = True
                if not self.signs_in():
                    self._stopped.wait(_AGAIN)

    def _state(self) -> str:
        """Nobody signs in for want of a keyring: when it is back, there may be a sign-in in it."""
        account = self.world.account()
        wants_keyring = (account.get("problem") or {}).get("kind") == "keychain"
        return "" if wants_keyring else account.get("state", "")

    def stop(self):
        self._stopped.set()
        self.join()

    def signs_out(self) -> bool:
        with self._busy:
            self._is_out = True
            signing_out = self.world.journal.begin("signing out")
            done = self.world.call("logout", "--timeout", "10")
            self.world.journal.end(signing_out)
            return done.returncode == 0

    def signs_in_again(self, before):
        with self._busy:
            self.signs_in("--again", before=before)

    def signs_in(self, *options: str, before=lambda redirect_uri: None) -> bool:
        """By the command; whoever answers the browser is this."""
        opened = len(self.world.home.browser.opened())
        self.orders += 1
        process = subprocess.Popen(self.world.order("login", "--timeout", _PATIENCE, *options),
                                   env=self.world.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE)
        try:
            address = self._opened_address(process, opened)
            if address:
                before(parse_qs(urlsplit(address).query)["redirect_uri"][0])
                allow(address)
        except (OSError, urllib.error.URLError, TypeError) as error:
            self.world.journal.tell(f"the browser came to no end: {type(error).__name__}")
            process.send_signal(signal.SIGINT)
        said = process.communicate()[1].decode()
        self._is_out = self._is_out and process.returncode != 0
        self.world.journal.tell(f"sign-in: exit {process.returncode} {_without_links(said)}")
        return process.returncode == 0

    def _opened_address(self, process: subprocess.Popen, before: int) -> str | None:
        while process.poll() is None:
            if opened := self.world.home.browser.opened()[before:]:
                return opened[0]
            time.sleep(0.05)
        return None


def _without_links(said: str) -> str:
    return re.sub(r"https?://\S+", "…", said).strip().replace("\n", " / ")[-160:]
