"""What trainers have of a section, a question or a case: its minutes with a group, its part, the words for them.

Knows nothing of Markdown, HTML or MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What becomes of it in a session."""

    CORE = "core"
    """Every session has it, as far as its time goes."""
    OPTIONAL = "optional"
    """Where time is left."""
    READING = "reading"
    """Read alone, before or after; it is not presented."""


class Kind(StrEnum):
    SECTION = "section"
    QUESTION = "question"
    CASE = "case"


@dataclass(frozen=True)
class Item:
    """A section, question or case as a trainer meets it, in one language."""

    kind: Kind
    id: str
    """Of the heading, the question or the case; the same in every language."""
    title: str
    minutes: int
    """With a group; 0 only while the source is wrong."""
    part: Part
    note: str
    """Markdown for the trainer; may be empty."""
    line: int
    """Where it begins in its page."""
    note_line: int
    """Where the trainer's words begin; 0 where there are none."""

    @property
    def anchor(self) -> str:
        """Its id on the page of the site."""
        return f"case-{self.id}" if self.kind is Kind.CASE else self.id
