"""Words inside a paragraph, HTML -> Typst. Knows the inline vocabulary; refuses every other element."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guidebook.documents.markup import call, literal
from guidebook.documents.place import Place
from guidebook.documents.tree import Element, Node, text_of

WRAPPERS = {"strong": "strong", "em": "emph", "cite": "emph", "sup": "super", "sub": "sub"}
TRANSPARENT = frozenset({"span", "abbr", "time", "label"})
INLINE = frozenset({*WRAPPERS, *TRANSPARENT, "a", "br", "code", "img"})

GLOSSARY_TERM = "gb-term"
"""A link to a definition, made by the build wherever a term is first used: in print, it is a word like the others."""
HTML_SPACES = re.compile(r"[ \t\n\r\f]+")
"""What HTML collapses; a no-break space is not among them."""


@dataclass
class _Spaces:
    """HTML collapses spaces across elements, Typst does not collapse those of string literals: done here."""

    is_open: bool = False
    """The last thing printed can be followed by a space."""
    is_pending: bool = False

    def text(self, text: str) -> str:
        collapsed = HTML_SPACES.sub(" ", text)
        body = collapsed.strip(" ")
        if not body:
            self.is_pending = self.is_pending or bool(collapsed)
            return ""
        space = self.flush() if not collapsed.startswith(" ") else self._space()
        self.is_open, self.is_pending = True, collapsed.endswith(" ")
        return space + body

    def flush(self) -> str:
        """The space that is due before an element, so that it does not become part of a link."""
        return self._space() if self.is_pending else ""

    def _space(self) -> str:
        space = " " if self.is_open else ""
        self.is_open = self.is_pending = False
        return space

    def restart(self) -> str:
        self.is_open = self.is_pending = False
        return ""


def render_inline(nodes: Sequence[Node], place: Place) -> str:
    """Typst content without spaces at its ends. Raises UnknownElement."""
    return _nodes(nodes, place, _Spaces())


def _nodes(nodes: Sequence[Node], place: Place, spaces: _Spaces) -> str:
    return "".join(
        place.words(spaces.text(node)) if isinstance(node, str) else _element(node, place, spaces) for node in nodes
    )


def _element(element: Element, place: Place, spaces: _Spaces) -> str:
    if element.tag not in INLINE:
        raise place.unknown(element)
    if element.tag == "br":
        spaces.restart()
        return "#linebreak();"
    before = place.words(spaces.flush()) + place.anchor(element)
    return before + place.spoken(element, _content(element, place, spaces))


def _content(element: Element, place: Place, spaces: _Spaces) -> str:
    if element.tag == "img":
        spaces.is_open = True
        return f"#inline-image({place.image(element)});"
    if element.tag == "code":
        return _code(element, place, spaces)
    content = _nodes(element.children, place, spaces)
    if not content or element.tag in TRANSPARENT:
        return content
    if element.tag == "a":
        return _link(element, content, place)
    return call(WRAPPERS[element.tag], content)


def _code(element: Element, place: Place, spaces: _Spaces) -> str:
    stray = next((inside for inside in element.walk() if inside.tag not in {"code", "span"}), None)
    if stray is not None:
        raise place.unknown(stray, "cannot stand in <code>")
    spaces.is_open = True
    return f"#raw({literal(place.printed(text_of(element)))});"


def _link(element: Element, content: str, place: Place) -> str:
    if "href" not in element.attributes or GLOSSARY_TERM in element.classes:
        return content
    return f"#to({place.destination(element.attributes['href'])})[{content}];"
