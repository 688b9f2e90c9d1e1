"""Everything the sources say, in one value: pages, statements, questions, lessons, references, by language and id.

`load` reads it from the disk; `check` judges it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from guidebook.bibliography.load import Reference
from guidebook.blocks import Block
from guidebook.documents.planned import Plan
from guidebook.figures.model import Figure
from guidebook.glossary.find import TermFinder
from guidebook.glossary.model import Term
from guidebook.guideline.model import Statement
from guidebook.learning.lock import Entry
from guidebook.learning.model import BranchingCase, Lesson, Moment, Question
from guidebook.nested import Node
from guidebook.programs.model import Program
from guidebook.programs.parse import Nested, parse_program
from guidebook.records import Record
from guidebook.sessions.model import Programme
from guidebook.sources import Source
from guidebook.training.model import Item
from guidebook.translations.outline import Outline

LANGUAGES = ("en", "fr")
"""The first is the one whose blocks hold what all languages share. A third: a folder, a strings column; no code."""
NOT_YET_PATH, NOT_YET_HELP = "data/not-yet.yml", "docs/en/contribute.md#coverage"


@dataclass(frozen=True)
class Page:
    source: Source
    blocks: tuple[Block, ...]
    outline: Outline
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]
    cases: tuple[BranchingCase, ...] = ()
    """Branching cases only; another case is a story, and has no model."""
    items: tuple[Item, ...] = ()
    """Its sections, questions and cases as a trainer meets them, in their order."""

    @property
    def title(self) -> str:
        """The words of its first heading, or its address."""
        return next((h.text for h in self.outline.headings if h.level == 1), self.source.src_uri)

    @property
    def domain(self) -> str:
        """The domain of a guideline page, from its file name: `c4.md` -> `C4`."""
        return PurePosixPath(self.source.src_uri).stem.upper()


@dataclass(frozen=True)
class Library:
    languages: tuple[str, ...]
    pages: dict[str, dict[str, Page]]
    """Language -> src_uri -> page."""
    references: dict[str, Reference]
    """Key -> reference, in the order of the file."""
    ledger: Mapping[str, int]
    """Every id that was ever published, and its line in `data/ids.txt`."""
    lock: Mapping[str, Entry] = field(default_factory=dict)
    """Question or branching case -> what its answers refer to, as `data/learning.lock.json` has it."""
    terms: tuple[Term, ...] = ()
    """The glossary, in the order of its file."""
    term_records: tuple[Record, ...] = ()
    """The same as its authors typed it, for the rules."""
    programme: Programme = Programme()
    materials: Mapping[str, int] = field(default_factory=dict)
    """Name of a file in `docs/materials` -> its size in bytes."""
    directory: Nested = field(default_factory=lambda: Nested(1, {}, {}))
    """`data/programs.yml` as it is typed."""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    """Key -> figure."""
    figure_records: tuple[Record, ...] = ()
    """The same as their authors typed them."""
    not_yet: Mapping[str, Node] = field(default_factory=dict)
    """`data/not-yet.yml` as it is typed: statements that have no lesson or no question yet."""
    documents: Mapping[str, Plan] = field(default_factory=dict)
    """Key -> the document that is made of pages."""

    @property
    def first_language(self) -> str:
        return self.languages[0]

    @cached_property
    def term_finders(self) -> dict[str, TermFinder]:
        """Language -> what finds the terms of the glossary in its texts."""
        return {language: TermFinder(self.terms, language) for language in self.languages}

    @cached_property
    def statements(self) -> dict[str, dict[str, tuple[Statement, str]]]:
        """Language -> id -> the statement and the src_uri of its page."""
        return {
            language: {s.id: (s, uri) for uri, page in pages.items() for s in page.statements}
            for language, pages in self.pages.items()
        }

    @cached_property
    def questions(self) -> dict[str, dict[str, tuple[Question, str]]]:
        """Language -> id -> the question and the src_uri of its page; also those that are withdrawn."""
        return {
            language: {q.id: (q, uri) for uri, page in pages.items() for q in page.questions}
            for language, pages in self.pages.items()
        }

    @cached_property
    def levels_uri(self) -> str:
        """The page that explains the levels and lists the statements by level, wherever it is; empty without one."""
        pages = self.pages[self.first_language].items()
        return next((uri for uri, page in pages if any(block.name == "levels" for block in page.blocks)), "")

    @cached_property
    def cases(self) -> dict[str, dict[str, tuple[BranchingCase, str]]]:
        """Language -> id -> the branching case and the src_uri of its page."""
        return {
            language: {c.id: (c, uri) for uri, page in pages.items() for c in page.cases}
            for language, pages in self.pages.items()
        }

    @cached_property
    def programs(self) -> dict[str, Program]:
        """Id -> program, in the order of the file."""
        found = ((id, parse_program(id, entry, self.languages)) for id, entry in self.directory.inner.items())
        return {id: program for id, program in found if program}

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """Lessons and cases, in the order of their files."""
        found = (lesson_of(page) for page in self.pages[self.first_language].values())
        return tuple(lesson for lesson in found if lesson)

    def rating_before(self, question: Question) -> str:
        """The id of the rating that a rating after a module is shown beside; empty for every other question."""
        ratings = (one for one, _ in self.questions[self.first_language].values() if one.when is Moment.BEFORE)
        twins = (one.id for one in ratings if (one.module, one.pair) == (question.module, question.pair))
        return next(twins, "") if question.when is Moment.AFTER else ""

    @cached_property
    def folders(self) -> dict[str, dict[str, list[Page]]]:
        """Language -> folder -> its pages, in the order of their files."""
        found: dict[str, dict[str, list[Page]]] = {language: {} for language in self.languages}
        for language, pages in self.pages.items():
            for uri, page in pages.items():
                found[language].setdefault(PurePosixPath(uri).parent.as_posix(), []).append(page)
        return found

    def page(self, language: str, src_uri: str) -> Page:
        return self.pages[language][src_uri]


def lesson_of(page: Page) -> Lesson | None:
    """What the front matter of a lesson or case says; None for other pages and for what cannot be read."""
    meta = page.source.meta
    kind = next((kind for kind in ("lesson", "case") if kind in meta), None)
    if kind is None or "minutes" not in meta or not meta["minutes"].is_number:
        return None
    teaches = meta["teaches"].items if "teaches" in meta else ()
    return Lesson(meta[kind].text, kind, int(meta["minutes"].text), teaches, page.source.src_uri)


def is_presented(page: Page) -> bool:
    """Whether a trainer can walk a group through the page: the home of a module, a lesson, a case, a review."""
    return any(kind in page.source.meta for kind in ("module", "lesson", "case")) or bool(page.questions)
