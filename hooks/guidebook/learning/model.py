"""What a learning module is made of. Knows nothing of Markdown, HTML or MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    CHOICE = "choice"
    """One best answer; true/false is a choice of two."""
    SEVERAL = "several"
    """Exactly `choose` best answers."""
    MATCH = "match"
    """Pairs to put together."""
    ORDER = "order"
    """Steps to put in order: its options, all best, in the right order."""


class Verdict(StrEnum):
    """How good an option is. `UNSAFE` is never hidden by a good answer elsewhere."""

    BEST = "best"
    ACCEPTABLE = "acceptable"
    LESS_HELPFUL = "less-helpful"
    UNSAFE = "unsafe"


MARKS = {"x": Verdict.BEST, "~": Verdict.ACCEPTABLE, " ": Verdict.LESS_HELPFUL, "!": Verdict.UNSAFE}
"""The character between the brackets of `- [x]`."""


@dataclass(frozen=True)
class Option:
    key: str
    """Lower-case English word, the same in every language; what the browser remembers."""
    verdict: Verdict
    text: str
    """Inline Markdown."""
    reason: str
    """Markdown: why it helps, or does not. Never empty in a valid source."""
    line: int


@dataclass(frozen=True)
class Pair:
    """One row of a matching question."""

    left: str
    right: str
    reason: str
    line: int


@dataclass(frozen=True)
class Question:
    """One question in one language, with the facts that all languages share."""

    id: str
    """Permanent, for example `Q1-07`; the key of the learner's answer, whatever the page or language."""
    title: str
    type: Type | None
    """None only while the source is wrong; the rules report it."""
    stem: str
    """The question as Markdown."""
    options: tuple[Option, ...]
    pairs: tuple[Pair, ...]
    """Only for `Type.MATCH`, which then has no options."""
    closing: str
    """What to remember, whatever was chosen; Markdown, may be empty."""
    hints: tuple[str, ...]
    """In the order in which they are offered."""
    about: tuple[str, ...]
    """Ids of the statements it tests."""
    choose: int
    """How many options to tick: 1 for a choice; 0 only while the source is wrong."""
    version: int
    """Raised when the meaning changes, so that an old answer is asked again."""
    passage: str
    """Where the lesson teaches it: `#heading` or `1-2.md#heading`; may be empty."""
    src_path: str
    line: int

    @property
    def module(self) -> str:
        """The record on the learner's device that holds its answer: `module-1` for `Q1-07`, wherever it stands."""
        return f"module-{self.id.partition('-')[0].removeprefix('Q')}"

    @property
    def best(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.verdict is Verdict.BEST)


@dataclass(frozen=True)
class Lesson:
    """A page of a module: a lesson, a case or a review."""

    id: str
    """`1-1` for a lesson, `1-A` for a case."""
    kind: str
    """`lesson` or `case`."""
    minutes: int
    teaches: tuple[str, ...]
    """Ids of the statements it teaches."""
    src_uri: str
