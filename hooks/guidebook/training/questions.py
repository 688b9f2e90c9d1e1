"""A question of a finished page, as print shows it: to be answered, answered, or for the trainer. Knows its HTML."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.documents.tree import Element, Node, text_of
from guidebook.documents.write import element
from guidebook.strings import Translate

TAG = "learning-question"
WITHDRAWN = "gb-question__withdrawn"
NO_BREAK = "\u00a0"


def write_lines(number: int) -> Element:
    """Lines to write on."""
    return element("div", class_="gb-write", data_lines=str(number))


def titled(question: Element) -> Element:
    """Its number and its title, which is where a reader of one piece finds it in another."""
    title = question.find("gb-question__title")
    assert title, "every question has a title"
    id = question.id
    return element("h2", element("span", id, class_="gb-id"), f" {text_of(title)}", id=id)


def words_of(question: Element, class_: str) -> tuple[Node, ...]:
    found = question.find(class_)
    return found.children if found else ()


def stem_of(question: Element) -> Element:
    return element("div", *words_of(question, "gb-question__stem"))


def to_answer(question: Element, t: Translate) -> Element:
    """Its words and options, with room for a pencil; no verdict, no reason, no hint."""
    return element("section", titled(question), *_open(question, t), class_="gb-together")


def _open(question: Element, t: Translate) -> Iterator[Element]:
    yield stem_of(question)
    if choose := question.find("gb-question__choose"):
        yield element("p", *choose.children)
    kind = question.attributes["data-type"]
    if kind in ("choice", "several"):
        options = (words_of(option, "gb-question__text") for option in question.all("gb-question__option"))
        yield element("ol", *(element("li", *words) for words in options), type="A")
        yield write_lines(2)
    elif kind == "match":
        yield from _pairs_to_answer(question, t)
    elif kind == "order":
        yield element("p", element("em", t("paper.number")))
        rows = (words_of(row, "gb-question__text") for row in question.all("gb-question__row"))
        yield element("ul", *(element("li", *words) for words in rows), class_="gb-boxes")
    elif kind == "rating":
        yield _scale(question)
    else:
        yield write_lines(1 if kind == "short" else 6)
        if kind == "reflection":
            yield element("p", element("em", t("paper.care")))


def _pairs_to_answer(question: Element, t: Translate) -> Iterator[Element]:
    yield element("p", element("em", t("paper.letters")))
    rows = (_without_letter(left) for left in question.all("gb-question__left"))
    yield element("ul", *(element("li", *words) for words in rows), class_="gb-boxes")
    column = question.find("gb-question__column")
    sides = (_without_letter(side) for side in column.elements()) if column else ()
    yield element("ol", *(element("li", *words) for words in sides), type="A")


def _without_letter(labelled: Element) -> tuple[Node, ...]:
    letters = "gb-question__letter"
    return tuple(child for child in labelled.children if isinstance(child, str) or letters not in child.classes)


def _scale(question: Element) -> Element:
    """`1 (Not at all sure)  2  3  4  5 (Very sure)`."""
    first, last = (text_of(end) for end in question.all("gb-question__end"))
    numbers = [f"1 ({first})", "2", "3", "4", f"5 ({last})"]
    return element("p", (3 * NO_BREAK + " ").join(number.replace(" ", NO_BREAK) for number in numbers))


def answered(question: Element, t: Translate) -> Iterator[Element]:
    """Every option with its verdict and its reason, what to remember, and what it is about. Nothing for a rating."""
    kind = question.attributes["data-type"]
    if kind == "rating":
        return
    yield titled(question)
    yield stem_of(question)
    if kind == "reflection":
        answer = list(question.all("gb-question__hint"))[-1]
        yield element("p", element("strong", t("question.compare")))
        yield element("div", *answer.children)
        return
    items = [_answer(item, kind, t) for item in question.all("gb-question__answer")]
    lettered = {"type": "A"} if kind in ("choice", "several") else {}
    yield Element("ul" if kind == "short" else "ol", lettered, tuple(items))
    if closing := question.find("gb-question__closing"):
        yield element("div", *closing.children)
    if links := question.find("gb-question__links"):
        yield element("p", element("strong", t("question.about")))
        yield links


def _answer(item: Element, kind: str, t: Translate) -> Element:
    choice, also = item.find("gb-question__choice"), item.find("gb-question__also")
    assert choice
    verdict = item.attributes["data-verdict"] if kind in ("choice", "several", "short") else ""
    words = _without_letter(choice)
    if verdict:
        words = (element("strong", *words) if verdict == "best" else element("span", *words), " ", said(verdict, t))
    parts = [element("p", *words)]
    if also:
        parts.append(element("p", *also.children))
    return element("li", *parts, *words_of(item, "gb-question__reason"))


def said(verdict: str, t: Translate) -> Element:
    """A verdict in words, after what it is about."""
    return element("em", f"({t(f'question.verdict.{verdict}')})")


def best_of(question: Element, t: Translate) -> Iterator[Element]:
    """The best answers in one paragraph; nothing where there is none."""
    kind = question.attributes["data-type"]
    if kind not in ("choice", "several", "short"):
        return
    best = [item for item in question.all("gb-question__answer") if item.attributes["data-verdict"] == "best"]
    yield element("p", element("strong", t("paper.best")), " ", *_joined(best))


def _joined(items: list[Element]) -> Iterator[Node]:
    for index, item in enumerate(items):
        choice = item.find("gb-question__choice")
        assert choice
        if index:
            yield "; "
        yield text_of(Element("p", {}, choice.children))
