"""Whether content is certain to fit on one page. Counts words and lines; refuses to measure.

What fits may be kept together. Anything else must be free to break: the engine cuts off what does not fit, without a
word. So a guess must never err on the long side; these limits fill two thirds of a page in the largest type.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.documents.tree import Element, text_of

MOST_CHARACTERS, MOST_LINES = 900, 10
OF_TEXT = 1300, 14
"""The same in the ordinary type of a document, which is smaller."""
WRITE, RULED = "gb-write", 2
"""Room for a pencil, and how many printed lines one of its lines is as high as."""
STARTS_A_LINE = frozenset({"p", "li", "br", "dd", "summary", "hr", "blockquote", "h2", "h3", "h4"})
TALL = frozenset({"img", "figure", "table", "pre"})


def fits_on_a_page(elements: Sequence[Element], most: tuple[int, int] = (MOST_CHARACTERS, MOST_LINES)) -> bool:
    """`most`: characters and lines."""
    inside = [each for element in elements for each in element.walk()]
    tags = [each.tag for each in inside]
    ruled = sum(int(each.attributes["data-lines"]) for each in inside if WRITE in each.classes)
    lines = sum(tag in STARTS_A_LINE for tag in tags) + RULED * ruled
    characters = sum(len(text_of(element)) for element in elements)
    return characters <= most[0] and lines <= most[1] and TALL.isdisjoint(tags)


def breakable(*elements: Element, most: tuple[int, int] = (MOST_CHARACTERS, MOST_LINES)) -> str:
    """The engine's word for it."""
    return "false" if fits_on_a_page(elements, most) else "true"
