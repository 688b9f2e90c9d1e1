"""What a document is made of and what can be wrong with it. Knows nothing of HTML, Typst or the disk."""

# ruff: noqa: N818 - an error is named for what is wrong, as its message says it

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """One page of the site."""

    title: str
    """Plain text: what messages call the chapter."""
    html: str
    """The article as the site shows it, with its h1."""
    url: str
    """The absolute address of the page; relative links and images are resolved against it."""
    stands_for: str = ""
    """The address of another page, whose places that this chapter has too are found in it: a list that holds a part."""


@dataclass(frozen=True)
class Document:
    """One PDF in one language."""

    key: str
    """`competencies`: the same in every language."""
    language: str
    """`en` or `fr`."""
    title: str
    subtitle: str
    site_name: str
    version: str
    """`1.0.0`, without a word before it."""
    date: datetime.date
    """The day of the edition: what the cover says and the PDF's own date. Never today's date by default."""
    url: str
    """Absolute and permanent: where a reader of an old copy finds the latest one."""
    site_url: str
    """The address of the site's root folder; an image is looked for in the folder that is published there."""
    licence: str
    """One or two sentences for the cover."""
    chapters: tuple[Chapter, ...]
    mark_svg: str
    """The site's mark, for the cover; decorative, because the site's name stands beside it. May be empty."""


class DocumentError(Exception):
    """A document cannot be made without losing something. Says what, in which chapter, under which heading."""

    def __init__(self, what: str, chapter: str, heading: str = "") -> None:
        self.what, self.chapter, self.heading = what, chapter, heading
        place = f'chapter "{chapter}"' + (f', under "{heading}"' if heading and heading != chapter else "")
        super().__init__(f"{place}: {what}")


class UnknownElement(DocumentError):
    """HTML outside the vocabulary, or in a place where it means nothing."""


class MalformedHtml(DocumentError):
    """A tag that is not closed, or closed twice."""


class BrokenLink(DocumentError):
    """A link to a place that the document does not have, or an id that is there twice."""


class MissingAlternative(DocumentError):
    """An image without `alt`, a table without a header row: readable for some readers only."""


class MissingImage(DocumentError):
    """An image that is not a file of the site."""


class BrokenOutline(DocumentError):
    """A chapter without its h1, or a heading that skips a level."""


class MissingGlyph(DocumentError):
    """A character that the document's typefaces cannot draw."""


class NotCompiled(DocumentError):
    """The engine refused the source, or made it with a warning."""
