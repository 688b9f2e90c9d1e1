"""The blocks of a page for trainers -> components. Knows where things are; refuses to know how they look."""

from __future__ import annotations

from guidebook.blocks import Block
from guidebook.library import Library
from guidebook.links import Links
from guidebook.strings import translator
from guidebook.templates import Component, render_component
from guidebook.training.model import Item, Part
from guidebook.training.module import PLANS, home_of, sittings_for_trainers
from guidebook.training.plan import FRAMES, Sitting, plan_session

PIECES = ("handout", "answers", "guide")
"""What is printed of each module, in the order in which it is offered."""


def render_module_block(library: Library, links: Links, block: Block) -> Component:
    """`plans` or `papers`, as it stands on the page of `links`."""
    home = home_of(library, links.page)
    assert home, "`check` has reported it"
    t = translator(links.language)
    if block.name != PLANS:
        number = library.page(library.first_language, home.source.src_uri).source.meta["module"].text
        return render_component("papers", keys=[f"module-{number}-{piece}" for piece in PIECES], t=t)
    sittings = sittings_for_trainers(library, home)
    read = [(sitting, item) for sitting in sittings for item in sitting.items if item.part is Part.READING]
    return render_component(
        "plans",
        plans=[plan_session(sittings, frame) for frame in FRAMES],
        reading=read,
        present=lambda sitting, item: _present(links, sitting, item),
        page=lambda sitting: links.to(sitting.src_uri),
        help_href=links.help(),
        t=t,
    )


def _present(links: Links, sitting: Sitting, item: Item) -> str:
    """Where presenting begins with this part."""
    return f"{links.to(sitting.src_uri)}?present#{item.anchor}"
