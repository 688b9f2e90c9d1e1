"""Numbers as they are reported: median and range, a ratio taken within each round, a budget beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median

DIGITS = {"x": 2, "ms": 0, "kB": 1, "s": 2, "ms a page": 1, "%": 0, "": 3}
"""Unit -> digits after the point; whole numbers are shown as they are."""


@dataclass(frozen=True)
class Spread:
    """What several rounds gave."""

    median: float
    low: float
    high: float
    rounds: int


@dataclass(frozen=True)
class Row:
    """One line of the report."""

    what: str
    value: Spread
    unit: str
    budget: float | None = None
    """At most this; None where nothing was promised."""
    note: str = ""

    @property
    def verdict(self) -> str:
        if self.budget is None:
            return ""
        return "within" if self.value.median <= self.budget else "OVER"

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "verdict": self.verdict}


def spread(values: Iterable[float]) -> Spread:
    found = list(values)
    return Spread(median(found), min(found), max(found), len(found))


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Each round's ratio: what slows the machine for a minute slows both."""
    return spread(one / other for one, other in zip(ours, theirs, strict=True))


def differences(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    return spread(one - other for one, other in zip(ours, theirs, strict=True))


def shown(number: float, unit: str) -> str:
    digits = 0 if unit == "" and float(number).is_integer() else DIGITS[unit]
    return f"{number:.{digits}f}"


def shown_spread(value: Spread, unit: str) -> str:
    words = shown(value.median, unit)
    if value.low != value.high:
        words += f" ({shown(value.low, unit)} to {shown(value.high, unit)})"
    return f"{words} {unit}".rstrip()


def report(title: str, rows: Sequence[Row]) -> str:
    """Rows as a table that a person reads."""
    cells = [("", "median (range)", "n", "budget", "", "")]
    for row in rows:
        budget = "" if row.budget is None else f"<= {shown(row.budget, row.unit)} {row.unit}".rstrip()
        cells.append(
            (row.what, shown_spread(row.value, row.unit), f"{row.value.rounds}", budget, row.verdict, row.note)
        )
    return f"{title}\n{columns(cells)}"


def columns(cells: Sequence[Sequence[str]]) -> str:
    """Cells under one another; the first column reads from the left, so do words."""
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells)
    return "\n".join(f"  {line.rstrip()}" for line in lines)
