"""Links the first use of each term of a converted page to its definition. Knows trees; refuses to know addresses.

A mark never stands where it would be in the way: in a heading, a link, a question (whose words are answers), code, or
the words of a template.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from guidebook.glossary.find import TermFinder
from guidebook.glossary.model import Term

CLASS = "gb-term"
CLOSED_TAGS = frozenset({
    "a", "abbr", "button", "code", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "legend", "option", "pre",
    "script", "style", "summary", "svg", "template", "th",
})  # fmt: skip
CLOSED_PREFIX = "learning-"
"""Our elements that ask something."""
CLOSED_BY = frozenset({"lang", "aria-hidden", "hidden"})
"""Attributes of what is in another language, shown to the eye alone, or not shown at once."""
CLOSED_CLASSES = frozenset({"gb-callout__title"})


def mark_terms(root: Element, finder: TermFinder, href_of: Callable[[Term], str]) -> list[Term]:
    """Put links into the tree, at most one per term; returns the terms in the order of their first use."""
    marked: dict[str, Term] = {}
    _mark_children(root, finder, href_of, marked)
    return list(marked.values())


def _mark_children(
    parent: Element, finder: TermFinder, href_of: Callable[[Term], str], marked: dict[str, Term]
) -> None:
    children = list(parent)
    links = _links(parent.text, finder, href_of, marked)
    if links:
        parent.text, placed = links
        _insert(parent, 0, placed)
    for child in children:
        if _is_open(child):
            _mark_children(child, finder, href_of, marked)
        links = _links(child.tail, finder, href_of, marked)
        if links:
            child.tail, placed = links
            _insert(parent, list(parent).index(child) + 1, placed)


def _is_open(element: Element) -> bool:
    tag = element.tag
    if (
        not isinstance(tag, str)
        or tag in CLOSED_TAGS
        or tag.startswith(CLOSED_PREFIX)
        or CLOSED_BY & set(element.attrib)
    ):
        return False
    return CLOSED_CLASSES.isdisjoint((element.get("class") or "").split())


def _links(
    text: str | None, finder: TermFinder, href_of: Callable[[Term], str], marked: dict[str, Term]
) -> tuple[str, list[Element]] | None:
    """The text before the first mark, and the marks with the text after each."""
    if not text or isinstance(text, AtomicString) or text.isspace():
        return None
    uses = []
    for start, end, term in finder.find(text):
        if term.key not in marked:
            marked[term.key] = term
            uses.append((start, end, term))
    if not uses:
        return None
    links = []
    for (start, end, term), following in zip(uses, [*[use[0] for use in uses[1:]], len(text)], strict=True):
        link = Element("a", {"class": CLASS, "href": href_of(term), "data-term": term.key})
        link.text = AtomicString(text[start:end])
        link.tail = text[end:following]
        links.append(link)
    return text[: uses[0][0]], links


def _insert(parent: Element, index: int, elements: list[Element]) -> None:
    for offset, element in enumerate(elements):
        parent.insert(index + offset, element)
