# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a chaos run is its seed's alone, and has every kind of fault."""

import re
import unittest
from pathlib import Path

from faults_server import RefreshTokensLast
from plan import KINDS, plan

_SEEDS = range(200)
_MINUTE = 60.0


def _kinds(steps) -> set[str]:
    return {step.kind for step in steps}


class Plans(unittest.TestCase):
    def test_one_seed_is_one_plan(self):
        self.assertEqual(plan(7, _MINUTE), plan(7, _MINUTE))
        self.assertNotEqual(plan(7, _MINUTE).steps, plan(8, _MINUTE).steps)

    def test_a_minute_of_any_seed_has_every_kind(self):
        for seed in _SEEDS:
            self.assertEqual(set(KINDS), _kinds(plan(seed, _MINUTE).steps), seed)

    def test_what_comes_first_is_the_seed_s_too(self):
        self.assertGreater(len({plan(seed, _MINUTE).steps[0].kind for seed in _SEEDS}), len(KINDS) / 2)

    def test_what_time_is_left_is_drawn(self):
        counts = [len(plan(seed, 600.0).steps) for seed in range(5)]
        self.assertGreater(min(counts), 5 * len(KINDS))

    def test_too_short_a_run_has_what_there_is_room_for(self):
        steps = plan(7, 10.0).steps
        self.assertTrue(steps)
        self.assertLess(_kinds(steps), set(KINDS))

    def test_the_list_is_the_one_that_was_promised(self):
        promised = {"AppKilled", "AppTerminated", "AppHeld", "CallersKilled", "ServerStopped", "ServerKilled",
                    "NetworkGone", "KeyringStopped", "KeyringKilled", "KeyringLocked", "ClockJumped", "DiskFull",
                    "SilentCallers", "ManyWaiting", "RedirectFlooded", "RenewalAnswered lost", "RenewalAnswered drop:5",
                    "RenewalAnswered hang,times=2", "RenewalAnswered 429:3"}
        self.assertLessEqual(promised, set(KINDS))

    def test_one_fault_at_a_time_is_on_each_part(self):
        for seed in _SEEDS:
            until: dict[str, float] = {}
            for step in plan(seed, _MINUTE).steps:
                for part in step.parts:
                    self.assertLessEqual(until.get(part, 0.0), step.at)
                    until[part] = step.at + step.lasts

    def test_the_app_is_not_ended_while_one_life_is_measured(self):
        for seed in _SEEDS:
            drawn = plan(seed, _MINUTE)
            ending = [step.at + step.lasts for step in drawn.steps if step.disturbs]
            self.assertLessEqual(max(ending), drawn.calm_from)

    def test_refresh_tokens_rotate_most_of_a_minute(self):
        for seed in _SEEDS:
            lasting = sum(step.lasts for step in plan(seed, _MINUTE).steps if step.fault is RefreshTokensLast)
            self.assertLess(lasting, _MINUTE / 2)


class TestedByEverybody(unittest.TestCase):
    """The run of ./dev test and CI."""

    def test_has_every_kind(self):
        order = Path(__file__).with_name("CMakeLists.txt").read_text()
        seconds = 60 * float(re.search(r"--minutes ([\d.]+)", order)[1])
        steps = plan(int(re.search(r"--seed (\d+)", order)[1]), seconds).steps
        self.assertEqual(set(KINDS), _kinds(steps))
        answers = {step.argument.split(",")[0].split(":")[0] for step in steps if "Answer" in step.kind}
        self.assertLessEqual({"lost", "drop", "hang", "429"}, answers)


if __name__ == "__main__":
    unittest.main()
