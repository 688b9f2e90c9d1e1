"""Where the conversion of a chapter stands. Knows what has been met so far; refuses to know how it looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import unquote, urljoin

from guidebook.documents.links import Links, anchor_carrier
from guidebook.documents.markup import SUBSTITUTES, call, literal, words
from guidebook.documents.model import Chapter, DocumentError, MissingAlternative, MissingImage, UnknownElement
from guidebook.documents.tree import Element, Node

RenderItem: TypeAlias = "Callable[[Sequence[Node], Place], str]"
"""What renders the content of an item or a cell; given to lists and tables, which blocks import."""

LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z]{2}))?")


@dataclass
class Place:
    chapter: Chapter
    links: Links
    site_url: str
    heading: str = ""
    """The nearest heading above, for messages."""
    level: int = 0
    """Its level."""
    characters: dict[str, str] = field(default_factory=dict)
    """Character -> the heading under which it is first printed."""
    images: dict[str, str] = field(default_factory=dict)
    """Path of an image in the site -> the heading under which it is first shown."""
    labels: set[str] = field(default_factory=set)
    """Labels that stand in the source."""
    targets: dict[str, str] = field(default_factory=dict)
    """Label that is linked to -> the heading under which it first is."""

    def printed(self, text: str) -> str:
        """The text as it will be printed; remembers its characters."""
        text = text.translate(SUBSTITUTES)
        for character in text:
            self.characters.setdefault(character, self.heading)
        return text

    def words(self, text: str) -> str:
        """Text as Typst content."""
        return words(self.printed(text))

    def label(self, id: str) -> str:
        """The label of an id of this chapter, which the caller puts into the source."""
        label = self.links.label(self.chapter, id)
        self.labels.add(label)
        return label

    def anchor(self, element: Element) -> str:
        """Its label as invisible content, unless a heading carries it."""
        if not element.id or anchor_carrier(element) is not element:
            return ""
        return f"#anchor({literal(self.label(element.id))});"

    def spoken(self, element: Element, content: str) -> str:
        """The content in the language that its element declares."""
        tag = element.attributes.get("lang")
        if tag is None or not content:
            return content
        match = LANGUAGE_TAG.fullmatch(tag)
        if match is None:
            raise self.unknown(element, f'has the language "{tag}", which is not of the form "fr" or "fr-CA"')
        region = literal(match[2]) if match[2] else "none"
        return call("text", content, lang=literal(match[1]), region=region)

    def destination(self, href: str) -> str:
        """Where a link goes, as a Typst expression."""
        label, address = self.links.resolve(self.chapter, href, self.heading)
        if address:
            return literal(address)
        self.targets.setdefault(label, self.heading)
        return f"label({literal(label)})"

    def image(self, element: Element) -> str:
        """The arguments of an image: its path in the site and its words. Raises for a missing one of them."""
        source, alternative = element.attributes.get("src", ""), element.attributes.get("alt", "").strip()
        if not alternative:
            raise self.error(MissingAlternative, f'the image "{source}" has no alt; omit it with data-pdf="omit".')
        address = urljoin(self.chapter.url, source)
        path = PurePosixPath(unquote(address.removeprefix(self.site_url)))
        if not address.startswith(self.site_url) or ".." in path.parts:
            raise self.error(MissingImage, f'the image "{source}" is not a file of this site.')
        self.images.setdefault(path.as_posix(), self.heading)
        return f"{literal('/' + path.as_posix())}, {literal(alternative)}"

    def unknown(self, element: Element, why: str = "is not in the vocabulary of documents") -> DocumentError:
        classes = f' class="{element.attributes["class"]}"' if element.classes else ""
        return self.error(UnknownElement, f"<{element.tag}{classes}> {why}.")

    def error(self, kind: type[DocumentError], what: str) -> DocumentError:
        return kind(what, self.chapter.title, self.heading)
