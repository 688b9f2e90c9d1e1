"""The lists that the site makes of itself, on one page: references, reviews awaited, statements, terms, programs."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from guidebook import catalogue, overviews
from guidebook.bibliography.render import Citations
from guidebook.blocks import Block
from guidebook.counts import count, reading_levels
from guidebook.coverage import Covered, coverage_of, reason_for
from guidebook.edition import Edition, written_number
from guidebook.figures.render import render_figure
from guidebook.figures.rules import shown_in
from guidebook.front_matter import AWAITING, TRANSLATION
from guidebook.glossary.mark import mark_terms
from guidebook.glossary.render import render_glossary, render_terms
from guidebook.guideline.model import Status, order_of
from guidebook.guideline.render import render_levels
from guidebook.library import Library
from guidebook.links import GLOSSARY_URI, Link, Links
from guidebook.markdown import PageContext
from guidebook.programs.render import render_filter, render_programs
from guidebook.settings import Value
from guidebook.strings import translator
from guidebook.templates import Component, render_component


class PageLists:
    """What a page knows to fill its lists in. `pages.PageRenderer` adds the other blocks."""

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

    def find_citation(self, key: str) -> Link | None:
        return self.links.reference(key, self.citations.short[key]) if key in self.citations.short else None

    def facts_of(self, block: Block) -> Mapping[str, Value]:
        """The settings of a block: those of the same block in the first language."""
        return self.original.blocks[self.page.blocks.index(block)].options

    def references(self, block: Block) -> Component:
        selection = overviews.selection_of(self.facts_of(block))
        used = overviews.citations_of(self.library, self.language, selection)
        references = [
            {
                "key": key,
                "html": self.citations.entries[key],
                "language": self.library.references[key].language,
                "statements": self.links.statements(used[key]),
            }
            for key in self.citations.entries
            if key in used
        ]
        return render_component("references", references=references, language=self.language, t=self.t)

    def glossary(self, block: Block) -> Component:
        uses = overviews.uses_of_terms(self.library, self.language)
        statements = {key: self.links.statements(ids) for key, ids in uses.items()}
        return render_glossary(self.library.terms, self.language, statements)

    def figure(self, block: Block) -> Component:
        """Its words stand open on a page that is made of figures."""
        return render_figure(self.library.figures[block.title], self.language, len(shown_in(self.page.blocks)) > 1)

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

    def levels(self, block: Block) -> Component:
        statements = [statement for statement, _ in self.library.statements[self.language].values()]
        active = [statement for statement in statements if statement.status is Status.ACTIVE]
        return render_levels(active, self.language, self.links.statement)

    def programs(self, block: Block) -> Component:
        """One list of the directory."""
        section = self.facts_of(block)["section"].text
        programs = [program for program in self.library.programs.values() if program.section == section]
        return render_programs(programs, self.language, self.find_citation, self.links.statements)

    def filter(self, block: Block) -> Component:
        return render_filter(self.library.programs.values(), self.language)

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

    def lessons(self, block: Block) -> Component:
        sittings = catalogue.sittings_of(self.library, self.page)
        return render_component("lessons", sittings=list(sittings), links=self.links, t=self.t)

    def over_all_modules(self, block: Block) -> Component:
        """What a learner did in all modules: the questions to revisit, the workbook."""
        modules = catalogue.modules_of(self.library, self.language)
        statements = self.library.statements[self.language]
        return render_component(
            block.name,
            modules=modules,
            statements=self.links.statements(tuple(statements)),
            links=self.links,
            t=self.t,
        )

    def coverage(self, block: Block) -> Component:
        """Every statement in force, with what teaches it and what tests it."""
        covered = coverage_of(self.library)
        pages = [page for page in self.library.pages[self.language].values() if page.statements]
        shelves = [
            {
                "id": f"in-{page.domain.lower()}",
                "name": page.domain,
                "page": Link(self.links.to(page.source.src_uri), page.title),
                "rows": [self._coverage_row(covered[s.id]) for s in page.statements if s.id in covered],
            }
            for page in sorted(pages, key=lambda page: order_of(page.statements[0].id))
        ]
        whole = sum(one.is_whole for one in covered.values())
        return render_component("coverage", shelves=shelves, total=len(covered), whole=whole, t=self.t)

    def _coverage_row(self, covered: Covered) -> dict[str, object]:
        pages = self.library.pages[self.language]
        numbers = {
            lesson.src_uri: lesson.id if lesson.kind == "case" else lesson.id.replace("-", ".")
            for lesson in self.library.lessons
        }
        lessons = [Link(self.links.to(uri), numbers[uri], pages[uri].title) for uri in covered.lessons]
        reason = reason_for(self.library, covered.id, self.language)
        questions = self.links.questions_for(covered.id)
        return {
            "statement": self.links.statement(covered.id),
            "lessons": lessons,
            "questions": questions,
            "reason": reason,
        }
