# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server's log says of every sign-in: which it ended, and whose doing that was."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from enduringserver import LIFETIME
from journal import ENDING, Interval, Journal

KEPT_WITHIN = 0.1  # seconds after the server's answer; what is not kept by then is a loss of ours (F47)
_UNDER_WAY = 1.0  # a request that the server took up after its sender had been killed
_STORED_AGAIN = 45.0  # the keyring is back: tried again 1, 5 and 30 s after
_SOONEST = 0.05  # from the start of an app to its first request; it loads its libraries first
_NONE = {None, "norefresh"}  # that of a service which does not rotate is no wrong one
_REFUSING = _NONE | {"delay", "noexpiry", "noscope"}  # with these, too, a refusal is the server's own, and arrives
_CUT = {"lost", "drop", "hang", "huge"}
_DELAY = 1.5  # of the fault `delay`, which is in the log before it is answered


class Ending(NamedTuple):
    """The server refused a refresh token, and the grant is gone."""

    at: float  # monotonic clock
    cause: str
    is_ours: bool


class Ledger:
    def __init__(self, requests: Iterable[dict], journal: Journal, noise_at: Callable[[float], float],
                 starts: Iterable[float]):
        """`noise_at`: how long the machine kept everybody about then; `starts`: of the app."""
        self._journal = journal
        self._noise_at = noise_at
        self._starts = list(starts)
        self._answers: dict[str, tuple[float, dict]] = {}  # by refresh token: when it was exchanged for the next one
        self._family: dict[str, str] = {}  # of each token, by the first refresh token
        self._ended: dict[str, float] = {}  # family: since when
        self.issued: dict[str, tuple[float, str]] = {}  # access token: when, family
        self.endings: list[Ending] = []
        self.unkept: list[float] = []  # sign-ins that the app had no time or no keyring to keep
        self.renewals = self.rotations = self.sign_ins = 0
        self.newest = ""  # refresh token
        self.faults: Counter[str] = Counter()  # wrong answers that somebody got
        for request in requests:
            self._take(request, _time(request) + journal.wall_to_monotonic)

    def causes(self) -> Counter[str]:
        return Counter(ending.cause for ending in self.endings)

    def lived_at(self, access_token: str, at: float) -> bool:
        """As far as the server has said, and not too old by then."""
        since, family = self.issued[access_token]
        return at < self._ended.get(family, float("inf")) and at - since < LIFETIME

    def _take(self, request: dict, at: float):
        if request["fault"] not in _NONE:
            self.faults[request["fault"]] += 1
        if request["path"].endswith("/revoke") and request["status"] == 200:
            self._ended.setdefault(self._family.get(request.get("presented_token_sha256", ""), ""), at)
        if not request["path"].endswith("/token"):
            return
        presented = request.get("presented_refresh_token_sha256", "")
        if "issued_access_token_sha256" in request:
            self._take_issue(request, presented, at)
        elif presented and request["status"] == 400 and request["fault"] in _REFUSING:
            self._take_refusal(presented, at)

    def _take_issue(self, request: dict, presented: str, at: float):
        issued = request.get("issued_refresh_token_sha256", "")
        family = self._family.get(presented, presented) or issued
        self._family[issued or presented] = family
        self.issued[request["issued_access_token_sha256"]] = (at, family)
        if presented:
            self.renewals += 1
        else:
            self.sign_ins += 1
            if self._excuse(at, request, float("inf")):
                self.unkept.append(at)
        if presented and issued:
            self.rotations += 1
            self._answers[presented] = (at, request)
        self.newest = issued or presented

    def _take_refusal(self, presented: str, at: float):
        family = self._family.get(presented, presented)
        if family in self._ended:
            return  # said once more; what counts is what had ended it
        self._ended[family] = at
        if presented not in self._answers:
            self.endings.append(Ending(at, "a refresh token that the server never issued", True))
            return
        answered_at, answer = self._answers[presented]
        cause = self._excuse(answered_at, answer, at)
        self.endings.append(Ending(at, cause or f"reused {at - answered_at:.2f} s after its answer, at "
                                   f"{at - self._journal.began:.2f}", not cause))

    def _excuse(self, answered: float, answer: dict, until: float) -> str:
        """Why the app cannot have the answer any more; empty: it ought to."""
        answered += _DELAY if answer["fault"] == "delay" else 0.0
        if answer["fault"] in _CUT or self._overlapping("server out", answered - 0.5, answered + 0.5):
            return "the answer was lost on its way (F5)"
        kept_within = KEPT_WITHIN + self._noise_at(answered)
        killed = [each.since for each in self._journal.intervals("app killed")
                  if answered - _UNDER_WAY < each.since < until and not self._is_of_the_next(each.since, answered)]
        if killed and killed[0] - answered - self._held(answered, killed[0]) < kept_within:
            return "killed before the answer could be kept (F47)"
        out = self._overlapping("keyring out", answered - 0.2, answered + kept_within)
        ended = [each.since for each in self._journal.intervals("app ended")
                 if answered - ENDING < each.since < until and each.until < float("inf")]
        if out and ended and ended[0] < max(each.until for each in out) + _STORED_AGAIN:
            return "ended while there was no keyring to keep it (F39)"
        return ""

    def _is_of_the_next(self, killed: float, answered: float) -> bool:
        """Whether the request was made by an app that was started after that kill."""
        return any(killed <= start <= answered - _SOONEST for start in self._starts)

    def _overlapping(self, what: str, since: float, until: float) -> list[Interval]:
        return [each for each in self._journal.intervals(what) if each.overlaps(since, until)]

    def _held(self, since: float, until: float) -> float:
        """How long of it the app was not let run."""
        held = self._journal.intervals("app held")
        return sum(max(0.0, min(until, each.until) - max(since, each.since)) for each in held)


def _time(request: dict) -> float:
    return datetime.fromisoformat(request["time"].replace("Z", "+00:00")).timestamp()
