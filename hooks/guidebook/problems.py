"""What is wrong in a source, told to the person who can mend it. Knows no rule; refuses to guess."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 300
"""How many characters of an author's own words a message repeats."""
LISTED = 15
"""How many valid words a message lists; all the keys of a bibliography would bury it."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place.

    `what` is a sentence, `found` the author's own words, `fix` what to type, `help` the page that explains it.
    """

    path: str
    line: int
    what: str
    found: str
    fix: str
    help: str

    def __str__(self) -> str:
        return (
            f"{self.path}:{self.line}: {self.what}\n"
            f"  Found: {_shortened(self.found)}\n"
            f"  Fix: {_shortened(self.fix)}\n"
            f"  Help: {self.help}"
        )


def _shortened(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"


def report(problems: Iterable[Problem]) -> str:
    """All problems as one text, sorted by place and counted at the end."""
    ordered = sorted(set(problems))
    count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
    return "\n\n".join([*map(str, ordered), f"{count} in the sources. Nothing was built."])


def nearest(word: str, valid: Iterable[str]) -> str:
    """A sentence that names the valid word the author most likely meant, or the first of those there are."""
    names = sorted(valid)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    if not names:
        return "remove it: there is none yet."
    return f"use one of: {', '.join(names[:LISTED])}{' …' if len(names) > LISTED else '.'}"
