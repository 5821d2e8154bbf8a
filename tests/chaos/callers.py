# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts that never stop asking. What each got is whole and brought to the API, or nothing, with an exit code that the
manual has."""

import hashlib
import json
import random
import re
import subprocess
import threading
import time
from collections import Counter
from typing import NamedTuple

_CALLERS = 4
_PAUSE = (0.02, 0.4)  # seconds
_DOCUMENTED = {0, 3, 4, 5, 6, 7}
_WAYS = ((), (), ("--force-refresh",), ("--header",), ("--curl",), ("--json",))
_TOKEN = rb"([\x21-\x7e]+)"
_FORMS = {"--header": re.compile(rb"Authorization: Bearer " + _TOKEN + rb"\n"),
          "--curl": re.compile(rb'header = "Authorization: Bearer ' + _TOKEN + rb'"\n')}
_PLAIN = re.compile(_TOKEN + rb"\n")


class Given(NamedTuple):
    """A token that the API would not have."""

    digest: str
    at: float  # wall clock


class Callers:
    def __init__(self, world, seed: int):
        self.world = world
        self.exits: Counter[int] = Counter()
        self.accepted = self.unasked = 0
        self.refused: list[Given] = []
        self.tokens: set[str] = set()
        self.words: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._threads = [threading.Thread(target=self._call_on, args=(random.Random(f"{seed} {number}"),), daemon=True)
                         for number in range(_CALLERS)]

    def start(self):
        for thread in self._threads:
            thread.start()

    def stop(self):
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def _call_on(self, chance: random.Random):
        while not self._stopped.wait(chance.uniform(*_PAUSE)):
            self.call(*chance.choice(_WAYS))

    def call(self, *way: str) -> int:
        try:
            done = self.world.call("token", "--min-valid", "5", *way)
        except subprocess.TimeoutExpired:
            self.world.journal.trouble("a call of `framekey token` never ended")
            return -1
        with self._lock:
            self.exits[done.returncode] += 1
        if done.returncode != 0:
            self._check_refusal(done)
        elif (token := token_in(done.stdout, *way)) is None:
            self.world.journal.trouble(f"`framekey token {' '.join(way)}` printed {len(done.stdout)} bytes, no token")
        else:
            self._bring(token)
        return done.returncode

    def _check_refusal(self, done: subprocess.CompletedProcess):
        with self._lock:
            self.words[done.stderr.decode(errors="replace").strip().split("\n")[0][:110]] += 1
        if done.stdout or not done.stderr or done.returncode not in _DOCUMENTED:
            self.world.journal.trouble(f"`framekey token` ended with {done.returncode}, {len(done.stdout)} bytes "
                                       f"printed, {len(done.stderr)} said")

    def _bring(self, token: str):
        status = self.world.api_status(token)
        with self._lock:
            self.tokens.add(token)
            if status == 200:
                self.accepted += 1
            elif status == 401:
                self.refused.append(Given(digest(token), time.time()))
            else:
                self.unasked += 1  # its server has a fault; that the token is one of the server's is looked up later


def token_in(printed: bytes, *way: str) -> str | None:
    """None: the output is not a whole one."""
    if "--json" in way:
        try:
            return json.loads(printed)["token"] if printed.endswith(b"}\n") else None
        except (ValueError, KeyError):
            return None
    found = _FORMS.get(way[0] if way else "", _PLAIN).fullmatch(printed)
    return found[1].decode() if found else None


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
