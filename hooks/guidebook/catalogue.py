"""Which questions the pages of each module ask: what progress, the questions to revisit and the workbook are made of.

Takes the library, returns values. The order is that of the list of lessons on the home page of a module.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.blocks import Block
from guidebook.learning.model import UNMARKED, Question
from guidebook.library import Library, Page
from guidebook.problems import Problem
from guidebook.translations.outline import LINK

BLOCK = "lessons"
ITEM = re.compile(r"^\d+\. +(\S.*)$")


@dataclass(frozen=True)
class Asked:
    """A question that has a right answer, or a branching case: what is counted, and comes back by itself."""

    id: str
    """As the page, the address and the record on a device have it."""
    title: str
    version: int

    def __str__(self) -> str:
        """For the scripts that count: `Q1-01`, or `Q1-02.2` in its version 2."""
        return f"{self.id}.{self.version}" if self.version != 1 else self.id


@dataclass(frozen=True)
class Sitting:
    """A lesson, a case or a review, with its line in the list of its module."""

    src_uri: str
    title: str
    words: str
    """Inline Markdown: the line as the author wrote it."""
    questions: tuple[Question, ...]
    asked: tuple[Asked, ...]

    @property
    def asks(self) -> str:
        return " ".join(map(str, self.asked))


@dataclass(frozen=True)
class Module:
    src_uri: str
    """Its home page."""
    title: str
    sittings: tuple[Sitting, ...]


def asked_on(page: Page) -> tuple[Asked, ...]:
    """Reflections and ratings are never marked, and so not among them; nor is what was withdrawn."""
    questions = (one for one in page.questions if one.type not in UNMARKED and not one.withdrawn)
    return (
        *(Asked(question.id, question.title, question.version) for question in questions),
        *(Asked(f"case-{case.id}", case.title, case.version) for case in page.cases),
    )


def modules_of(library: Library, language: str) -> list[Module]:
    homes = [page for page in library.pages[library.first_language].values() if "module" in page.source.meta]
    homes.sort(key=lambda page: page.source.meta["module"].text)
    pages = (library.page(language, home.source.src_uri) for home in homes)
    return [Module(page.source.src_uri, page.title, tuple(sittings_of(library, page))) for page in pages]


def sittings_of(library: Library, home: Page) -> Iterator[Sitting]:
    """The pages that the home page of a module lists, as far as they exist."""
    for block in home.blocks:
        for line in block.content if block.name == BLOCK else ():
            item = ITEM.match(line.text)
            page = _linked(library, home, item[1]) if item else None
            if item and page:
                yield Sitting(page.source.src_uri, page.title, item[1], page.questions, asked_on(page))


def check_lessons(library: Library, page: Page, block: Block) -> Iterator[Problem]:
    """Each line of the list leads to a page of the module, and no page of the module is left out."""
    help = f"docs/{page.source.language}/contribute.md#blocks"
    for line in block.content:
        item = ITEM.match(line.text)
        if line.text.strip() and not (item and _linked(library, page, item[1])):
            what = "this line of the list of lessons does not lead to a page of the module."
            fix = "write  1. [Title](1-1.md). A few words  with the name of a file of the same folder."
            yield Problem(page.source.src_path, line.number, what, line.text.strip(), fix, help)
    listed = {sitting.src_uri for sitting in sittings_of(library, page)}
    for other in library.folders[page.source.language][posixpath.dirname(page.source.src_uri) or "."]:
        if other.questions and other.source.src_uri not in listed:
            name = posixpath.basename(other.source.src_uri)
            what = f'the page "{name}" asks questions and is not in the list of lessons.'
            fix = f"add a line:  1. [{other.title}]({name}). A few words"
            yield Problem(page.source.src_path, block.line, what, f"no link to {name}", fix, help)


def _linked(library: Library, home: Page, words: str) -> Page | None:
    """The page of the same folder that the first link of these words leads to."""
    link = LINK.search(words)
    folder = posixpath.dirname(home.source.src_uri)
    uri = posixpath.normpath(posixpath.join(folder, link[2])) if link else ""
    return library.pages[home.source.language].get(uri) if posixpath.dirname(uri) == folder else None
