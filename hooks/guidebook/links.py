"""Where things live: links between pages, as an author would write them in Markdown (relative, to the .md file).

MkDocs checks and rewrites them like an author's own, so a link made here can never go stale in silence.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from guidebook.glossary.model import Term
from guidebook.guideline.model import Level, anchor_of
from guidebook.library import Library, Page
from guidebook.tip_sheets.rules import tip_sheets

REFERENCES_URI = "references.md"
GLOSSARY_URI = "glossary.md"
HELP_URI = "help.md"
ABOUT_URI = "about.md"
REVISIT_URI = "modules/revisit.md"
WORKBOOK_URI = "modules/workbook.md"


@dataclass(frozen=True)
class Link:
    href: str
    text: str
    title: str = ""
    id: str = ""


def relative(from_uri: str, to_uri: str, anchor: str = "") -> str:
    """`c4.md` from `guidelines/competencies/c1.md`; only the fragment inside one page."""
    if from_uri == to_uri and anchor:
        return f"#{anchor}"
    path = posixpath.relpath(to_uri, posixpath.dirname(from_uri) or ".")
    return f"{path}#{anchor}" if anchor else path


@dataclass(frozen=True)
class Links:
    """The links that one page may need."""

    library: Library
    page: Page

    @property
    def language(self) -> str:
        return self.page.source.language

    def to(self, src_uri: str, anchor: str = "") -> str:
        return relative(self.page.source.src_uri, src_uri, anchor)

    def help(self) -> str:
        return self.to(HELP_URI)

    def revisit(self) -> str:
        return self.to(REVISIT_URI)

    def workbook(self) -> str:
        return self.to(WORKBOOK_URI)

    def about(self) -> str:
        return self.to(ABOUT_URI, "review")

    def level(self, level: Level, text: str) -> Link:
        """Where a level is explained; no address on a site without such a page."""
        uri = self.library.levels_uri
        return Link(self.to(uri, level) if uri else "", text, id=level)

    def reference(self, key: str, text: str) -> Link:
        return Link(self.to(REFERENCES_URI, key), text, id=key)

    def term(self, term: Term) -> str:
        return self.to(GLOSSARY_URI, term.anchor)

    def statement(self, statement_id: str) -> Link | None:
        found = self.library.statements[self.language].get(statement_id)
        if found is None:
            return None
        statement, src_uri = found
        return Link(self.to(src_uri, anchor_of(statement_id)), statement_id, statement.title, statement_id)

    def statements(self, ids: tuple[str, ...]) -> list[Link]:
        return [link for id in ids if (link := self.statement(id))]

    def lessons_for(self, statement_id: str) -> list[Link]:
        """The lessons, cases and tip sheets that teach a statement."""
        pages = self.library.pages[self.language]
        originals = self.library.pages[self.library.first_language]
        sheets = [
            Link(self.to(page.source.src_uri), page.title)
            for page in tip_sheets(self.library, self.language).values()
            if statement_id in originals[page.source.src_uri].source.meta["teaches"].items
        ]
        lessons = [
            Link(self.to(lesson.src_uri), pages[lesson.src_uri].title)
            for lesson in self.library.lessons
            if statement_id in lesson.teaches and lesson.src_uri in pages
        ]
        return lessons + sheets

    def questions_for(self, statement_id: str) -> list[Link]:
        """The questions that test a statement."""
        return [
            Link(self.to(src_uri, question.id), question.id, question.title)
            for question, src_uri in self.library.questions[self.language].values()
            if statement_id in question.about and not question.withdrawn
        ]
