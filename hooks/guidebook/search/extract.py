"""A finished page to what can be found on it.

A page is one result, each of its chapters (`h2` and `h3` with an id) another. A component that is a result of its own,
whole, says `data-search-entry="kind"` on its outermost element; its first heading is the title. What must not be found
says `data-search-exclude`. What no reader sees at once (`hidden`, `template`, `popover`) is not found either.
"""

from __future__ import annotations

from collections.abc import Mapping

from guidebook.documents.model import Chapter
from guidebook.documents.tree import Element, parse_html, text_of
from guidebook.search.model import Entry

INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "small", "span", "strong", "sub", "sup"}
)
CHAPTERS = frozenset({"h2", "h3"})
UNSEEN = frozenset({"hidden", "popover", "data-search-exclude"})
SILENT = frozenset({"template", "pre", "script", "style", "svg", "summary", "button", "label", "input"})
OWN_RESULT = "data-search-entry"


def entries_of(html: str, location: str, title: str) -> list[Entry]:
    """The page itself, then what is on it, in reading order. Raises MalformedHtml for HTML that is not well-formed."""
    reader = _Reader(location, title)
    reader.read(parse_html(Chapter(title, html, location)))
    reader.flush()
    return [entry for entry in reader.entries if entry.title]


class _Reader:
    def __init__(self, location: str, title: str) -> None:
        self.location = location
        self.entries = [Entry(location, title)]
        self.current = self.entries[0]
        self.words: list[str] = []

    def read(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, str):
                self.words.append(child)
            elif not _is_silent(child.tag, child.attributes):
                self._read_element(child)

    def _read_element(self, element: Element) -> None:
        if element.tag in INLINE:
            self.read(element)
            return
        self.flush()
        if OWN_RESULT in element.attributes:
            self._read_own_result(element)
        elif element.tag in CHAPTERS and element.id and not self.current.kind:
            self._open(Entry(f"{self.location}#{element.id}", text_of(element)))
        elif element.tag == "h1":
            self.entries[0].title = text_of(element)
        elif not element.is_heading:
            self.read(element)
            self.flush()

    def _read_own_result(self, element: Element) -> None:
        """One result, whatever headings stand in it; after it the chapter around it goes on."""
        around = self.current
        heading = next((inner for inner in element.walk() if inner.is_heading), None)
        fragment = element.id or (heading.id if heading else "")
        title = text_of(heading) if heading else ""
        self._open(Entry(f"{self.location}#{fragment}", title, kind=element.attributes[OWN_RESULT]))
        self.read(element)
        self.flush()
        self.current = around

    def _open(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.current = entry

    def flush(self) -> None:
        """End the paragraph."""
        if text := " ".join("".join(self.words).split()):
            self.current.paragraphs.append(text)
        self.words = []


def _is_silent(tag: str, attributes: Mapping[str, str]) -> bool:
    return tag in SILENT or not UNSEEN.isdisjoint(attributes)
