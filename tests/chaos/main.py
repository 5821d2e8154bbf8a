# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: python3 -m main SECONDS SEED calm|busy
"""One run, from the first sign-in to the reckoning."""

import os
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from harness.secretsearch import ProcessWatch
from harness.window import wait_for

from callers import Callers
from footprint import footprint
from ledger import Ledger
from plan import Plan, Step, plan
from probes import Probes
from report import tell
from verdicts import verdicts
from world import World

_SETTLED = 8.0  # seconds into a life of the app, before it is measured
_PATIENCE = 90.0


class Run:
    def __init__(self, seconds: float, seed: int, is_calm: bool):
        self.is_calm = is_calm  # this machine does nothing else
        self.plan: Plan = plan(seed, seconds)
        self.seconds = seconds
        self.world = World(self.plan.rotates)
        self.callers = Callers(self.world, seed)
        self.faults: Counter[str] = Counter()
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
        time.sleep(_SETTLED)
        self.before = footprint(wait_for(self.world.app_process, "an app to be measured"))
        done.wait()

    def _play_part(self, began: float, steps: list[Step], done: threading.Barrier):
        for step in steps:
            time.sleep(max(0.0, began + step.at - time.monotonic()))
            self._play_step(step)
        done.wait()
        threading.Event().wait()

    def _play_step(self, step: Step):
        world = self.world
        if not step.fault.is_possible(world):
            world.journal.tell(f"not to be had here: {step}")
            return
        world.journal.tell(str(step))
        with world.lock:
            self.faults[step.fault.__name__] += 1
        fault = step.fault(world, step.argument)
        ended = world.journal.begin("app ended") if step.fault.ends_app else None
        try:
            try:
                fault.begin()
                time.sleep(step.lasts)
            finally:
                fault.end()
        except Exception as error:  # the run goes on, and fails
            world.journal.trouble(f"{step.fault.__name__} did not work: {error!r}")
        if ended is not None:
            world.journal.end(ended)

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
        self.items = self.world.keyring.items()
        self.storage = self.world.account().get("storage")
        self.probes = Probes(self._probes(), self.world.journal)
        self.ledger = Ledger(self.world.server.every_request(), self.world.journal, self.probes.noise)


def main() -> int:
    seconds, seed = float(sys.argv[1]), int(sys.argv[2])
    run = Run(seconds, seed, is_calm=sys.argv[3] == "calm")
    print(f"chaos: seed {seed}, {seconds:.0f} s, a server that {'rotates' if run.plan.rotates else 'does not rotate'}; "
          f"{len(run.plan.steps)} faults")
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
