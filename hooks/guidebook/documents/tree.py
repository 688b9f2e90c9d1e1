"""HTML as a tree, read strictly. Knows the syntax of tags; refuses to repair anything and to know what a tag means.

A lenient parser moves or drops what it does not understand, and words could vanish without a trace. Pages come from
Python-Markdown and our own templates, both of which close what they open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TypeAlias

from guidebook.documents.model import Chapter, MalformedHtml

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
DROPPED_CLASSES = frozenset({"headerlink", "md-button"})


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...]

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def is_heading(self) -> bool:
        return self.tag in {"h1", "h2", "h3", "h4"}

    def elements(self) -> Iterator[Element]:
        return (child for child in self.children if isinstance(child, Element))

    def find(self, class_: str) -> Element | None:
        """The first element inside, or itself, of a class."""
        return next(self.all(class_), None)

    def all(self, class_: str) -> Iterator[Element]:
        return (element for element in self.walk() if class_ in element.classes)

    def walk(self) -> Iterator[Element]:
        """Itself and everything inside, in reading order."""
        yield self
        for child in self.elements():
            yield from child.walk()


Node: TypeAlias = "Element | str"


def text_of(node: Node) -> str:
    """Its words with single spaces, for names and messages."""
    return " ".join(_raw_text(node).split())


def _raw_text(node: Node) -> str:
    return node if isinstance(node, str) else "".join(map(_raw_text, node.children))


def parse_html(chapter: Chapter, keep: str = "") -> Element:
    """The chapter as a tree without what print leaves out. Raises MalformedHtml for a tag that does not match.

    `keep`: a class whose elements are kept although they are hidden.
    """
    parser = _TreeBuilder(chapter.title, keep)
    parser.feed(chapter.html)
    parser.close()
    return parser.finish()


def _is_printed(attributes: Mapping[str, str], keep: str) -> bool:
    classes = attributes.get("class", "").split()
    omitted = "hidden" in attributes or attributes.get("data-pdf") == "omit"
    return (not omitted or keep in classes) and DROPPED_CLASSES.isdisjoint(classes)


@dataclass
class _Open:
    tag: str
    attributes: Mapping[str, str]
    children: list[Node]


class _TreeBuilder(HTMLParser):
    def __init__(self, chapter: str, keep: str) -> None:
        super().__init__(convert_charrefs=True)
        self.chapter = chapter
        self.keep = keep
        self.stack = [_Open("article", {}, [])]
        self.heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack.append(_Open(tag, {name: value or "" for name, value in attrs}, []))
        if tag in VOID:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.stack[-1].tag != tag or len(self.stack) == 1:
            raise self._mismatch(f"</{tag}> closes <{self.stack[-1].tag}>")
        self._close()

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)

    def finish(self) -> Element:
        if len(self.stack) > 1:
            raise self._mismatch(f"<{self.stack[-1].tag}> is not closed")
        return Element("article", {}, tuple(self.stack[0].children))

    def _close(self) -> None:
        opened = self.stack.pop()
        if not _is_printed(opened.attributes, self.keep):
            return
        element = Element(opened.tag, opened.attributes, tuple(opened.children))
        if element.is_heading:
            self.heading = text_of(element)
        self.stack[-1].children.append(element)

    def _mismatch(self, what: str) -> MalformedHtml:
        line, column = self.getpos()
        return MalformedHtml(f"{what} (line {line}, column {column} of its HTML).", self.chapter, self.heading)
