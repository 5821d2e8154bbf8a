# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reckoning of a chaos run can say whose doing a loss was."""

import unittest
from datetime import datetime, timezone

from journal import Interval
from ledger import Ledger


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


def _ledger(requests: list[dict], *intervals: Interval, noise_at=lambda _at: 0.0, starts=()) -> Ledger:
    return Ledger(requests, _Seen(*intervals), noise_at, starts)


class Reckoning(unittest.TestCase):
    def endings(self, *intervals: Interval, fault: str | None = None, **about) -> list[bool]:
        """Whether each was our doing, of a token that was exchanged at 200 and brought again at 230."""
        requests = [_signed_in(100), _renewed(200, fault), _refused(230)]
        return [ending.is_ours for ending in _ledger(requests, *intervals, **about).endings]

    def test_token_brought_twice_is_our_doing(self):
        self.assertEqual([True], self.endings())

    def test_kill_excuses_what_it_left_no_time_to_keep(self):
        self.assertEqual([False], self.endings(Interval("app killed", 200.05, 200.05)))
        self.assertEqual([True], self.endings(Interval("app killed", 200.15, 200.15)))

    def test_kill_before_the_answer_excuses_the_request_that_was_under_way_alone(self):
        killed = Interval("app killed", 199.4, 199.4)
        self.assertEqual([False], self.endings(killed))
        self.assertEqual([False], self.endings(killed, starts=[199.3, 200.2]), "of the one before, of the one after")
        self.assertEqual([False], self.endings(killed, starts=[199.99]), "no app asks as soon as that")
        self.assertEqual([True], self.endings(killed, starts=[199.6]), "it was the next one that asked")
        again = Interval("app killed", 200.05, 200.05)
        self.assertEqual([False], self.endings(killed, again, starts=[199.6]))

    def test_machine_that_stands_still_gives_time_only_then(self):
        killed = Interval("app killed", 200.25, 200.25)
        self.assertEqual([False], self.endings(killed, noise_at=lambda at: 0.2 if at == 200 else 0.0))
        self.assertEqual([True], self.endings(killed, noise_at=lambda at: 0.0 if at == 200 else 0.2))

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
        self.assertEqual([True], self.endings(out, Interval("app ended", 206, float("inf"))), "one that never came")

    def test_token_that_nobody_issued_is_our_doing(self):
        ledger = _ledger([_request(100, 400, presented_refresh_token="r9")])
        self.assertEqual([True], [ending.is_ours for ending in ledger.endings])

    def test_refusal_while_the_server_does_not_rotate_or_is_slow_is_one(self):
        for fault, endings in (("norefresh", 1), ("delay", 1), ("drop", 0), ("error", 0)):
            refused = _refused(230) | {"fault": fault}
            self.assertEqual(endings, len(_ledger([_signed_in(100), _renewed(200), refused]).endings), fault)

    def test_signed_out_is_no_loss(self):
        revoked = _request(210, presented_token="r1") | {"path": "/oauth2/revoke"}
        ledger = _ledger([_signed_in(100), _renewed(200), revoked, _refused(230)])
        self.assertEqual([], ledger.endings)
        self.assertTrue(ledger.lived_at("a1", 209))
        self.assertFalse(ledger.lived_at("a1", 211))
        self.assertFalse(ledger.lived_at("a0", 141))

    def test_renewal_that_rotates_is_counted_apart(self):
        lasting = _request(150, fault="norefresh", presented_refresh_token="r0", issued_access_token="a9")
        ledger = _ledger([_signed_in(100), lasting, _renewed(200, "lost")])
        self.assertEqual((2, 1), (ledger.renewals, ledger.rotations))
        self.assertEqual({"lost": 1}, ledger.faults, "a service that does not rotate does nothing wrong")


if __name__ == "__main__":
    unittest.main()
