"""A document's chapters, HTML -> Typst. Pure: reads no file, knows no font and no page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.documents.blocks import render_blocks
from guidebook.documents.links import collect_links
from guidebook.documents.markup import call
from guidebook.documents.model import BrokenLink, Document
from guidebook.documents.place import Place
from guidebook.documents.tree import Element, parse_html


@dataclass(frozen=True)
class Converted:
    """One chapter as Typst content, and what it needs to be printed."""

    title: str
    source: str
    characters: Mapping[str, str]
    """Character -> the heading under which it is first printed."""
    images: Mapping[str, str]
    """Path of an image in the site -> the heading under which it is first shown."""


def convert(document: Document) -> tuple[Converted, ...]:
    """All chapters. Raises a DocumentError for whatever would be lost: an element outside the vocabulary, a link to
    nowhere, an image without words."""
    trees = tuple(map(parse_html, document.chapters))
    links = collect_links(document.chapters, trees)
    site_url = document.site_url.removesuffix("/") + "/"
    places = [Place(chapter, links, site_url) for chapter in document.chapters]
    converted = tuple(_chapter(place, tree) for place, tree in zip(places, trees, strict=True))
    _check_targets(places)
    return converted


def _chapter(place: Place, tree: Element) -> Converted:
    source = call("chapter", "\n" + render_blocks(tree.children, place) + "\n")
    return Converted(place.chapter.title, source, place.characters, place.images)


def _check_targets(places: list[Place]) -> None:
    """Raises BrokenLink for a link to an element that keeps no label, such as a row of a table."""
    labels = {label for place in places for label in place.labels}
    for place in places:
        for label, heading in place.targets.items():
            if label not in labels:
                what = f'the anchor "{label}" stands on an element that a document cannot link to.'
                raise BrokenLink(what, place.chapter.title, heading)
