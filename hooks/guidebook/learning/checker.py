"""Gathers what is wrong in one question or case; its rules stand in the modules called rules. Knows no rule itself."""

from __future__ import annotations

import re

from guidebook.learning.model import BranchingCase, Question
from guidebook.problems import Problem

KEY = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
"""What the browser remembers: lower-case English words, the same in every language."""


def counted(count: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class Checker:
    def __init__(self, judged: Question | BranchingCase, help: str) -> None:
        self.judged = judged
        self.help = help
        self.problems: list[Problem] = []

    def add(self, what: str, found: str, fix: str, line: int | None = None) -> None:
        self.problems.append(Problem(self.judged.src_path, line or self.judged.line, what, found, fix, self.help))
