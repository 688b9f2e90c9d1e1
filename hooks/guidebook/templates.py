"""The one Jinja environment of our components: autoescape on, a missing name is an error.

A component's template is well-formed XML, complete without JavaScript. Where it holds an author's Markdown it says so
with an attribute, `<legend {{ blocks(question.stem) }}></legend>`; `guidebook.markdown` fills the element inside the
page's own conversion, so that links, citations and glossary work there as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import jinja2
from markupsafe import Markup

COMPONENTS_DIR = Path(__file__).parents[2] / "overrides" / "components"


@dataclass
class Component:
    """A rendered template and the Markdown that belongs in its slots."""

    xml: str = ""
    slots: list[str] = field(default_factory=list)

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
    component = Component()
    slots = {kind: partial(component.slot, kind) for kind in ("blocks", "inline")}
    component.xml = environment().get_template(f"{name}/{name}.html").render(**slots, **values)
    return component
