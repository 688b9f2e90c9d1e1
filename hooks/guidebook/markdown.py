"""What our pages need of Python-Markdown: components with slots, citations, links to statements, typography.

Components are rendered by `templates` as XML and placed here in the page's own conversion, so that what stands in
their slots is converted by the same Markdown, once: links are checked and rewritten, citations and headings work too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from guidebook.links import Link
from guidebook.templates import Component
from guidebook.translations.outline import CITATION, CITATION_KEY, STATEMENT_LINK
from guidebook.typography import set_type

Match = tuple[ElementTree.Element | None, int | None, int | None]
"""What an inline processor answers: the element and the part of the text that it takes the place of, or nothing."""

# Private-use characters: no author types them, and Python-Markdown strips the control characters it uses itself.
MARKER = "\ue000{}\ue001"
KEPT_WHOLE = re.compile(r"\b(9-1-1|9-8-8|\d-[A-E])\b")
FOUND_MARKER = re.compile("^\ue000(\\d+)\ue001$")


@dataclass
class PageContext:
    """What the page being converted may refer to. Pages are converted one at a time."""

    language: str = "en"
    components: list[Component] = field(default_factory=list)
    find_citation: Callable[[str], Link | None] = lambda key: None
    find_statement: Callable[[str], Link | None] = lambda id: None
    mark_terms: Callable[[ElementTree.Element], Component | None] = lambda root: None
    """Marks glossary terms in the converted page; answers the component that carries their definitions."""

    def place(self, component: Component) -> str:
        """Keep a component for this page; returns the line of Markdown that stands for it."""
        self.components.append(component)
        return MARKER.format(len(self.components) - 1)


class GuidebookExtension(Extension):
    """`context` is set anew for each page before it is converted."""

    def __init__(self) -> None:
        super().__init__()
        self.context = PageContext()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        md.parser.blockprocessors.register(_Components(md.parser, self), "guidebook-components", 200)
        # Before Python-Markdown's own reference and link patterns (170, 160), which would read the brackets as links.
        md.inlinePatterns.register(_Citation(CITATION.pattern, md, self), "guidebook-citation", 176)
        md.inlinePatterns.register(_StatementLink(STATEMENT_LINK.pattern, md, self), "guidebook-statement", 177)
        # After inline patterns (20), so that links are known, and before typography, so that definitions are set too.
        md.treeprocessors.register(_Terms(md, self), "guidebook-terms", 9)
        # After inline patterns (20) and before toc (5), so that headings enter the menu already set.
        md.treeprocessors.register(_Typography(md, self), "guidebook-typography", 8)


class _Components(BlockProcessor):
    def __init__(self, parser: BlockParser, extension: GuidebookExtension) -> None:
        super().__init__(parser)
        self.extension = extension

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return bool(FOUND_MARKER.match(block.strip()))

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        match = FOUND_MARKER.match(blocks.pop(0).strip())
        assert match
        component = self.extension.context.components[int(match[1])]
        root = _tree_of(component)
        for element in list(root.iter()):
            self._fill(element, component)
        parent.extend(list(root))

    def _fill(self, element: ElementTree.Element, component: Component) -> None:
        if (slot := element.attrib.pop("md-inline", None)) is not None:
            element.text = component.slots[int(slot)]
        elif (slot := element.attrib.pop("md-blocks", None)) is not None:
            self.parser.parseChunk(element, component.slots[int(slot)])


def _tree_of(component: Component) -> ElementTree.Element:
    """Words of a template are final: no Markdown in them. Its indentation is not content."""
    root = ElementTree.fromstring(f"<root>{component.xml}</root>")
    for element in root.iter():
        for part in ("text", "tail"):
            words = getattr(element, part)
            if words:
                setattr(element, part, AtomicString(words) if words.strip() else AtomicString(" "))
    return root


class _Citation(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, extension: GuidebookExtension) -> None:
        super().__init__(pattern, md)
        self.extension = extension

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802
        group = ElementTree.Element("span", {"class": "gb-citation"})
        group.text = AtomicString("(")
        last: ElementTree.Element | None = None
        for key in CITATION_KEY.findall(m.group(1)):
            link = self.extension.context.find_citation(key)
            if link is None:
                continue  # `check` has reported it
            if last is not None:
                last.tail = AtomicString("; ")
            last = ElementTree.SubElement(group, "a", {"href": link.href})
            last.text = AtomicString(link.text)
        if last is None:
            return None, None, None
        last.tail = AtomicString(")")
        return group, m.start(0), m.end(0)


class _StatementLink(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, extension: GuidebookExtension) -> None:
        super().__init__(pattern, md)
        self.extension = extension

    def handleMatch(self, m: re.Match[str], data: str) -> Match:  # type: ignore[override]  # noqa: N802
        link = self.extension.context.find_statement(m.group(1))
        if link is None:
            return None, None, None
        element = ElementTree.Element("a", {"class": "gb-statement-link", "href": link.href})
        element.text = AtomicString(link.text)
        title = ElementTree.SubElement(element, "span", {"class": "gb-visually-hidden"})
        title.text = AtomicString(f" {link.title}")
        return element, m.start(0), m.end(0)


class _Terms(Treeprocessor):
    def __init__(self, md: Markdown, extension: GuidebookExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ElementTree.Element) -> None:
        if component := self.extension.context.mark_terms(root):
            root.extend(list(_tree_of(component)))


class _Typography(Treeprocessor):
    UNTOUCHED = frozenset({"code", "pre", "script", "style", "kbd"})
    ONLY_TEXT = frozenset({"option", "text", "textarea", "title", "tspan"})

    def __init__(self, md: Markdown, extension: GuidebookExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ElementTree.Element) -> None:
        self._set(root, self.extension.context.language)

    def _set(self, element: ElementTree.Element, language: str) -> None:
        language = element.get("lang", language)
        if element.tag in self.UNTOUCHED:
            return
        if element.text:
            element.text = _set_like(element.text, language)
        for child in element:
            self._set(child, language)
            if child.tail:
                # A quotation mark after *words* closes, and a colon there has a space before it: say what stands there.
                child.tail = _set_like(child.tail, language, "".join(child.itertext())[-1:])
        if element.tag not in self.ONLY_TEXT:
            _keep_whole(element)


def _set_like(text: str, language: str, before: str = "") -> str:
    words = set_type(before + text, language)[len(before) :]
    return AtomicString(words) if isinstance(text, AtomicString) else words


def _keep_whole(element: ElementTree.Element) -> None:
    """Numbers of help lines and of cases, each in a `span` that no line ends in.

    A hyphen that forbids a break would keep them whole too, but be another sign to who copies or seeks the number.
    """
    for child in [None, *element]:
        words = (element.text if child is None else child.tail) or ""
        parts = KEPT_WHOLE.split(words)
        if len(parts) > 1:
            like = AtomicString if isinstance(words, AtomicString) else str
            if child is None:
                element.text = like(parts[0])
            else:
                child.tail = like(parts[0])
            at = 0 if child is None else list(element).index(child) + 1
            for number, after in zip(parts[1::2], parts[2::2], strict=True):
                span = ElementTree.Element("span", {"class": "gb-whole"})
                span.text, span.tail = AtomicString(number), like(after)
                element.insert(at, span)
                at += 1
