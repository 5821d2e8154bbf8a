# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: python3 -m main SECONDS SEED calm|busy all|missing
"""One run, from the first sign-in to the reckoning."""

import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from harness.secretsearch import ProcessWatch
from harness.window import wait_for

from callers import Callers
from footprint import footprint
from ledger import Ledger
from plan import FAULTS, Plan, Step, plan
from probes import Probes
from report import tell
from verdicts import verdicts
from world import World

_SETTLED = 8.0  # seconds into a life of the app, before it is measured
_PATIENCE = 90.0


class Run:
    def __init__(self, seconds: float, seed: int, is_calm: bool, may_miss: bool):
        self.is_calm = is_calm  # this machine does nothing else
        self.may_miss = may_miss  # kinds of faults that this machine does not let an ordinary user have
        self.seed = seed
        self.plan: Plan = plan(seed, seconds)
        self.seconds = seconds
        self.world = World()
        self.callers = Callers(self.world, seed)
        self.faults: Counter[str] = Counter()  # those that took hold, by kind
        self.not_to_be_had: set[str] = set()
        self._disturbing = threading.Semaphore(0)
        # Steps come late where one before took its time, and then still one at a time is on each part.
        self._parts = {part: threading.Lock() for fault in FAULTS for part in (fault.part, *fault.keeps)}
        self.end_said = ""
        self.renewed_at_the_end = False

    def go(self):
        with self.world.server, ProcessWatch(os.getppid()) as self.processes:
            self.world.write_account()
            if not self.world.person.signs_in():
                raise AssertionError("the first sign-in failed")
            with subprocess.Popen([sys.executable, "-B", "-m", "probing", self.world.socket_path(), self._probes()],
                                  stdin=subprocess.PIPE) as probing:
                self.world.person.start()
                self.callers.start()
                self._play()
                self._settle()
                probing.stdin.close()
            self.callers.stop()
            self.world.person.stop()
            self._look_back()

    def _probes(self) -> Path:
        return self.world.folder / "probes"

    def _play(self):
        """A thread for each part, so that a fault that takes its time keeps none of another's waiting."""
        began = time.monotonic()
        parts = {step.fault.part: [each for each in self.plan.steps if each.fault.part == step.fault.part]
                 for step in self.plan.steps}
        done = threading.Barrier(len(parts) + 1)
        for steps in parts.values():
            # They live on when they are done: the keyring that one has started ends with it.
            threading.Thread(target=self._play_part, args=(began, steps, done), daemon=True).start()
        time.sleep(self.plan.calm_from)
        for _ in filter(lambda step: step.disturbs, self.plan.steps):
            self._disturbing.acquire()  # one that came late is waited for
        with self._parts["socket"]:  # a flood would be measured with it
            time.sleep(_SETTLED)
            self.before = footprint(wait_for(self.world.app_process, "an app to be measured"))
        done.wait()

    def _play_part(self, began: float, steps: list[Step], done: threading.Barrier):
        for step in steps:
            time.sleep(max(0.0, began + step.at - time.monotonic()))
            self._play_step(step)
            if step.disturbs:
                self._disturbing.release()
        done.wait()
        threading.Event().wait()

    def _play_step(self, step: Step):
        world = self.world
        if not step.fault.is_possible(world):
            world.journal.tell(f"not to be had here: {step}")
            self.not_to_be_had.add(step.kind)
            return
        with ExitStack() as kept:
            for part in sorted(step.parts):  # always in this order, so that nobody waits in a circle
                kept.enter_context(self._parts[part])
            self._play_possible_step(step)

    def _play_possible_step(self, step: Step):
        world = self.world
        world.journal.tell(str(step))
        fault = step.fault(world, step.argument, random.Random(f"{self.seed} {step.at}"))
        try:
            try:
                fault.begin()
                time.sleep(step.lasts)
            finally:
                fault.end()
        except Exception as error:  # the run goes on, and fails
            world.journal.trouble(f"{step.fault.__name__} did not work: {error!r}")
            return
        if fault.took_hold:
            with world.lock:
                self.faults[step.kind] += 1
        else:
            world.journal.tell(f"found nothing to break: {step}")

    def _settle(self):
        """All faults are over: what is asked now has to work, and nobody is there to sign in but where it was lost."""
        self.world.journal.tell("all faults are over")
        until, before = time.monotonic() + _PATIENCE, self._renewals()
        while time.monotonic() < until and not self.renewed_at_the_end:
            done = self.world.call("refresh", "--timeout", "40")
            self.end_said = done.stderr.decode().strip().split("\n")[0]
            self.renewed_at_the_end = done.returncode == 0 and self._renewals() > before  # not twice in 30 s
            time.sleep(1)
        self.callers.stop()
        self.renewed_at_the_end &= self.callers.call() == 0
        time.sleep(6)  # the app bears a silent caller for 5
        self.after = footprint(self.world.app_process())

    def _renewals(self) -> int:
        refreshes = self.world.server.requests("/oauth2/token", grant_type="refresh_token")
        return sum(request["status"] == 200 for request in refreshes)

    def _look_back(self):
        self.kept = self.world.keyring.kept()
        self.storage = self.world.account().get("storage")
        self.probes = Probes.of(self._probes(), self.world.journal)
        self.ledger = Ledger(self.world.server.every_request(), self.world.journal, self.probes.noise_at,
                             self.world.starts())
        self.secrets = self.world.server.secrets()


def main() -> int:
    seconds, seed = float(sys.argv[1]), int(sys.argv[2])
    run = Run(seconds, seed, is_calm=sys.argv[3] == "calm", may_miss=sys.argv[4] == "missing")
    print(f"chaos: seed {seed}, {seconds:.0f} s, {len(run.plan.steps)} faults")
    run.go()
    found = verdicts(run)
    tell(run, found, seed)
    return 0 if all(verdict.holds for verdict in found) else 1


if __name__ == "__main__":
    # Threads that keep a keyring alive are not waited for.
    sys.stdout.flush()
    code = main()
    sys.stdout.flush()
    os._exit(code)
