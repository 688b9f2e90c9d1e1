"""Where links go. Knows the pages and anchors of one document; refuses to leave one that leads nowhere.

#C4-3                        a place in the same chapter
../c2/#C2-1, https://…/c2/   a place in another chapter, when that page is part of the document
../../references/#bowlby1969  a place in the chapter that stands for that page, when it has it
../../modules/…              an absolute address, when it is not
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from guidebook.documents.model import BrokenLink, BrokenOutline, Chapter
from guidebook.documents.tree import Element

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
CONTAINERS = frozenset({"section", "article", "div", "header"})


@dataclass(frozen=True)
class Links:
    labels: dict[tuple[str, str], str]
    """(address of a page, fragment) -> label; the empty fragment is the chapter's h1."""
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    """Address of a page that is not in the document -> that of the chapter that stands for it."""

    def label(self, chapter: Chapter, id: str) -> str:
        """The label of an id of that chapter; labels become named destinations: `file.pdf#C4-3`."""
        return self.labels[page_address(chapter.url), id]

    def resolve(self, chapter: Chapter, href: str, heading: str) -> tuple[str, str]:
        """(label, "") of a place in the document, or ("", absolute address). Raises BrokenLink."""
        address = urljoin(chapter.url, href.strip())
        page, fragment = urldefrag(address)
        if urlsplit(address).scheme not in SCHEMES:
            raise BrokenLink(f'the link "{href}" is not a web, mail or telephone address.', chapter.title, heading)
        if (page_address(page), "") not in self.labels:
            place = self.stand_ins.get(page_address(page), ""), unquote(fragment)
            return (self.labels[place], "") if fragment and place in self.labels else ("", address)
        label = self.labels.get((page_address(page), unquote(fragment)))
        if label is None:
            raise BrokenLink(f'the link "{href}" goes to no heading or anchor.', chapter.title, heading)
        return label, ""


def page_address(url: str) -> str:
    return urldefrag(url).url.removesuffix("index.html")


def collect_links(chapters: tuple[Chapter, ...], trees: tuple[Element, ...]) -> Links:
    """The labels of all anchors. Raises BrokenLink for an id used twice, BrokenOutline for a chapter without h1."""
    anchors = [_anchors(chapter, tree) for chapter, tree in zip(chapters, trees, strict=True)]
    count = Counter(id for ids in anchors for id in set(ids.values()))
    labels: dict[tuple[str, str], str] = {}
    for number, (chapter, ids) in enumerate(zip(chapters, anchors, strict=True), start=1):
        page = page_address(chapter.url)
        if (page, "") in labels:
            raise BrokenLink(f"two chapters have the address {page}.", chapter.title)
        for id, anchor in ids.items():
            unique = anchor and count[anchor] == 1
            labels[page, id] = anchor if unique else f"chapter:{number}" + (f":{anchor}" if anchor else "")
    return Links(labels, {page_address(one.stands_for): page_address(one.url) for one in chapters if one.stands_for})


def _anchors(chapter: Chapter, tree: Element) -> dict[str, str]:
    """Id -> id of the element that carries the label; the title's is empty, whatever id it has."""
    title = next((element for element in tree.walk() if element.is_heading), None)
    if title is None or title.tag != "h1":
        raise BrokenOutline("it does not begin with its title (h1).", chapter.title)
    anchors = {"": ""}
    for element, carrier in _carriers(tree):
        if element.id in anchors:
            raise BrokenLink(f'the id "{element.id}" is there twice.', chapter.title)
        anchors[element.id] = "" if carrier is title else carrier.id or element.id
    return anchors


def _carriers(tree: Element) -> Iterator[tuple[Element, Element]]:
    """Each element with an id, and the element that carries its label."""
    for element in tree.walk():
        if element.id:
            yield element, anchor_carrier(element)


def anchor_carrier(element: Element) -> Element:
    """The heading that a container begins with, else the element itself.

    A label before a heading could be left alone at the foot of the page from which the heading has moved.
    """
    first = next(element.elements(), None)
    if element.tag in CONTAINERS and first is not None:
        carrier = anchor_carrier(first)
        if carrier.is_heading and (carrier.id or carrier.tag == "h1"):
            return carrier
    return element
