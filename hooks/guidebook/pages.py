"""A page of the sources -> the Markdown that MkDocs converts: components in their places, words untouched."""

from __future__ import annotations

import posixpath
import statistics
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from guidebook import overviews
from guidebook.agenda import steps_of
from guidebook.bibliography.render import Citations
from guidebook.blocks import Block
from guidebook.comparison import comparison_of
from guidebook.counts import count, reading_levels
from guidebook.edition import Edition, long_date, written_number
from guidebook.front_matter import AWAITING, TRANSLATION, awaiting_of
from guidebook.glossary.mark import mark_terms
from guidebook.glossary.render import render_glossary, render_terms
from guidebook.guideline.model import Status, levels_together
from guidebook.guideline.render import render_levels, render_statement
from guidebook.learning.render import render_case, render_question
from guidebook.library import Library, lesson_of
from guidebook.links import GLOSSARY_URI, Link, Links
from guidebook.markdown import PageContext
from guidebook.sessions.show import render_sessions
from guidebook.settings import Value
from guidebook.strings import translator
from guidebook.templates import Component, render_component
from guidebook.tip_sheets.render import render_foot
from guidebook.translations.outline import HEADING

OTHER_LANGUAGE = "other-language:"
"""Stands in a link for the address of the same page in the other language, which only the build knows."""


