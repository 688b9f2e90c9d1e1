"""Whether content is certain to fit on one page. Counts words and lines; refuses to measure.

What fits may be kept together. Anything else must be free to break: the engine cuts off what does not fit, without a
word. So a guess must never err on the long side; these limits fill two thirds of a page in the largest type.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.documents.tree import Element, text_of

MOST_CHARACTERS, MOST_LINES = 900, 10
STARTS_A_LINE = frozenset({"p", "li", "br", "dd", "summary", "hr", "blockquote", "h2", "h3", "h4"})
TALL = frozenset({"img", "figure", "table", "pre"})


def fits_on_a_page(elements: Sequence[Element]) -> bool:
    tags = [inside.tag for element in elements for inside in element.walk()]
    lines = sum(tag in STARTS_A_LINE for tag in tags)
    characters = sum(len(text_of(element)) for element in elements)
    return characters <= MOST_CHARACTERS and lines <= MOST_LINES and TALL.isdisjoint(tags)


def breakable(*elements: Element) -> str:
    """The engine's word for it."""
    return "false" if fits_on_a_page(elements) else "true"
