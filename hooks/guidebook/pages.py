"""A page of the sources -> the Markdown that MkDocs converts: components in their places, words untouched."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from guidebook.agenda import steps_of
from guidebook.blocks import Block
from guidebook.comparison import comparison_of
from guidebook.edition import long_date
from guidebook.front_matter import AWAITING, TRANSLATION, awaiting_of
from guidebook.guideline.model import levels_together
from guidebook.guideline.render import render_statement
from guidebook.learning.render import render_branching, render_case, render_question
from guidebook.library import is_presented, lesson_of
from guidebook.page_lists import PageLists
from guidebook.quick_exit import render_quick_exit
from guidebook.sessions.show import render_sessions
from guidebook.templates import Component, render_component
from guidebook.tip_sheets.render import render_foot
from guidebook.training.model import Item
from guidebook.training.show import render_module_block
from guidebook.translations.outline import HEADING

OTHER_LANGUAGE = "other-language:"
"""Stands in a link for the address of the same page in the other language, which only the build knows."""


class PageRenderer(PageLists):
    """Renders the blocks of one page into a `PageContext`."""

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
        leave = self._placed(render_quick_exit(self.original.source, self.t))
        present = render_component("present", language=self.language, t=self.t) if is_presented(self.original) else None
        under_title = self._placed(self.page_facts()) + (self._placed(present) if present else [])
        under_title += self._placed(self.awaiting(AWAITING))
        end = self._placed(render_foot(self.original, self.links)) + self._placed(self.awaiting((TRANSLATION,)))
        title = next((i for i, line in enumerate(lines) if HEADING.match(line)), 0) + 1
        start, rest = [*lines[:title], *leave], lines[title:]
        if "urgent" in self.original.source.meta:  # help first, notices last
            return [*start, *rest, *under_title, *end]
        return [*start, *under_title, *rest, *end]

    def _placed(self, component: Component) -> list[str]:
        return ["", self.context.place(component), ""] if component.xml.strip() else []

    def awaiting(self, reviewers: tuple[str, ...]) -> Component:
        """Which of these reviewers the page still waits for; empty when none."""
        waiting = [who for who in awaiting_of(self.page.source, self.original.source) if who in reviewers]
        names = [self.t(f"awaiting.{who}") for who in waiting]
        return render_component("awaiting", reviewers=names, about_href=self.links.about(), t=self.t)

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

    def question(self, block: Block) -> Component:
        question = next(q for q in self.page.questions if q.line == block.line)
        statements = self.links.statements(question.about)
        other = f"{OTHER_LANGUAGE}#{question.id}"
        before = self.library.rating_before(question)
        return render_question(question, self.language, statements, question.passage, other, before, self.item(block))

    def case(self, block: Block) -> Component:
        branching = next((case for case in self.page.cases if case.line == block.line), None)
        if branching:
            return render_branching(branching, self.language, self.item(block))
        return render_case(block.identifier, block.title, block.markdown, self.language, self.item(block))

    def item(self, block: Block) -> Item | None:
        """What trainers have of a question or a case; of a section, by the block with its note."""
        return next((item for item in self.page.items if block.line in (item.line, item.note_line)), None)

    def trainer(self, block: Block) -> Component:
        return render_component("trainer", item=self.item(block))

    def of_module(self, block: Block) -> Component:
        """What trainers have of the module in whose folder the page stands."""
        return render_module_block(self.library, self.links, block)

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
    "figure": PageRenderer.figure,
    "doors": PageRenderer.words_only,
    "levels": PageRenderer.levels,
    "worksheet": PageRenderer.words_only,
    "clear": PageRenderer.clear,
    "filter": PageRenderer.filter,
    "programs": PageRenderer.programs,
    "lessons": PageRenderer.lessons,
    "revisit": PageRenderer.over_all_modules,
    "workbook": PageRenderer.over_all_modules,
    "coverage": PageRenderer.coverage,
    "help-checked": PageRenderer.checked,
    "counts": PageRenderer.counts,
    "statements": PageRenderer.statements,
    "rests-on": PageRenderer.rests_on,
    "cite": PageRenderer.cite,
    "situations": PageRenderer.words_only,
    "compare": PageRenderer.compare,
    "agenda": PageRenderer.agenda,
    "trainer": PageRenderer.trainer,
    "plans": PageRenderer.of_module,
    "papers": PageRenderer.of_module,
    **dict.fromkeys(("session", "upcoming-sessions", "past-sessions", "subscribe"), PageRenderer.sessions),
}
"""Name of a block -> what renders it. `page_rules.BLOCKS` are its keys."""