class PageRenderer:
    """Renders the blocks of one page into a `PageContext`."""

    def __init__(self, library: Library, language: str, src_uri: str, citations: Citations, edition: Edition) -> None:
        self.library = library
        self.edition = edition
        self.page = library.page(language, src_uri)
        self.original = library.page(library.first_language, src_uri)
        self.language = language
        self.links = Links(library, self.page)
        self.citations = citations
        self.t = translator(language)
        self.context = PageContext(language, [], self.find_citation, self.links.statement, self.mark_terms)

    def find_citation(self, key: str) -> Link | None:
        return self.links.reference(key, self.citations.short[key]) if key in self.citations.short else None

    def mark_terms(self, root: Element) -> Component | None:
        """Mark the first use of each term; None where a definition would be in the way or is on the page already."""
        meta = self.original.source.meta
        has_glossary = GLOSSARY_URI in self.library.pages[self.language]
        if not has_glossary or self.page.source.src_uri == GLOSSARY_URI or "urgent" in meta or "template" in meta:
            return None
        terms = mark_terms(root, self.library.term_finders[self.language], self.links.term)
        if not terms:
            return None
        self.context.components.append(render_terms(terms, self.language, self.links.to(GLOSSARY_URI)))
        return self.context.components[-1]

    def markdown(self) -> str:
        """The body of the page with a marker in the place of each block, and its facts under its title."""
        lines = list(self.page.source.body)
        offset = self.page.source.body_start + 1
        first_question = next((block for block in self.page.blocks if block.name == "question"), None)
        for block in reversed(self.page.blocks):
            components = [RENDERERS[block.name](self, block)]
            if block is first_question:
                components.insert(0, render_component("progress", t=self.t))
            placed = [line for component in components for line in self._placed(component)]
            lines[block.line - offset : block.end - offset + 1] = placed
        return "\n".join(self._with_page_facts(lines))

    def _with_page_facts(self, lines: list[str]) -> list[str]:
        """Facts and reviews awaited under the title, the translation's review at the end; none on the home page."""
        if "template" in self.original.source.meta:
            return lines
        under_title = self._placed(self.page_facts()) + self._placed(self.awaiting(AWAITING))
        end = self._placed(render_foot(self.original, self.links)) + self._placed(self.awaiting((TRANSLATION,)))
        if "urgent" in self.original.source.meta:  # help first, notices last
            return [*lines, *under_title, *end]
        title = next((i for i, line in enumerate(lines) if HEADING.match(line)), 0) + 1
        return [*lines[:title], *under_title, *lines[title:], *end]

    def _placed(self, component: Component) -> list[str]:
        return ["", self.context.place(component), ""] if component.xml.strip() else []

    def awaiting(self, reviewers: tuple[str, ...]) -> Component:
        """Which of these reviewers the page still waits for; empty when none."""
        waiting = [who for who in awaiting_of(self.page.source, self.original.source) if who in reviewers]
        return render_component(
            "awaiting",
            reviewers=[self.t(f"awaiting.{who}") for who in waiting],
            about_href=self.links.about(),
            t=self.t,
        )

    def page_facts(self) -> Component:
        lesson = lesson_of(self.original)
        teaches = lesson.teaches if lesson else ()
        known = self.library.statements[self.language]
        levels = levels_together(known[id][0].level for id in teaches if id in known)
        meta = self.original.source.meta
        return render_component(
            "page-facts",
            minutes=lesson.minutes if lesson else 0,
            levels=[self.links.level(level, self.t(f"level.name.{level}")) for level in levels],
            teaches=self.links.statements(teaches),
            download=meta["download"].text if "download" in meta else "",
            t=self.t,
        )

    def statement(self, block: Block) -> Component:
        statement = next(s for s in self.page.statements if s.line == block.line)
        sources = [link for key in statement.sources if (link := self.find_citation(key))]
        level = self.links.level(statement.level, self.t(f"level.{statement.level}")) if statement.level else None
        lessons, questions = self.links.lessons_for(statement.id), self.links.questions_for(statement.id)
        return render_statement(statement, self.language, level, sources, lessons, questions)

    def levels(self, block: Block) -> Component:
        statements = [statement for statement, _ in self.library.statements[self.language].values()]
        active = [statement for statement in statements if statement.status is Status.ACTIVE]
        return render_levels(active, self.language, self.links.statement)

    def question(self, block: Block) -> Component:
        question = next(q for q in self.page.questions if q.line == block.line)
        statements = self.links.statements(question.about)
        other = f"{OTHER_LANGUAGE}#{question.id}"
        return render_question(question, self.language, statements, question.passage, other)

    def case(self, block: Block) -> Component:
        return render_case(block.title, block.markdown, self.language)

    def callout(self, block: Block) -> Component:
        return render_component(
            "callout",
            kind=block.name,
            label=self.t(f"callout.{block.name}"),
            title=block.title,
            text=block.markdown,
            help_href=self.links.help(),
            t=self.t,
        )

    def facts_of(self, block: Block) -> Mapping[str, Value]:
        """The settings of a block: those of the same block in the first language."""
        return self.original.blocks[self.page.blocks.index(block)].options

    def references(self, block: Block) -> Component:
        selection = overviews.selection_of(self.facts_of(block))
        references = [
            {
                "key": key,
                "html": self.citations.entries[key],
                "language": self.library.references[key].language,
                "statements": self.links.statements(ids),
            }
            for key, ids in overviews.citations_of(self.library, self.language, selection).items()
        ]
        return render_component("references", references=references, language=self.language, t=self.t)

    def glossary(self, block: Block) -> Component:
        uses = overviews.uses_of_terms(self.library, self.language)
        statements = {key: self.links.statements(ids) for key, ids in uses.items()}
        return render_glossary(self.library.terms, self.language, statements)

    def reviews(self, block: Block) -> Component:
        """Which pages still wait for which reviewer."""
        selection = overviews.selection_of(self.facts_of(block))
        everything = self.t("awaiting.everything-here" if selection.guideline else "awaiting.everything")
        groups = []
        for who in (*AWAITING, *((TRANSLATION,) if self.language != self.library.first_language else ())):
            waiting, is_all = overviews.waiting_for(self.library, self.language, who, selection)
            pages = [] if is_all else [Link(self.links.to(page.source.src_uri), page.title) for page in waiting]
            instead = everything if is_all else self.t("awaiting.nothing")
            groups.append({"name": self.t(f"awaiting.{who}"), "pages": pages, "everything": instead})
        return render_component("reviews", groups=groups)

    def statements(self, block: Block) -> Component:
        selection = overviews.selection_of(self.facts_of(block))
        shelves = [
            {
                "page": Link(self.links.to(shelf.src_uri), shelf.title),
                "statements": self.links.statements(tuple(statement.id for statement in shelf.statements)),
                "count": len(shelf.statements),
            }
            for shelf in overviews.shelves_of(self.library, self.language, selection)
        ]
        return render_component("statements", shelves=shelves, t=self.t)

    def rests_on(self, block: Block) -> Component:
        counts = overviews.bases_of(self.library, overviews.selection_of(self.facts_of(block)))
        rows = [(self.t(f"basis.{basis}"), count) for basis, count in counts.items()]
        return render_component("rests-on", rows=rows, total=sum(counts.values()), t=self.t)

    def cite(self, block: Block) -> Component:
        """How to cite the guideline in whose folder the page stands, in this edition."""
        index = posixpath.join(posixpath.dirname(self.page.source.src_uri), "index.md")
        title = self.library.pages[self.language].get(index, self.page).title
        date = long_date(self.edition.date, self.language)
        return render_component("cite", title=title, edition=self.edition, date=date, t=self.t)

    def compare(self, block: Block) -> Component:
        return render_component("compare", comparison=comparison_of(block))

    def agenda(self, block: Block) -> Component:
        steps = steps_of(block, self.facts_of(block))
        return render_component("agenda", steps=steps, t=self.t)

    def checked(self, block: Block) -> Component:
        """When the help lines were last checked, from the same data as the foot of every page."""
        return render_component("help-checked", date=long_date(self.edition.help_checked, self.language), t=self.t)

    def words_only(self, block: Block) -> Component:
        return render_component(block.name, text=block.markdown)

    def sessions(self, block: Block) -> Component:
        return render_sessions(self.library, self.links, block)

    def counts(self, block: Block) -> Component:
        """How much there is in each language, and how hard it is to read."""
        rows = [(found.name, list(found.numbers.values())) for found in count(self.library)]
        levels = [reading_levels(pages).values() for pages in self.library.pages.values()]
        rows.append(("reading-level", [round(statistics.median(of_pages)) for of_pages in levels]))
        return render_component(
            "counts",
            languages=self.library.languages,
            rows=[(name, [written_number(number, self.language) for number in numbers]) for name, numbers in rows],
            t=self.t,
        )

    def clear(self, block: Block) -> Component:
        return render_component("clear", t=self.t)


RENDERERS: dict[str, Callable[[PageRenderer, Block], Component]] = {
    "statement": PageRenderer.statement,
    "question": PageRenderer.question,
    "case": PageRenderer.case,
    "care": PageRenderer.callout,
    "try": PageRenderer.callout,
    "caution": PageRenderer.callout,
    "references": PageRenderer.references,
    "reviews": PageRenderer.reviews,
    "glossary": PageRenderer.glossary,
    "doors": PageRenderer.words_only,
    "levels": PageRenderer.levels,
    "worksheet": PageRenderer.words_only,
    "clear": PageRenderer.clear,
    "help-checked": PageRenderer.checked,
    "counts": PageRenderer.counts,
    "statements": PageRenderer.statements,
    "rests-on": PageRenderer.rests_on,
    "cite": PageRenderer.cite,
    "situations": PageRenderer.words_only,
    "compare": PageRenderer.compare,
    "agenda": PageRenderer.agenda,
    **dict.fromkeys(("session", "upcoming-sessions", "past-sessions", "subscribe"), PageRenderer.sessions),
}
"""Name of a block -> what renders it. `page_rules.BLOCKS` are its keys."""
