# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong when: a pure function of the seed, so that a run can be had again."""

import random
from typing import NamedTuple

import faults_app
import faults_callers
import faults_keyring
import faults_machine
import faults_person
import faults_server
import faults_socket

FAULTS = [kind for module in (faults_app, faults_callers, faults_keyring, faults_machine, faults_person, faults_server,
                              faults_socket) for kind in module.FAULTS]
_FIRST = 2.0  # seconds
_BETWEEN = (0.3, 2.2)
_LAST = 2.0  # before the end


class Step(NamedTuple):
    at: float
    lasts: float
    fault: type
    argument: str

    def __str__(self) -> str:
        return f"{self.fault.__name__}{f' {self.argument}' if self.argument else ''} for {self.lasts:.1f} s"


class Plan(NamedTuple):
    rotates: bool  # the server: whoever brings a refresh token twice loses the grant
    calm_from: float  # from here the app is not ended: one life of it is measured
    steps: list[Step]


def plan(seed: int, seconds: float) -> Plan:
    chance = random.Random(seed)
    rotates = chance.random() < 0.75
    calm_from = max(seconds / 2, seconds - 150)
    steps, free, at = [], {}, _FIRST
    while at < seconds - _LAST:
        step = _drawn(chance, at, seconds - at)
        disturbs = step.fault.ends_app or step.fault.changes_app
        if free.get(step.fault.part, 0.0) <= at and not (disturbs and at + step.lasts > calm_from):
            steps.append(step)
            free[step.fault.part] = at + step.lasts + 0.5
        at += chance.uniform(*_BETWEEN)
    return Plan(rotates, calm_from, steps)


def _drawn(chance: random.Random, at: float, left: float) -> Step:
    kind = chance.choices(FAULTS, [each.weight for each in FAULTS])[0]
    return Step(at, min(chance.uniform(*kind.lasts), left), kind, chance.choice(kind.arguments))
