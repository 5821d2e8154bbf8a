# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closing report."""

from collections import Counter

from verdicts import Verdict


def tell(run, found: list[Verdict], seed: int):
    callers, probes, ledger = run.callers, run.probes, run.ledger
    print(f"\nFaults, {sum(run.faults.values())}:")
    _columns(run.faults)
    print(f"Calls of `framekey token`, {sum(callers.exits.values())}, by exit code:")
    _columns(Counter({str(code): number for code, number in sorted(callers.exits.items())}))
    for words, number in callers.words.most_common(12):
        print(f"  {number:6} times: {words}")
    print(f"Tokens: {len(callers.tokens)} given, {ledger.renewals} renewals ({ledger.rotations} rotated), "
          f"{ledger.sign_ins} sign-ins, {len(probes.starts)} lives of the app")
    wrong = ", ".join(f"{number} {name}" for name, number in ledger.faults.most_common())
    print(f"Wrong answers that were given: {wrong or 'none'}")
    for cause, number in ledger.causes().items():
        print(f"  {number:6} grants ended: {cause}")
    print(f"Answers to `status`, {probes.number}: worst {probes.worst_felt * 1000:.0f} ms as felt, "
          f"{probes.worst * 1000:.0f} ms of it the app's own, {probes.worst_starting * 1000:.0f} ms in a start; "
          f"reference {probes.noise * 1000:.0f} ms")
    print(f"Memory: {run.before}; at the end {run.after}\n")
    for verdict in found:
        print(f"{'PASS' if verdict.holds else 'FAIL'}  {verdict.promise}: {verdict.seen}")
    print(f"\n{'Nothing was lost.' if all(each.holds for each in found) else 'Something does not hold.'} Seed {seed}: "
          f"./dev chaos --minutes {run.seconds / 60:g} --seed {seed}", flush=True)


def _columns(counted: Counter):
    for name, number in counted.most_common():
        print(f"  {number:6} {name}")
