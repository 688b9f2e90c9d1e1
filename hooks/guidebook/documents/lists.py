"""Lists and definitions, HTML -> Typst. Knows items; refuses words between them and numberings it cannot repeat."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.documents.fit import breakable
from guidebook.documents.markup import call, literal
from guidebook.documents.place import Place, RenderItem
from guidebook.documents.tree import Element

NUMBERINGS = {"1": "1.", "a": "a.", "A": "A.", "i": "i.", "I": "I."}
"""The attribute `type` -> the engine's pattern."""
LISTS = {"gb-references": "references", "gb-boxes": "boxes"}
"""Class of a list -> the function that draws it; every other is `list`."""


def render_unordered(element: Element, place: Place, render_item: RenderItem) -> str:
    function = next((name for class_, name in LISTS.items() if class_ in element.classes), "list")
    return call(function, *_items(element, place, render_item))


def render_ordered(element: Element, place: Place, render_item: RenderItem) -> str:
    numbering = NUMBERINGS.get(element.attributes.get("type", "1"))
    start = element.attributes.get("start", "1")
    if numbering is None or not start.isdecimal() or "reversed" in element.attributes:
        raise place.unknown(element, "is numbered in a way that documents do not know")
    return call("enum", *_items(element, place, render_item), start=start, numbering=literal(numbering))


def _items(element: Element, place: Place, render_item: RenderItem) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            _refuse_words(child, element, place)
        elif child.tag != "li":
            raise place.unknown(child, f"cannot stand in <{element.tag}>")
        elif "value" in child.attributes:
            raise place.unknown(child, "is numbered in a way that documents do not know")
        else:
            yield place.anchor(child) + place.spoken(child, render_item(child.children, place))


def _refuse_words(text: str, element: Element, place: Place) -> None:
    if text.strip():
        raise place.unknown(element, f'holds words outside its items: "{text.strip()}"')


def render_definitions(element: Element, place: Place, render_item: RenderItem) -> str:
    pairs = ", ".join(f"([{term}], [{description}])" for term, description in _pairs(element, place, render_item))
    if "gb-statement__facts" in element.classes:
        return f"#facts(breakable: {breakable(element)}, {pairs});"
    return f"#definitions({pairs});"


def _pairs(element: Element, place: Place, render_item: RenderItem) -> Iterator[tuple[str, str]]:
    """Terms with their descriptions; several of one kind in a row belong together."""
    terms: list[str] = []
    descriptions: list[str] = []
    for child in _terms_and_descriptions(element, place):
        content = place.anchor(child) + place.spoken(child, render_item(child.children, place))
        if child.tag == "dd":
            descriptions.append(content)
            continue
        if descriptions:
            yield "#linebreak();".join(terms), "#parbreak();".join(descriptions)
            terms, descriptions = [], []
        terms.append(content)
    if terms or descriptions:
        yield "#linebreak();".join(terms), "#parbreak();".join(descriptions)


def _terms_and_descriptions(element: Element, place: Place) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, str):
            _refuse_words(child, element, place)
        elif child.tag == "div":
            yield from _terms_and_descriptions(child, place)
        elif child.tag in {"dt", "dd"}:
            yield child
        else:
            raise place.unknown(child, "cannot stand in <dl>")
