"""The tiny site's pages as the package converts them, without MkDocs: parse, model, Markdown, HTML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import markdown

from guidebook.bibliography.render import render_citations
from guidebook.check import load_and_check
from guidebook.edition import load_edition
from guidebook.markdown import GuidebookExtension
from guidebook.pages import PageRenderer


class Site:
    """A site whose sources are right, ready to render."""

    def __init__(self, root: Path) -> None:
        self.library, problems = load_and_check(root)
        assert not problems, problems[0]
        self.edition = load_edition(root)
        self.citations = {code: render_citations(self.library.references, code) for code in self.library.languages}

    def render(self, language: str, src_uri: str) -> ElementTree.Element:
        """The page as a tree; `find(tree, "C4-1")` and `words(element)` read it."""
        renderer = PageRenderer(self.library, language, src_uri, self.citations[language], self.edition)
        return convert(renderer.markdown(), renderer.context)


def convert(text: str, context) -> ElementTree.Element:
    extension = GuidebookExtension()
    extension.context = context
    converter = markdown.Markdown(extensions=["attr_list", "tables", "toc", extension], output_format="xhtml")
    html = converter.convert(text)
    return ElementTree.fromstring(f"<main>{html.replace('&para;', '')}</main>")


def find(tree: ElementTree.Element, id: str) -> ElementTree.Element:
    """The one element with that id."""
    (found,) = (element for element in tree.iter() if element.get("id") == id)
    return found


def all_of(tree: ElementTree.Element, class_: str) -> list[ElementTree.Element]:
    return [element for element in tree.iter() if class_ in (element.get("class") or "").split()]


def words(element: ElementTree.Element) -> str:
    """What a reader reads, its ordinary white space collapsed and its no-break spaces kept."""
    return " ".join("".join(element.itertext()).replace("\n", " ").split(" ")).replace("  ", " ").strip(" ")
