# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verdict of a chaos run can say no, and says it where there was nothing to judge."""

import tempfile
import unittest
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from callers import Given, digest
from footprint import Footprint
from journal import Journal
from keyringdaemon import Kept
from ledger import Ending
from plan import KINDS
from probes import Probes
from verdicts import verdicts

_ACCESS, _REFRESH, _CODE, _VERIFIER = ("access-token-0123456789", "refresh-token-012345678", "code-0123456789abcdefgh",
                                       "verifier-0123456789abcd")
_SECRETS = [("access_token", _ACCESS), ("refresh_token", _REFRESH), ("code", _CODE), ("code_verifier", _VERIFIER)]
_MINUTE = 60
_LIFE = 11


def row(at: float, own: float = 0.001, reference: float = 0.001, spawning: float = 0.002, process: int = _LIFE) -> dict:
    return {"at": at, "took": own, "own": own, "reference": reference, "spawning": spawning, "process": process}


def probes(*more: dict, journal: Journal | None = None) -> Probes:
    """A minute of a quick app, and these."""
    quick = [row(at) for at in range(0, _MINUTE + 5)]
    return Probes(sorted([*quick, *more], key=lambda each: each["at"]), journal or Journal())


class Verdicts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.run_ = SimpleNamespace(
            seconds=_MINUTE, is_calm=True, may_miss=False, faults=Counter(KINDS), not_to_be_had=set(),
            renewed_at_the_end=True, end_said="", storage="keychain", probes=probes(), secrets=_SECRETS,
            before=Footprint(_LIFE, 5000, 30), after=Footprint(_LIFE, 5000, 30),
            kept=Kept(["work/tokens"], [{"refreshToken": _REFRESH}]),
            processes=SimpleNamespace(found=lambda _search: set()),
            ledger=SimpleNamespace(endings=[], causes=Counter, unkept=[], rotations=3, newest=digest(_REFRESH),
                                   issued={digest(_ACCESS): (0.0, "r")}, lived_at=lambda _digest, _at: True),
            callers=SimpleNamespace(exits=Counter({0: 9}), accepted=9, unasked=0, refused=[], tokens={_ACCESS},
                                    words=Counter()),
            world=SimpleNamespace(
                person=SimpleNamespace(needs=[], orders=1), journal=Journal(), folder=self.folder,
                session=self.folder / "session",
                home=SimpleNamespace(browser=SimpleNamespace(opened=lambda: ["http://127.0.0.1/"]))))

    def says_no(self, promise: str, count: int = 1):
        failing = [verdict.promise for verdict in verdicts(self.run_) if not verdict.holds]
        self.assertEqual(count, len(failing), failing)
        self.assertIn(promise, failing[0])

    def says_yes(self):
        self.assertEqual([], [verdict for verdict in verdicts(self.run_) if not verdict.holds])

    def test_all_can_be_well(self):
        self.says_yes()

    def test_kind_that_was_not_injected(self):
        self.run_.faults["NetworkGone"] = 0
        self.says_no("every kind of fault")
        self.run_.may_miss = True
        self.says_no("every kind of fault")
        self.run_.not_to_be_had = {"NetworkGone"}
        self.says_yes()
        self.run_.may_miss = False
        self.says_no("every kind of fault")

    def test_no_renewal_at_the_end(self):
        self.run_.renewed_at_the_end = False
        self.says_no("after all faults")

    def test_refresh_token_lost_or_none_ever_rotated(self):
        self.run_.ledger.endings = [Ending(1.0, "the server's", False)]
        self.says_yes()
        self.run_.ledger.endings = [Ending(1.0, "ours", True)]
        self.says_no("no refresh token lost")
        self.run_.ledger.endings, self.run_.ledger.rotations = [], 0
        self.says_no("no refresh token lost")

    def test_sign_in_that_nothing_asks_for(self):
        self.run_.world.person.needs = [(5.0, "signed-out")]
        self.says_no("no sign-in asked for")
        self.run_.ledger.unkept = [4.0]
        self.says_yes()

    def test_trouble(self):
        self.run_.world.journal.troubles.append("half a token")
        self.says_no("a whole token or nothing")

    def test_token_that_is_not_the_server_s_or_not_taken_or_none_at_all(self):
        self.run_.callers.refused = [Given(digest(_ACCESS), 1.0)]
        self.says_no("each printed token")
        self.run_.callers.refused, self.run_.callers.accepted = [], 0
        self.says_no("each printed token")
        self.run_.callers.accepted, self.run_.ledger.issued = 9, {}
        self.says_no("each printed token")

    def test_browser_too_many(self):
        self.run_.world.person.orders = 0
        self.says_no("no browser")

    def test_stall(self):
        self.run_.probes = probes(row(30.5, own=0.15), row(40.5, reference=0.2, spawning=0.2))
        self.says_no("no stall")
        self.run_.is_calm = False
        self.says_yes()

    def test_too_few_answers(self):
        self.run_.is_calm = False
        self.run_.probes = Probes([row(at) for at in range(0, _MINUTE, 2)], Journal())
        self.says_no("no stall")
        self.run_.probes = Probes([], Journal())
        self.says_no("no stall")

    def test_memory_or_descriptors_that_grow(self):
        self.run_.after = Footprint(_LIFE, 9000, 30)
        self.says_no("memory")
        self.run_.after = Footprint(_LIFE, 5000, 33)
        self.says_no("memory")
        self.run_.after = Footprint(_LIFE + 1, 5000, 30)
        self.says_no("memory")

    def test_keyring_without_the_newest_alone(self):
        newest, other = {"refreshToken": _REFRESH}, {"refreshToken": _ACCESS}
        for keys, documents in ((["work/tokens", "probe/0"], [newest, None]),
                                (["probe/0", "work/tokens"], [None, newest])):
            self.run_.kept = Kept(keys, documents)
            self.says_yes()
        for keys, documents in (([], []), (["work/tokens"], [other]), (["work/tokens"], [None]),
                                (["work/tokens", "play/tokens"], [newest, newest]),
                                (["work/tokens", "play/tokens"], [newest, None]),
                                (["work/tokens", "probe/0", "probe/1"], [newest, None, None])):
            self.run_.kept = Kept(keys, documents)
            self.says_no("one item in the keyring")
        self.run_.kept, self.run_.storage = Kept(["work/tokens"], [newest]), "memory"
        self.says_no("one item in the keyring")

    def test_secret_outside(self):
        for secret in (secret for _, secret in _SECRETS):
            (self.folder / "app.log").write_text(f"trace {secret}\n")
            self.says_no("no secret")
        (self.folder / "app.log").unlink()
        (self.folder / "issued").mkdir()
        (self.folder / "issued" / "secrets").write_text(_REFRESH)
        self.says_yes()

    def test_secrets_that_were_not_all_looked_for(self):
        for missing in _SECRETS:
            self.run_.secrets = [secret for secret in _SECRETS if secret != missing]
            self.says_no("no secret")
        self.run_.secrets = [*_SECRETS[1:], ("access_token", "another-one-0123456789")]
        self.says_no("no secret")

    def test_life_that_ended_by_itself(self):
        self.run_.probes = probes(row(70.0, process=_LIFE + 1))
        self.says_no("never ended by itself")


if __name__ == "__main__":
    unittest.main()
