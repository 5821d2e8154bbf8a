# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every fault is: something that begins, lasts and ends, drawn by the plan from what its class says of it."""

import random
from typing import ClassVar


class Fault:
    """`argument` is one of `arguments`, drawn with it."""

    part: ClassVar[str]  # of the world; one fault at a time is on each
    keeps: ClassVar[tuple[str, ...]] = ()  # parts that it needs to be well meanwhile
    weight: ClassVar[int] = 2  # how often, against the others
    lasts: ClassVar[tuple[float, float]] = (0.5, 3.0)  # seconds
    arguments: ClassVar[tuple[str, ...]] = ("",)
    each = False  # every one of them is a kind of its own, which no run may miss
    ends_app = False
    changes_app = False  # either is not drawn where one life of the app is measured

    def __init__(self, world, argument: str, chance: random.Random):
        self.world = world
        self.argument = argument
        self.chance = chance
        self.took_hold = True  # false where there turned out to be nothing to break

    @classmethod
    def kind(cls, argument: str) -> str:
        """By which it is counted."""
        return f"{cls.__name__} {argument}" if cls.each else cls.__name__

    @classmethod
    def kinds(cls) -> list[str]:
        return [cls.kind(argument) for argument in cls.arguments] if cls.each else [cls.__name__]

    @classmethod
    def is_possible(cls, _world) -> bool:
        """On this machine."""
        return True

    def begin(self):
        """May take its time; what it started it also ends, in `end`."""

    def end(self):
        pass
