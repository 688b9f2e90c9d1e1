"""What is printed of a module: handout, answer key, guide for trainers. Composes chapters of parts of finished pages.

A piece has a chapter for each lesson, case and review. Its links lead to the site, because the page that they point to
is not in the document as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from guidebook.documents.model import Chapter
from guidebook.documents.planned import TRAINER, Plan
from guidebook.documents.tree import Element, Node, parse_html, text_of
from guidebook.documents.write import element, to_html, with_addresses
from guidebook.library import Library
from guidebook.strings import Translate, translator
from guidebook.training import questions
from guidebook.training.model import Item, Kind
from guidebook.training.module import home_of, sittings_for_trainers
from guidebook.training.plan import Sitting
from guidebook.training.questions import write_lines

NOTE = "gb-trainer"
PAPER = "?paper"
"""Makes the address of a chapter another than that of its page."""


def chapters_of(plan: Plan, pages: Mapping[str, Chapter], library: Library, language: str) -> list[Chapter]:
    """The chapters of a document: whole pages, or what a piece takes of them. `pages`: src_uri -> finished page."""
    if not plan.module:
        stands_for = {uri: pages[other].url for uri, other in plan.stand_ins.items()}
        return [replace(pages[uri], stands_for=stands_for.get(uri, "")) for uri in plan.pages]
    home = home_of(library, library.page(language, plan.home))
    assert home, "the folder of a document holds a module"
    compose, t = PIECES[plan.kind], translator(language)
    fronts = {"guide": [pages[f"{plan.module}/{TRAINER}"]], "handout": [_before_we_begin(pages[plan.home].url, t)]}
    front = fronts.get(plan.kind, [])
    sittings = sittings_for_trainers(library, home)
    return front + [chapter for sitting in sittings if (chapter := _chapter(sitting, pages, compose, t))]


Compose = Callable[[Element, Sitting, Translate], Iterable[Node]]


def _chapter(sitting: Sitting, pages: Mapping[str, Chapter], compose: Compose, t: Translate) -> Chapter | None:
    """What a piece takes of one page; None for nothing."""
    page = pages[sitting.src_uri]
    tree = _tree_of(page)
    parts = list(compose(tree, sitting, t))
    if not parts:
        return None
    title = next(part for part in tree.walk() if part.tag == "h1")
    care = tree.find("gb-callout--care")
    placed = [with_addresses(part, page.url) for part in (care, *parts) if part]
    html = "".join(map(to_html, [element("h1", text_of(title)), *placed]))
    return Chapter(page.title, html, page.url + PAPER)


@lru_cache(maxsize=64)
def _tree_of(page: Chapter) -> Element:
    """Read once for the three pieces: it is most of their time. A module has fewer pages than are kept."""
    return parse_html(page, keep=NOTE)


def _before_we_begin(url: str, t: Translate) -> Chapter:
    """What holds in the room, and where help is: the foot of every page of the site, on the first of the handout."""
    title, help = t("paper.before"), t("help.link")
    danger = f"{t('help.danger_before')} 9-1-1 {t('help.danger_after')}"
    suicide = element("p", f"{t('help.suicide_before')} ", element("strong", "9-8-8"), t("help.suicide_after"))
    parts = [
        element("h1", title),
        element("p", t("paper.room")),
        element("p", t("paper.yours")),
        element("h2", help, id="help"),
        *(element("p", danger), suicide, element("p", t("help.child"))),
        *(element("h2", t("paper.notes"), id="notes"), write_lines(7)),
    ]
    return Chapter(title, "".join(map(to_html, parts)), url + PAPER)


def _asked(tree: Element) -> Iterator[Element]:
    for one in tree.walk():
        if one.tag == questions.TAG and not one.find(questions.WITHDRAWN):
            yield one


def _handout(tree: Element, sitting: Sitting, t: Translate) -> Iterator[Node]:
    sections = [item for item in sitting.items if item.kind is Kind.SECTION]
    if story := tree.find("gb-case"):
        yield from _story(story, t)
    elif len(sections) > 1:  # a lesson; a review has questions only
        yield element("p", element("strong", t("paper.sections")))
        yield element("ul", *(element("li", _heading(tree, item)) for item in sections))
        yield write_lines(4)
    for question in _asked(tree):
        yield questions.to_answer(question, t)


def _story(case: Element, t: Translate) -> Iterator[Node]:
    """The story; of a case with steps, its first step and room for the way that the group takes."""
    if label := case.find("gb-case__label"):
        yield element("p", element("em", *label.children))
    words = case.find("gb-branching__story") or next(part for part in case.elements() if part.tag == "div")
    yield element("div", *words.children)
    if step := case.find("gb-branching__step"):
        yield element("h2", text_of(next(step.all("gb-branching__title"))))
        yield element("div", *questions.words_of(step, "gb-branching__text"))
        options = step.all("gb-branching__option")
        yield element("ul", *(element("li", text_of(option)) for option in options), class_="gb-boxes")
        yield element("p", element("strong", t("paper.way")))
        yield write_lines(8)


def _answers(tree: Element, sitting: Sitting, t: Translate) -> Iterator[Node]:
    for step in tree.all("gb-branching__step"):
        yield element("h2", text_of(next(step.all("gb-branching__title"))))
        yield element("div", *questions.words_of(step, "gb-branching__text"))
        if answers := list(step.all("gb-branching__answer")):
            yield element("ul", *(_step_answer(answer, t) for answer in answers))
    for question in _asked(tree):
        yield from questions.answered(question, t)


def _step_answer(answer: Element, t: Translate) -> Element:
    choice = questions.words_of(answer, "gb-branching__choice")
    return element(
        "li",
        element("p", *choice, " ", questions.said(answer.attributes["data-verdict"], t)),
        *questions.words_of(answer, "gb-branching__reason"),
        element("p", *questions.words_of(answer, "gb-branching__to")),
    )


def _guide(tree: Element, sitting: Sitting, t: Translate) -> Iterator[Node]:
    asked = {question.id: question for question in _asked(tree)}
    for item in sitting.items:
        yield element("section", *_to_lead(tree, item, asked.get(item.id), t), class_="gb-together")


def _to_lead(tree: Element, item: Item, question: Element | None, t: Translate) -> Iterator[Node]:
    """One part for the trainer: how long, what is asked and answered, the note."""
    facts = element("p", element("strong", t("paper.facts", number=item.minutes, part=t(f"paper.part.{item.part}"))))
    if question:
        yield from (questions.titled(question), facts, questions.stem_of(question))
        yield from questions.best_of(question, t)
        note = question.find(NOTE)
    else:
        yield from (element("h2", _heading(tree, item), id=item.anchor), facts)
        note = _note_of_section(tree, item) if item.kind is Kind.SECTION else _note_of_case(tree)
    if note:
        yield element("aside", *note.children)


def _heading(tree: Element, item: Item) -> str:
    """The words of the heading of a section as they are set on its page; the title of a story."""
    heading = next((one for one in tree.walk() if one.is_heading and one.id == item.id), None)
    return text_of(heading) if heading else item.title


def _note_of_section(tree: Element, item: Item) -> Element | None:
    """The note that follows its heading, before the next."""
    current = ""
    for part in tree.elements():
        if part.tag == "h2":
            current = part.id
        elif NOTE in part.classes and current == item.id:
            return part
    return None


def _note_of_case(tree: Element) -> Element | None:
    case = tree.find("gb-case")
    return case.find(NOTE) if case else None


PIECES: Mapping[str, Compose] = {"handout": _handout, "answers": _answers, "guide": _guide}
"""Kind of a document -> what it takes of a page."""
