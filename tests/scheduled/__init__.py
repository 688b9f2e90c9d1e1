"""What time changes though no file does. `make scheduled`, once a week; never part of `make test`.

Each check says that all is well, or what is to be done, or that it could not look: what nobody looked at is not well.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
WELL, TO_DO, TO_KNOW, NOT_CHECKED = "all is well", "to be done", "to know", "could not be checked"


@dataclass(frozen=True)
class Finding:
    """What one check found."""

    title: str
    verdict: str
    lines: list[str] = field(default_factory=list)

    @property
    def fails(self) -> bool:
        return self.verdict in (TO_DO, NOT_CHECKED)

    def __str__(self) -> str:
        return "\n".join([f"## {self.title}: {self.verdict}", "", *(f"- {line}" for line in self.lines), ""])
