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
KINDS = [kind for fault in FAULTS for kind in fault.kinds()]
_FIRST = 2.0  # seconds
_BETWEEN_DEALT = (0.3, 1.5)
_BETWEEN = (0.3, 2.2)
_LAST = 2.0  # before the end
_MOST_DEALS = 300  # a run that is too short for every kind gets what there is room for


class Step(NamedTuple):
    at: float
    lasts: float
    fault: type
    argument: str

    @property
    def kind(self) -> str:
        return self.fault.kind(self.argument)

    @property
    def parts(self) -> set[str]:
        return {self.fault.part, *self.fault.keeps}

    @property
    def disturbs(self) -> bool:
        return self.fault.ends_app or self.fault.changes_app

    def __str__(self) -> str:
        return f"{self.fault.__name__}{f' {self.argument}' if self.argument else ''} for {self.lasts:.1f} s"


class Plan(NamedTuple):
    calm_from: float  # from here the app is not ended: one life of it is measured
    steps: list[Step]


def plan(seed: int, seconds: float) -> Plan:
    """Every kind once, in any order; what time is left, at random."""
    chance = random.Random(seed)
    calm_from = max(seconds / 2, seconds - 150)
    for _ in range(_MOST_DEALS):
        steps = _Table(chance, seconds, calm_from).played()
        if {step.kind for step in steps} == set(KINDS):
            break
    return Plan(calm_from, steps)


class _Table:
    def __init__(self, chance: random.Random, seconds: float, calm_from: float):
        self._chance = chance
        self._seconds = seconds
        self._calm_from = calm_from
        self._free: dict[str, float] = {}  # by part: from when
        self._dealt = [(kind, argument) for kind in FAULTS
                       for argument in (kind.arguments if kind.each else [chance.choice(kind.arguments)])]
        chance.shuffle(self._dealt)

    def played(self) -> list[Step]:
        steps, at = [], _FIRST
        while at < self._seconds - _LAST:
            is_dealing = bool(self._dealt)
            step = self._dealt_at(at) if is_dealing else self._drawn_at(at)
            if step:
                steps.append(step)
                self._free |= dict.fromkeys(step.parts, at + step.lasts + 0.5)
            at += self._chance.uniform(*(_BETWEEN_DEALT if is_dealing else _BETWEEN))
        return steps

    def _dealt_at(self, at: float) -> Step | None:
        """The first for which there is room now."""
        for number, (kind, argument) in enumerate(self._dealt):
            step = self._step(at, kind, argument)
            if self._fits(step):
                del self._dealt[number]
                return step
        return None

    def _drawn_at(self, at: float) -> Step | None:
        kind = self._chance.choices(FAULTS, [each.weight for each in FAULTS])[0]
        step = self._step(at, kind, self._chance.choice(kind.arguments))
        return step if self._fits(step) else None

    def _step(self, at: float, kind: type, argument: str) -> Step:
        return Step(at, min(self._chance.uniform(*kind.lasts), self._seconds - at), kind, argument)

    def _fits(self, step: Step) -> bool:
        is_free = all(self._free.get(part, 0.0) <= step.at for part in step.parts)
        return is_free and not (step.disturbs and step.at + step.lasts > self._calm_from)
