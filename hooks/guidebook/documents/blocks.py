"""Blocks of a page, HTML -> Typst. Knows the block vocabulary and our components; refuses every other element.

What is drawn by a Typst function of ours (`statement-text`, `note` …) is defined in template.typ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from guidebook.documents.fit import OF_TEXT, WRITE, breakable, fits_on_a_page
from guidebook.documents.inline import INLINE, render_inline
from guidebook.documents.lists import render_definitions, render_ordered, render_unordered
from guidebook.documents.markup import call, literal
from guidebook.documents.model import BrokenOutline
from guidebook.documents.place import Place
from guidebook.documents.tables import render_table
from guidebook.documents.tree import Element, Node, text_of

STATEMENT_IDS = frozenset({"gb-statement__id", "gb-id"})
STATEMENT_TEXT = "gb-statement__text"
TOGETHER = "gb-together"
"""A part that begins with its heading and belongs on one page, if it fits."""
KEPT = {"gb-callout__title": "callout-title", "gb-plans__sum": "kept"}
"""Paragraphs that stay with what follows: class -> the function that draws them."""
WARM_NOTES = frozenset({"gb-note--awaiting", "gb-awaiting", "gb-callout--caution"})
"""What a reader should not pass over; every other aside is a calm note."""


def render_blocks(nodes: Sequence[Node], place: Place) -> str:
    """Typst content, words outside an element as paragraphs of their own. Raises DocumentError."""
    return _flow(nodes, place, "par")


def render_item(nodes: Sequence[Node], place: Place) -> str:
    """The same for a list item or a cell, whose words need no paragraph."""
    return _flow(nodes, place, "")


def _flow(nodes: Sequence[Node], place: Place, paragraph: str) -> str:
    return "\n".join(filter(None, _parts(tuple(_significant(nodes)), place, paragraph)))


def _parts(nodes: tuple[Node, ...], place: Place, paragraph: str) -> Iterator[str]:
    for kind, group in groupby(nodes, key=_kind):
        if kind == "words":
            content = render_inline(tuple(group), place)
            yield call(paragraph, content) if paragraph and content else content
        elif kind == STATEMENT_TEXT:
            yield _band("statement-text", tuple(_elements(group)), place)
        else:
            yield from (_block(element, place) for element in _elements(group))


def _band(function: str, elements: tuple[Element, ...], place: Place, **options: str) -> str:
    content = "\n".join(_block(element, place) for element in elements)
    return call(function, content, **options, breakable=breakable(*elements))


def _elements(nodes: Iterator[Node]) -> Iterator[Element]:
    return (node for node in nodes if isinstance(node, Element))


def _significant(nodes: Sequence[Node]) -> Iterator[Node]:
    """All but the blank text that stands beside a block or at an end."""
    for index, node in enumerate(nodes):
        if isinstance(node, str) and not node.strip(" \t\n\r\f"):
            around = nodes[max(index - 1, 0) : index + 2]
            if len(around) < 3 or any(isinstance(near, Element) and near.tag not in INLINE for near in around):
                continue
        yield node


def _kind(node: Node) -> str:
    if isinstance(node, str) or node.tag in INLINE:
        return "words"
    return STATEMENT_TEXT if STATEMENT_TEXT in node.classes else "block"


def _block(element: Element, place: Place) -> str:
    render = BLOCKS.get(element.tag)
    if render is None:
        raise place.unknown(element)
    anchor = place.anchor(element) if element.tag in ANCHORED_BEFORE else ""
    return anchor + place.spoken(element, render(element, place))


def _heading(element: Element, place: Place) -> str:
    level = int(element.tag[1])
    if level > place.level + 1 or (level == 1 and place.level):
        raise place.error(BrokenOutline, f'"{text_of(element)}" is an {element.tag} after an h{place.level}.')
    place.level, place.heading = level, text_of(element)
    number = next((child for child in element.elements() if STATEMENT_IDS & child.classes), None)
    title = render_inline([child for child in element.children if child is not number], place)
    has_label = level == 1 or element.id
    label = literal(place.label("" if level == 1 else element.id)) if has_label else "none"
    shown = literal(place.printed(text_of(number))) if number else "none"
    return f"#titled({level}, {shown}, {label})[{title}];"


def _paragraph(element: Element, place: Place) -> str:
    if WARM_NOTES & element.classes:
        return place.anchor(element) + _note(element, place, "p")
    children = [child for child in element.children if isinstance(child, Element) or child.strip()]
    if len(children) == 1 and isinstance(children[0], Element) and children[0].tag == "img":
        return f"#block-image({place.image(children[0])});"
    content = render_inline(element.children, place)
    if not content:
        return place.anchor(element)
    function = next((name for class_, name in KEPT.items() if class_ in element.classes), "par")
    return call(function, place.anchor(element) + content)


def _container(element: Element, place: Place) -> str:
    if WRITE in element.classes:
        return f"#write-lines({int(element.attributes['data-lines'])});"
    content = render_blocks(element.children, place)
    if TOGETHER in element.classes:
        return call("together", content, breakable=breakable(element, most=OF_TEXT))
    return content


def _note(element: Element, place: Place, tag: str = "div") -> str:
    kind = "warm" if WARM_NOTES & element.classes else "calm"
    return _band("note", (Element(tag, {}, element.children),), place, kind=literal(kind))


def _preformatted(element: Element, place: Place) -> str:
    lines = "".join(node if isinstance(node, str) else _all_text(node, place) for node in element.children)
    return f"#raw({literal(place.printed(lines.strip(chr(10)).expandtabs(4)))}, block: true);"


def _all_text(element: Element, place: Place) -> str:
    """The text of `pre`, spaces and all; the spans of a highlighter mean nothing in print."""
    if element.tag not in {"code", "span"}:
        raise place.unknown(element, "cannot stand in <pre>")
    return "".join(node if isinstance(node, str) else _all_text(node, place) for node in element.children)


def _quotation(element: Element, place: Place) -> str:
    return call("quote", render_blocks(element.children, place), block="true")


def _rule(_element: Element, _place: Place) -> str:
    return "#rule();"


def _details(element: Element, place: Place) -> str:
    summary = next((child for child in element.elements() if child.tag == "summary"), None)
    children = [child for child in element.children if child is not summary]
    title = render_inline(summary.children, place) if summary else ""
    return call("opened", title, render_blocks(children, place))


def _figure(element: Element, place: Place) -> str:
    body = [child for child in element.children if not isinstance(child, Element) or child.tag != "figcaption"]
    captions = [child for child in element.elements() if child.tag == "figcaption"]
    caption = "\n".join(render_item(child.children, place) for child in captions)
    images = [child for child in body if isinstance(child, Element)]
    if len(images) == 1 and images[0].tag == "img" and fits_on_a_page(captions):
        return f"#block-image({place.image(images[0])}, caption: [{caption}]);"
    return _container(Element("div", {}, tuple(body)), place) + (f"\n{call('caption', caption)}" if caption else "")


ANCHORED_BEFORE = frozenset({
    "section", "aside", "article", "div", "header", "footer", "ul", "ol", "dl", "pre",
    "blockquote", "hr", "figure", "details", "table",
})  # fmt: skip
"""Elements whose label stands before them; a heading carries its own, a paragraph has it among its words."""

BLOCKS: dict[str, Callable[[Element, Place], str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4"), _heading),
    **dict.fromkeys(("section", "article", "div", "header", "footer"), _container),
    "p": _paragraph,
    "aside": _note,
    "ul": partial(render_unordered, render_item=render_item),
    "ol": partial(render_ordered, render_item=render_item),
    "dl": partial(render_definitions, render_item=render_item),
    "pre": _preformatted,
    "blockquote": _quotation,
    "hr": _rule,
    "details": _details,
    "figure": _figure,
    "table": partial(render_table, render_item=render_item),
}
