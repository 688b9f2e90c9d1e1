"""What a guideline is made of. Knows nothing of Markdown, HTML or MkDocs."""

from __future__ import annotations

from collections.abc import Iterable
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


GUIDELINES = "CPO"
"""Letters of the guidelines, in the order in which the site presents them."""

GROUPED = ("C",)
"""Letters of the guidelines whose statements say for which workforce group they are; the others speak to services."""


class Level(StrEnum):
    """The work a statement belongs to: three levels of professional development (CHDI 2015; ECMH Partnership 2022)."""

    PROMOTION = "promotion"
    """For all young children and families; the base that everyone needs."""
    PREVENTION = "prevention"
    """For families facing more stress, before difficulties take hold."""
    CLINICAL = "clinical"
    """Assessment and treatment, by trained clinicians."""
    EVERY = "every"
    """Runs through the three: safety, culture, the choice of programs."""


LEVELS = (Level.PROMOTION, Level.PREVENTION, Level.CLINICAL)
"""The three, from the widest to the most specialized."""
LEVEL_OF_GROUP = {Group.A: Level.PROMOTION, Group.B: Level.PREVENTION, Group.C: Level.CLINICAL}
"""What a group must be able to do beyond the group before it: where a statement has a group, nobody types its level."""
LEVELLED = ("P",)
"""Letters of the guidelines whose statements say their level. Those of GROUPED have it from their group; in the others
the sources give none."""


def levels_together(levels: Iterable[Level | None]) -> tuple[Level, ...]:
    """The levels of several statements as one answer: in order, each once, `EVERY` alone when it is all of them."""
    found = set(levels)
    if Level.EVERY in found or found.issuperset(LEVELS):
        return (Level.EVERY,)
    return tuple(level for level in LEVELS if level in found)


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
    level: Level | None
    """None in a guideline for which the sources give no level, and while the source is wrong; the rules report it."""
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


def order_of(statement_id: str) -> tuple[int, int, int]:
    """What puts ids in the order a reader counts in: C2.1 before C10.1, C before P before O."""
    domain, _, number = statement_id.partition(".")
    return GUIDELINES.find(domain[0]), int(domain[1:]), int(number)
