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
    SHORT = "short"
    """A few words to write: its options, each with the words that are known for it."""
    REFLECTION = "reflection"
    """Words of one's own, never marked, beside a model answer."""
    RATING = "rating"
    """A number from 1 to 5, never marked, before a module and again after it."""


UNMARKED = (Type.REFLECTION, Type.RATING)
"""Kinds that have no right answer."""


class Moment(StrEnum):
    """When a rating is asked: the two of one pair are shown side by side."""

    BEFORE = "before"
    AFTER = "after"


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
    variants: tuple[str, ...] = ()
    """Of a short answer: every way of writing it that is known, `text` first."""
    target: str = ""
    """Of a step of a branching case: the id of the step that it leads to."""


@dataclass(frozen=True)
class Pair:
    """One row of a matching question."""

    key: str
    """Like the key of an option; the browser remembers `key:key of the row whose right side was chosen`."""
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
    answer: str = ""
    """Of a reflection: a possible answer to compare with, as Markdown."""
    ends: tuple[str, ...] = ()
    """Of a rating: the words at 1 and at 5."""
    pair: str = ""
    """Of a rating: the name that the one before and the one after share."""
    when: Moment | None = None
    """Of a rating; None only while the source is wrong."""
    withdrawn: bool = False
    """No longer asked. Its block, id and lock stay, so that it can never come back as something else."""

    @property
    def module(self) -> str:
        """The record on the learner's device that holds its answer: `module-1` for `Q1-07`, wherever it stands."""
        return f"module-{self.id.partition('-')[0].removeprefix('Q')}"

    @property
    def best(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.verdict is Verdict.BEST)

    @property
    def meaning(self) -> tuple[str, ...]:
        """What an answer refers to, the same in every language; while it stays, an answer given stays true."""
        if self.type is Type.MATCH:
            first_with = {pair.right: pair.key for pair in reversed(self.pairs)}
            return tuple(f"{pair.key}:{first_with[pair.right]}" for pair in self.pairs)
        if self.type is Type.RATING:
            return (f"{self.pair}:{self.when or ''}",)
        marked = [f"{option.key}:{option.verdict}" for option in self.options]
        return tuple(marked if self.type is Type.ORDER else sorted(marked))


@dataclass(frozen=True)
class Step:
    """One moment of a branching case. Without options it is an ending."""

    id: str
    """Lower-case English words, the same in every language."""
    title: str
    text: str
    """Markdown."""
    options: tuple[Option, ...]
    line: int


@dataclass(frozen=True)
class BranchingCase:
    """A story in which each choice leads to another step."""

    id: str
    title: str
    story: str
    """What comes before the first step, as Markdown."""
    steps: tuple[Step, ...]
    """The first is where the case begins."""
    version: int
    src_path: str
    line: int

    @property
    def module(self) -> str:
        """The record on the learner's device, like that of a question: `module-1` for `1-E`."""
        return f"module-{self.id.partition('-')[0]}"

    @property
    def meaning(self) -> tuple[str, ...]:
        return tuple(
            f"{step.id}:{option.key}:{option.verdict}:{option.target}" for step in self.steps for option in step.options
        )


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
