"""What the directory of programs is made of. Knows nothing of YAML, HTML or MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The lists of the directory. The first three are the appendix of one source: mix nothing else in."""

    FAMILIES = "families"
    SYSTEMS = "systems"
    NATIONAL = "national"
    LITERATURE = "literature"
    """Known here from published studies and not from the appendix."""


class Age(StrEnum):
    PREGNANCY = "pregnancy"
    BIRTH_TO_2 = "birth-2"
    FROM_3_TO_5 = "3-5"
    FROM_6 = "6-and-over"


class Format(StrEnum):
    HOME = "home"
    GROUP = "group"
    EARLY_LEARNING = "early-learning"
    CLINIC = "clinic"
    SYSTEM = "system"


class Evidence(StrEnum):
    """What of the research on a program we read; a word on our reading, and none on the program's worth."""

    COMPARISON = "comparison"
    """One or a few studies that compare people who had the program with people who did not."""
    REVIEW = "review"
    """A review of several studies."""
    NOT_REVIEWED = "not-reviewed"


UNCLEAR = ("target", "age", "country")
"""What a program's source may leave unclear. The page then says so; nobody guesses."""


@dataclass(frozen=True)
class Words:
    """A program in one language. `what` and `found` are Markdown."""

    name: str
    what: str
    target: str
    reach: str
    """Where it was offered, as its source says; empty for the literature."""
    found: str
    """What studies found, with its limits; empty when none was reviewed."""


@dataclass(frozen=True)
class Program:
    id: str
    """Its place on the page, for ever: `child-first`."""
    line: int
    section: Section
    levels: tuple[str, ...]
    """`guidebook.guideline.model.LEVELS`, one or several."""
    ages: tuple[Age, ...]
    formats: tuple[Format, ...]
    countries: tuple[str, ...]
    """ISO 3166 codes of where it was described or studied, which is not where it is available."""
    evidence: Evidence
    described: str
    """Key of the work that its description comes from."""
    statements: tuple[str, ...]
    unclear: tuple[str, ...]
    has_own_name: bool
    """Its name is one, in English, in every language: a mark, or what its owners call it."""
    words: Mapping[str, Words]
    """Language -> words."""
