"""What two translations of a page must have in common: headings, links, images, citations. Counts; judges nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from guidebook.blocks import OPENING, WITH_ID, split_id
from guidebook.fences import outside_code
from guidebook.sources import Source

HEADING = re.compile(r"^(#{1,6}) +(.*?)\s*+(?:\{#([^}\s]+)[^}]*\})?\s*+$")
NEAR_HEADING = re.compile(r"^#+(?![# ])")
"""Python-Markdown makes a heading of it, with an address of its own in each language; we would not have seen it."""
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
LINK = re.compile(r"(?<![!\[])\[(?!\[|@)([^\]]+)\]\(([^)\s]+)[^)]*\)")
CITATION = re.compile(r"\[(@[^\]]+)\]")
CITATION_KEY = re.compile(r"@([\w:-]+)")
CITATIONS_ONLY = re.compile(r"@[\w:-]+(\s*;\s*@[\w:-]+)*\s*")
STATEMENT_LINK = re.compile(r"\[\[([^\]]+)\]\]")
LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.) +\S")
INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


@dataclass(frozen=True)
class Mention:
    """A heading, link, image or key, where it stands."""

    text: str
    line: int
    level: int = 0
    """Of a heading: 1 to 6."""
    anchor: str = ""
    """Of a heading: its explicit id."""
    section: str = ""
    """The part of the page it stands in: the id of the heading, statement or question above it."""


@dataclass(frozen=True)
class Outline:
    sections: dict[str, int]
    """Part of the page -> its first line, in order."""
    headings: tuple[Mention, ...]
    links: tuple[Mention, ...]
    images: tuple[Mention, ...]
    """`text` is the alternative text."""
    citations: tuple[Mention, ...]
    """`text` is a reference key."""
    statement_links: tuple[Mention, ...]
    """`text` is a statement id."""
    list_items: tuple[Mention, ...]
    near_headings: tuple[Mention, ...]
    """`text` is a line that only looks like a heading of ours."""
    bad_citations: tuple[Mention, ...]
    """`text` is what stands between brackets that hold more than reference keys."""
    link_texts: tuple[Mention, ...]
    """`text` is what a reader sees of a link."""

    def section_above(self, line: int) -> Mention | None:
        """The `##` heading of the section that a line stands in."""
        above = [heading for heading in self.headings if heading.level == 2 and heading.line < line]
        return above[-1] if above else None


def outline_of(source: Source) -> Outline:
    found: dict[str, list[Mention]] = {name: [] for name in FINDERS}
    headings: list[Mention] = []
    sections = {"": source.body_start + 1}
    section = ""
    for number, raw in outside_code(source.numbered_body()):
        text = INLINE_CODE.sub("", raw)
        if match := HEADING.match(text):
            headings.append(Mention(match[2], number, len(match[1]), match[3] or ""))
            section = match[3] or section
        elif (opening := OPENING.match(text)) and opening[2] in WITH_ID:
            section = split_id(opening[3] or "")[0]
        sections.setdefault(section, number)
        for name, find in FINDERS.items():
            found[name] += [Mention(words, number, section=section) for words in find(text)]
    return Outline(sections, tuple(headings), **{name: tuple(mentions) for name, mentions in found.items()})


def _citations(text: str) -> list[str]:
    return [key for group in CITATION.findall(text) for key in CITATION_KEY.findall(group)]


def _list_items(text: str) -> list[str]:
    return [text.strip()] if LIST_ITEM.match(text) else []


FINDERS: dict[str, Callable[[str], list[str]]] = {
    "links": lambda text: [target for _, target in LINK.findall(text)],
    "images": lambda text: [alt for alt, _ in IMAGE.findall(text)],
    "citations": _citations,
    "statement_links": STATEMENT_LINK.findall,
    "list_items": _list_items,
    "link_texts": lambda text: [words for words, _ in LINK.findall(text)],
    "near_headings": lambda text: [text.strip()] if NEAR_HEADING.match(text) else [],
    "bad_citations": lambda text: [group for group in CITATION.findall(text) if not CITATIONS_ONLY.fullmatch(group)],
}
"""Field of the outline -> what finds it in a line."""
