"""What a guideline is made of. Knows nothing of Markdown, HTML or MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONSENSUS = "consensus"
"""The word that stands in `sources` when a statement rests on ordinary professional consensus and on no reference."""


class Group(StrEnum):
    """For whom a statement is written: the three workforce groups reported by CHDI (2015) after Meyers."""

    A = "A"
    """Everyone who cares for young children."""
    B = "B"
    """Professionals who are not mental health specialists, and everyone in C."""
    C = "C"
    """Clinically trained infant and early childhood mental health practitioners."""


GROUPED = ("C",)
"""Letters of the guidelines whose statements say for which workforce group they are; the others speak to services."""


class Status(StrEnum):
    ACTIVE = "active"
    WITHDRAWN = "withdrawn"
    """No longer recommended. The id stays for ever with its tombstone, so that nothing that cites it goes astray."""


@dataclass(frozen=True)
class Statement:
    """One numbered sentence of a guideline, in one language, with the facts that all languages share."""

    id: str
    """Permanent, for example `C4.3`: domain C4, third statement. The same in every language and format."""
    title: str
    """Two to six words for menus and bookmarks."""
    text: str
    """The sentence itself, as Markdown."""
    why: str
    """Why it matters, as Markdown."""
    practice: str
    """What it looks like in practice: a Markdown list."""
    group: Group | None
    """None in a guideline that is not GROUPED, and while the source is wrong; the rules report it."""
    sources: tuple[str, ...]
    """Reference keys, or `CONSENSUS` alone."""
    status: Status
    src_path: str
    """The Markdown file, for messages."""
    line: int
    """The line of the opening `///`, counted from 1 in the file."""

    @property
    def anchor(self) -> str:
        """The fragment of its address: `C4-3`."""
        return anchor_of(self.id)

    @property
    def domain(self) -> str:
        """The domain it belongs to: `C4`."""
        return self.id.rpartition(".")[0]


def anchor_of(statement_id: str) -> str:
    return statement_id.replace(".", "-")
