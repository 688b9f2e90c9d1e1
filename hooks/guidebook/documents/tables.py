"""Tables, HTML -> Typst. Knows rows and cells; refuses a table that no header row explains.

The compiler marks the cells of a header row as column headers; it offers no way yet to mark a row's header
(typst-py has no `features` argument), so a `th` in a body row is an ordinary cell in bold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guidebook.documents.markup import expression
from guidebook.documents.model import MissingAlternative
from guidebook.documents.place import Place, RenderItem
from guidebook.documents.tree import Element, text_of

ALIGNMENT = re.compile(r"text-align:\s*(left|center|right)")


def render_table(element: Element, place: Place, render_item: RenderItem) -> str:
    """A Typst table whose header row is repeated on each page. Raises MissingAlternative without such a row."""
    head = list(_rows(element, "thead", place))
    body = list(_rows(element, "tbody", place))
    if not head or not all(text_of(cell) for row in head for cell in row.elements()):
        raise place.error(MissingAlternative, "a table needs a header row (thead) with words in each cell.")
    columns = sum(_span(cell, "colspan") for cell in head[0].elements())
    header = ", ".join(_cells(head, place, render_item))
    cells = "".join(f", {cell}" for cell in _cells(body, place, render_item))
    return f"#table(columns: {columns}, table.header({header}){cells});"


def _rows(table: Element, group: str, place: Place) -> Iterator[Element]:
    for part in _only(table, {"thead", "tbody", "tr"}, place):
        if part.tag == group:
            yield from _only(part, {"tr"}, place)
        elif part.tag == "tr" and group == "tbody":
            yield part


def _cells(rows: Sequence[Element], place: Place, render_item: RenderItem) -> Iterator[str]:
    for row in rows:
        for cell in _only(row, {"th", "td"}, place):
            content = place.anchor(cell) + place.spoken(cell, render_item(cell.children, place))
            if cell.tag == "th":
                content = f"#strong[{content}];"
            yield expression("table.cell", content, **_options(cell))


def _options(cell: Element) -> dict[str, str]:
    options = {name: str(_span(cell, name)) for name in ("colspan", "rowspan") if name in cell.attributes}
    alignment = ALIGNMENT.search(cell.attributes.get("style", ""))
    return {**options, **({"align": alignment[1]} if alignment else {})}


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "1")
    return int(value) if value.isdecimal() else 1


def _only(parent: Element, tags: set[str], place: Place) -> Iterator[Element]:
    """The children, which must be of these tags."""
    for child in parent.children:
        if isinstance(child, Element) and child.tag in tags:
            yield child
        elif isinstance(child, Element) or child.strip():
            stray = child if isinstance(child, Element) else parent
            raise place.unknown(stray, f"cannot stand there in <{parent.tag}>")
