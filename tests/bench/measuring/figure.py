# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""One measured thing beside its reference, and what must hold for it."""

from dataclasses import dataclass

_ROW = "{:<48} {:>10} {:>10} {:>7} {:>8}  {}"


@dataclass(frozen=True)
class Figure:
    """With a reference the bound is one of the ratio, without one of the figure itself; None: for information."""

    name: str
    ours: float
    reference: float | None = None
    bound: float | None = None

    @property
    def ratio(self) -> float | None:
        return None if self.reference is None else self.ours / self.reference

    @property
    def holds(self) -> bool:
        bounded = self.ours if self.ratio is None else self.ratio
        return self.bound is None or bounded <= self.bound

    def row(self) -> str:
        verdict = "" if self.bound is None else "yes" if self.holds else "NO"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        bound = "" if self.bound is None else f"<= {self.bound:g}"
        return _ROW.format(self.name, _number(self.ours), _number(self.reference), ratio, bound, verdict)


def table(figures: list[Figure]) -> str:
    head = _ROW.format("figure (medians)", "ours", "reference", "ratio", "bound", "holds")
    return "\n".join([head, "-" * len(head)] + [figure.row() for figure in figures])


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if value != int(value) else str(int(value))
