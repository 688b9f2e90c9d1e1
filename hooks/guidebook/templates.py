"""The one Jinja environment of our components: autoescape on, a missing name is an error.

A component's template is well-formed XML, complete without JavaScript. Where it holds an author's Markdown it says so
with an attribute, `<legend {{ blocks(question.stem) }}></legend>`; `guidebook.markdown` fills the element inside the
page's own conversion, so that links, citations and glossary work there as everywhere.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import jinja2
from markupsafe import Markup

COMPONENTS_DIR = Path(__file__).parents[2] / "overrides" / "components"

ASSETS_OF = {
    **{"progress": ("question",), "clear": ("question",), "levels": ("levels", "filter")},
    **{"branching": ("branching", "question"), "reflection": ("question",), "rating": ("question",)},
    **{"upcoming-sessions": ("session",), "past-sessions": ("session",), "subscribe": ("session",)},
    **{"revisit": ("lessons", "revisit"), "workbook": ("lessons", "workbook")},
}
"""Components whose style and script are those of another, or of another too; every other component has its own."""

KINDS = "components/question/kinds/"
"""How each kind of question is read and judged: loaded before the script of the questions, where a page asks such."""
STORE = "store/store.js"
"""What learners answer, kept on their device. Loaded before the scripts that need it."""
NEED_STORE = frozenset({"question", "branching", "statement", "lessons"})
"""Folders whose scripts read or write it."""
TICKS = "store/ticks.js"
"""Ticks in the menu, beside lessons whose questions are all answered. Only where the menu is that of a module."""
NEED_TICKS = frozenset({"question", "lessons"})
TRANSFER = "store/transfer.js"
"""Progress as a file: written, read and judged."""


@dataclass
class Component:
    """A rendered template and the Markdown that belongs in its slots."""

    xml: str = ""
    slots: list[str] = field(default_factory=list)
    name: str = ""

    def slot(self, kind: str, markdown: str) -> Markup:
        self.slots.append(markdown)
        return Markup(f'md-{kind}="{len(self.slots) - 1}"')


@cache
def environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(COMPONENTS_DIR),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_component(name: str, **values: object) -> Component:
    """Render `overrides/components/<name>/<name>.html`; in it, `blocks(…)` and `inline(…)` open slots."""
    component = Component(name=name)
    slots = {kind: partial(component.slot, kind) for kind in ("blocks", "inline")}
    component.xml = environment().get_template(f"{name}/{name}.html").render(**slots, **values)
    return component


def assets_of(names: Collection[str]) -> dict[str, list[str]]:
    """The styles (`css`) and scripts (`js`) that a page with these components asks for, as paths below `overrides/`.

    Most components have neither. Where a folder has several, the one that is named like the folder comes last, so that
    it finds what the others define.
    """
    folders = sorted({folder for name in names for folder in ASSETS_OF.get(name, (name,))})
    assets = {suffix: [path for name in folders for path in _assets(name, suffix)] for suffix in ("css", "js")}
    needs = (
        *((STORE, NEED_STORE), (TICKS, NEED_TICKS), (TRANSFER, {"workbook"})),
        *((f"{KINDS}marked.js", {"question"}), (f"{KINDS}unmarked.js", {"reflection", "rating"})),
    )
    assets["js"][:0] = [script for script, needed_by in needs if needed_by & {*folders, *names}]
    return assets


@cache
def _assets(name: str, suffix: str) -> tuple[str, ...]:
    files = sorted((COMPONENTS_DIR / name).glob(f"*.{suffix}"), key=lambda path: (path.stem == name, path.stem))
    return tuple(f"components/{name}/{path.name}" for path in files)
