# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The promises, each held against what was seen."""

from typing import NamedTuple

from harness.secretsearch import SecretSearch

from callers import digest
from ledger import Ledger
from probes import Probes

_STALL = 0.1  # seconds
_GROWTH = 2048, 1.05  # KiB, and this times as much
_DESCRIPTORS = 2


class Verdict(NamedTuple):
    promise: str
    holds: bool
    seen: str


def verdicts(run) -> list[Verdict]:
    return [_sign_in_stands(run), _nothing_lost(run.ledger), _needs_are_explained(run), _output_is_whole(run),
            _tokens_are_accepted(run), _one_prompt_a_cause(run), _no_stall(run.probes, run.is_calm),
            _memory_is_flat(run), _one_item(run), _no_secret_outside(run), _never_ended_by_itself(run)]


def _sign_in_stands(run) -> Verdict:
    return Verdict("after all faults a renewal works without a person", run.renewed_at_the_end, run.end_said)


def _nothing_lost(ledger: Ledger) -> Verdict:
    ours = [ending.cause for ending in ledger.endings if ending.is_ours]
    others = ", ".join(f"{number} {cause}" for cause, number in ledger.causes().items()) or "no grant ended"
    return Verdict("no refresh token lost, no family revoked by us", not ours, "; ".join(ours) or others)


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
    return Verdict("each printed token is the server's and the API takes it", not strange and not too_soon,
                   wrong if strange or too_soon else seen)


def _one_prompt_a_cause(run) -> Verdict:
    opened, orders = len(run.world.home.browser.opened()), run.world.person.orders
    return Verdict("no browser but for a sign-in that was ordered", opened <= orders,
                   f"{opened} browsers, {orders} sign-ins ordered")


def _no_stall(probes: Probes, is_calm: bool) -> Verdict:
    """Beyond what a process that only echoes, and one that only starts `true`, were kept in the same run. On a busy
    machine it is told only: time is no test there."""
    bound = _STALL + max(probes.noise, probes.spawning)
    return Verdict("no stall of the event loop over 100 ms", probes.worst <= bound or not is_calm,
                   f"of {probes.number} answers the worst: {', '.join(probes.slowest)}; the machine's own: "
                   f"{probes.noise * 1000:.0f} ms for an echo, {probes.spawning * 1000:.0f} ms to start `true`")


def _memory_is_flat(run) -> Verdict:
    before, after = run.before, run.after
    if before.process != after.process:
        return Verdict("memory and descriptors flat", False, "the app that was measured has ended")
    bound = before.kibibytes * _GROWTH[1] + _GROWTH[0]
    flat = after.kibibytes <= bound and after.descriptors <= before.descriptors + _DESCRIPTORS
    return Verdict("memory and descriptors flat", flat, f"{before}, at the end {after}")


def _one_item(run) -> Verdict:
    items = run.items
    kept = [digest(item.get("refreshToken", "")) for item in items]
    newest = kept == [run.ledger.newest] and run.storage == "keychain"
    return Verdict("one item in the keyring, with the newest refresh token", newest,
                   f"{len(items)} items" + ("" if newest else f", not the newest refresh token; storage {run.storage}"))


def _no_secret_outside(run) -> Verdict:
    secrets = [("access token", token) for token in run.callers.tokens]
    secrets += [("refresh token", item["refreshToken"]) for item in run.items if "refreshToken" in item]
    search = SecretSearch(secrets)
    world = run.world
    found = run.processes.found(search) | search.in_folder(world.folder, {world.session / "data" / "keyrings"})
    found |= search.in_bytes("\n".join(run.callers.words).encode(), "what commands said")
    return Verdict("no secret in any file, output, argument or environment", not found and bool(secrets),
                   "; ".join(map(str, sorted(found, key=str)))[:300] or f"{len(secrets)} secrets looked for")


def _never_ended_by_itself(run) -> Verdict:
    ended = [f"{at - run.world.journal.began:.2f}" for at in run.probes.unexplained_ends]
    return Verdict("the app never ended by itself", not ended, ", ".join(ended) or "")
