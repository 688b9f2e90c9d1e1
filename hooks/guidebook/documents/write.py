"""A tree as HTML again, for documents that are composed of parts of finished pages. The opposite of `tree`."""

from __future__ import annotations

import html
from dataclasses import replace
from urllib.parse import urljoin

from guidebook.documents.tree import VOID, Element, Node


def element(tag: str, *children: Node, **attributes: str) -> Element:
    """`element("p", "words", id="x")`; `class_` for the attribute `class`."""
    return Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}, children)


def to_html(node: Node) -> str:
    if isinstance(node, str):
        return html.escape(node, quote=False)
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in node.attributes.items())
    inside = "".join(map(to_html, node.children))
    return f"<{node.tag}{attributes}>" + ("" if node.tag in VOID else f"{inside}</{node.tag}>")


def with_addresses(node: Node, url: str) -> Node:
    """The same with absolute links, for what they point to may not be in the document. Only headings keep an id."""
    if isinstance(node, str):
        return node
    attributes = {name: value for name, value in node.attributes.items() if name != "id" or node.is_heading}
    if "href" in attributes:
        attributes["href"] = urljoin(url, attributes["href"])
    return replace(node, attributes=attributes, children=tuple(with_addresses(child, url) for child in node.children))
