# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The promises, each held against what was seen."""

from collections import Counter
from typing import NamedTuple

from harness.secretsearch import SecretSearch

from callers import digest
from ledger import Ledger
from plan import KINDS
from probes import OPENING, START

_SECRETS = {"access_token", "refresh_token", "code", "code_verifier"}
_PROBES = 1.0  # a second of the run, at least: fewer show nothing
_GROWTH = 2048, 1.05  # KiB, and this times as much
_DESCRIPTORS = 2


class Verdict(NamedTuple):
    promise: str
    holds: bool
    seen: str


def verdicts(run) -> list[Verdict]:
    return [_every_kind(run), _sign_in_stands(run), _nothing_lost(run.ledger), _needs_are_explained(run),
            _output_is_whole(run), _tokens_are_accepted(run), _one_prompt_a_cause(run), _no_stall(run),
            _memory_is_flat(run), _one_item(run), _no_secret_outside(run), _never_ended_by_itself(run)]


def _every_kind(run) -> Verdict:
    """Of those that took hold; one that this machine has not is none, but where that was allowed."""
    excused = run.not_to_be_had if run.may_miss else set()
    missing = [kind for kind in KINDS if not run.faults[kind] and kind not in excused]
    seen = f"{len(KINDS) - len(excused)} of {len(KINDS)} kinds"
    if excused:
        seen += f", without {', '.join(sorted(excused))}, which this machine has not"
    return Verdict("every kind of fault was injected", not missing, f"not {', '.join(missing)}" if missing else seen)


def _sign_in_stands(run) -> Verdict:
    return Verdict("after all faults a renewal works without a person", run.renewed_at_the_end, run.end_said)


def _nothing_lost(ledger: Ledger) -> Verdict:
    ours = [ending.cause for ending in ledger.endings if ending.is_ours]
    others = ", ".join(f"{number} {cause}" for cause, number in ledger.causes().items()) or "no grant ended"
    return Verdict("no refresh token lost, no family revoked by us", not ours and ledger.rotations > 0,
                   "; ".join(ours) or f"{ledger.rotations} rotations; {others}")


def _needs_are_explained(run) -> Verdict:
    """A person is needed only where the server has ended the grant."""
    unexplained = []
    last = 0.0
    for at, state in run.world.person.needs:
        causes = [ending.at for ending in run.ledger.endings] + run.ledger.unkept
        if not any(last < cause <= at + 0.5 for cause in causes):
            unexplained.append(f"{state} at {at - run.world.journal.began:.2f}")
        last = at
    return Verdict("no sign-in asked for that stands", not unexplained,
                   ", ".join(unexplained) or f"{len(run.world.person.needs)} asked for")


def _output_is_whole(run) -> Verdict:
    troubles = run.world.journal.troubles
    return Verdict("a whole token or nothing, documented exit codes", not troubles,
                   "; ".join(troubles) or f"{sum(run.callers.exits.values())} calls")


def _tokens_are_accepted(run) -> Verdict:
    callers, ledger = run.callers, run.ledger
    strange = [token for token in callers.tokens if digest(token) not in ledger.issued]
    too_soon = [given for given in callers.refused if given.digest in ledger.issued
                and ledger.lived_at(given.digest, given.at + run.world.journal.wall_to_monotonic)]
    seen = f"{callers.accepted} accepted, {callers.unasked} while the API had a fault, {len(callers.tokens)} tokens"
    wrong = f"{len(strange)} never issued, {len(too_soon)} refused though alive"
    return Verdict("each printed token is the server's and the API takes it",
                   not strange and not too_soon and callers.accepted > 0,
                   wrong if strange or too_soon else seen)


def _one_prompt_a_cause(run) -> Verdict:
    opened, orders = len(run.world.home.browser.opened()), run.world.person.orders
    return Verdict("no browser but for a sign-in that was ordered", opened <= orders,
                   f"{opened} browsers, {orders} sign-ins ordered")


def _no_stall(run) -> Verdict:
    """Beyond what a process that only echoes, and one that only starts `true`, were kept right after. On a busy machine
    it is told only: time is no test there."""
    probes = run.probes
    holds = probes.judged >= run.seconds * _PROBES and not (probes.stalls and run.is_calm)
    promise = ("no stall of the event loop over 100 ms, and what the machine kept others then, but in the first "
               f"{START} s of a life, for {OPENING} s from the order to open its window and while we held it")
    return Verdict(promise if run.is_calm else f"{promise} (told, not judged: --busy)", holds,
                   f"{len(probes.stalls)} in {probes.judged} answers; the worst: {', '.join(probes.slowest)}")


def _memory_is_flat(run) -> Verdict:
    before, after = run.before, run.after
    if before.process != after.process:
        return Verdict("memory and descriptors flat", False, "the app that was measured has ended")
    bound = before.kibibytes * _GROWTH[1] + _GROWTH[0]
    flat = after.kibibytes <= bound and after.descriptors <= before.descriptors + _DESCRIPTORS
    return Verdict("memory and descriptors flat", flat, f"{before}, at the end {after}")


def _one_item(run) -> Verdict:
    kept, probes = run.kept, run.kept.probes()
    documents = [document for document in kept.documents if document is not None]
    newest = [digest(document.get("refreshToken", "")) for document in documents] == [run.ledger.newest]
    alone = len(kept.keys) == len(kept.documents) == 1 + len(probes) and len(probes) <= 1
    seen = ", ".join(kept.keys) or "no item"
    return Verdict("one item in the keyring, with the newest refresh token, and at most one probe that was killed",
                   newest and alone and run.storage == "keychain",
                   seen if newest else f"{seen}; not the newest refresh token; storage {run.storage}")


def _no_secret_outside(run) -> Verdict:
    """All that the server issued, and all that it was brought; the folder where it notes them is its own."""
    world, secrets = run.world, run.secrets
    unknown = run.callers.tokens - {value for _, value in secrets}
    search = SecretSearch(secrets)
    theirs = {world.session / "data" / "keyrings", world.folder / "issued"}
    found = run.processes.found(search) | search.in_folder(world.folder, theirs)
    found |= search.in_bytes("\n".join(run.callers.words).encode(), "what commands said")
    kinds = Counter(kind for kind, _ in secrets)
    seen = "; ".join(map(str, sorted(found, key=str)))[:300]
    seen = seen or ", ".join(f"{kinds[kind]} {kind}" for kind in sorted(kinds))
    return Verdict("no secret in any file, output, argument or environment",
                   not found and not unknown and set(kinds) == _SECRETS, seen + (" (not all)" if unknown else ""))


def _never_ended_by_itself(run) -> Verdict:
    ended = [f"{at - run.world.journal.began:.2f}" for at in run.probes.unexplained_ends]
    return Verdict("the app never ended by itself", not ended, ", ".join(ended) or "")
