# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reckoning of a chaos run can say no, and its plan is the seed's alone."""

import unittest
from datetime import datetime, timezone

from journal import Interval
from ledger import Ledger
from plan import plan


class _Seen:
    """A journal of these intervals, whose clocks agree."""

    began = wall_to_monotonic = 0.0

    def __init__(self, *intervals: Interval):
        self._intervals = intervals

    def intervals(self, *whats: str) -> list[Interval]:
        return [each for each in self._intervals if each.what in whats]


def _request(at: float, status: int = 200, fault: str | None = None, **tokens: str) -> dict:
    time = datetime.fromtimestamp(at, timezone.utc).isoformat().replace("+00:00", "Z")
    return {"time": time, "path": "/oauth2/token", "status": status, "fault": fault,
            **{f"{name}_sha256": value for name, value in tokens.items()}}


def _signed_in(at: float) -> dict:
    return _request(at, issued_access_token="a0", issued_refresh_token="r0")


def _renewed(at: float, fault: str | None = None) -> dict:
    return _request(at, fault=fault, presented_refresh_token="r0", issued_access_token="a1", issued_refresh_token="r1")


def _refused(at: float) -> dict:
    return _request(at, 400, presented_refresh_token="r0")


class Reckoning(unittest.TestCase):
    def endings(self, *intervals: Interval, fault: str | None = None) -> list[bool]:
        """Whether each was our doing, of a token that was exchanged at 200 and brought again at 230."""
        requests = [_signed_in(100), _renewed(200, fault), _refused(230)]
        return [ending.is_ours for ending in Ledger(requests, _Seen(*intervals), noise=0.0).endings]

    def test_token_brought_twice_is_our_doing(self):
        self.assertEqual([True], self.endings())

    def test_kill_excuses_what_it_left_no_time_to_keep(self):
        self.assertEqual([False], self.endings(Interval("app killed", 200.05, 200.05)))
        self.assertEqual([True], self.endings(Interval("app killed", 200.15, 200.15)))

    def test_time_in_which_the_app_was_held_is_none(self):
        held = Interval("app held", 200.02, 203.0)
        self.assertEqual([False], self.endings(held, Interval("app killed", 203.05, 203.05)))
        self.assertEqual([True], self.endings(held, Interval("app killed", 203.15, 203.15)))

    def test_lost_answer_is_the_server_s(self):
        self.assertEqual([False], self.endings(fault="lost"))
        self.assertEqual([False], self.endings(Interval("server out", 200.1, 202)))
        self.assertEqual([True], self.endings(Interval("server out", 190, 199)))

    def test_keyring_that_is_gone_excuses_an_end_alone(self):
        out = Interval("keyring out", 199, 205)
        self.assertEqual([True], self.endings(out))
        self.assertEqual([False], self.endings(out, Interval("app ended", 206, 206.5)))

    def test_token_that_nobody_issued_is_our_doing(self):
        ledger = Ledger([_request(100, 400, presented_refresh_token="r9")], _Seen(), noise=0.0)
        self.assertEqual([True], [ending.is_ours for ending in ledger.endings])

    def test_signed_out_is_no_loss(self):
        revoked = _request(210, presented_token="r1") | {"path": "/oauth2/revoke"}
        ledger = Ledger([_signed_in(100), _renewed(200), revoked, _refused(230)], _Seen(), noise=0.0)
        self.assertEqual([], ledger.endings)
        self.assertTrue(ledger.lived_at("a1", 209))
        self.assertFalse(ledger.lived_at("a1", 211))
        self.assertFalse(ledger.lived_at("a0", 141))


class Plans(unittest.TestCase):
    def test_one_seed_is_one_plan(self):
        self.assertEqual(plan(7, 60), plan(7, 60))
        self.assertNotEqual(plan(7, 60).steps, plan(8, 60).steps)

    def test_one_fault_at_a_time_is_on_each_part(self):
        for seed in range(50):
            until: dict[str, float] = {}
            for step in plan(seed, 60).steps:
                self.assertLessEqual(until.get(step.fault.part, 0.0), step.at)
                until[step.fault.part] = step.at + step.lasts

    def test_the_app_is_not_ended_while_one_life_is_measured(self):
        for seed in range(50):
            drawn = plan(seed, 60)
            ending = [step.at for step in drawn.steps if step.fault.ends_app]
            self.assertLess(max(ending, default=0.0), drawn.calm_from)


if __name__ == "__main__":
    unittest.main()
