"""What stands in a PDF, read back with pypdf (pure Python): words, structure, bookmarks, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
from tests.unit.documents.sample import made, sample

from guidebook.documents.inline import INLINE
from guidebook.documents.model import Document
from guidebook.documents.template import cover_words
from guidebook.documents.tree import Element, Node, text_of
from guidebook.strings import translator


def sample_pdf(language: str, cache_dir: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(made(sample(language), cache_dir).path)


def letters(text: str) -> str:
    """Letters and digits alone: what hyphenation, line ends and spaces cannot change."""
    return re.sub(r"[\W_]", "", text)


def printed_letters(document: Document, reader: pypdf.PdfReader) -> str:
    """The letters of all pages without their running lines, so that a sentence may cross pages."""
    edition = cover_words(document, translator(document.language))["edition"]
    pages = [page.extract_text().split("\n") for page in reader.pages]
    return letters("".join(line for lines in pages for line in lines[1:] if not line.startswith(edition[:30])))


def blocks_of(node: Node) -> Iterator[str]:
    """The words of each paragraph, title, item or cell, without the blocks inside it."""
    if isinstance(node, Element):
        words: list[Node] = []
        for child in node.children:
            if isinstance(child, str) or child.tag in INLINE:
                words.append(child)
            else:
                yield from blocks_of(child)
        yield text_of(Element("p", {}, tuple(words)))


def tagged(reader: pypdf.PdfReader, kind: str) -> list[Any]:
    """All structure elements of a kind, in reading order."""
    found: list[Any] = []
    waiting: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            found += [node] if node.get("/S") == kind else []
            waiting += [node["/K"]] if "/K" in node else []
    return found


def children(node: Any) -> list[Any]:
    """The structure elements directly inside one."""
    inside = [child.get_object() for child in node["/K"]]
    return [child for child in inside if isinstance(child, dict) and "/S" in child]


def bookmarks(outline: list[Any], level: int = 1) -> Iterator[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from bookmarks(entry, level + 1)
        else:
            yield level, entry.title


def link_targets(reader: pypdf.PdfReader) -> tuple[set[str], set[str]]:
    """(addresses, places) that links lead to; a place is the name of a heading or `page 6 at 540` of anything else."""
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    addresses = {link["/A"]["/URI"] for link in links if "/A" in link}
    return addresses, {place_of(reader, link["/Dest"]) for link in links if "/Dest" in link}


def place_of(reader: pypdf.PdfReader, destination: Any) -> str:
    if isinstance(destination, str):
        return destination
    page, _, _, top, _ = destination.get_object()
    return f"page {reader.pages.index(page.get_object()) + 1} at {top:.0f}"
