"""Keeps the run below its limit and says where it is: a bench that nobody waits for is not run."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator


class Clock:
    """Progress on the terminal, and when to stop."""

    def __init__(self, limit: float) -> None:
        self.start = time.monotonic()
        self.limit = limit

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.start

    def say(self, words: str) -> None:
        print(f"{self.elapsed:5.0f} s  {words}", file=sys.stderr, flush=True)

    def rounds(self, count: int, until: float, what: str, expected: float = 0.0) -> Iterator[int]:
        """Round numbers from 0, as many as fit before second `until` of the run; at least one, if `expected` fits."""
        if self.elapsed + expected > min(until, self.limit):
            self.say(f"{what}: left out, it would take about {expected:.0f} s")
            return
        longest = 0.0
        for number in range(count):
            begun = self.elapsed
            if number and begun + longest > min(until, self.limit):
                self.say(f"{what}: stopped after {number} of {count} rounds, the time is up")
                return
            self.say(f"{what}: round {number + 1} of {count}")
            yield number
            longest = max(longest, self.elapsed - begun)
