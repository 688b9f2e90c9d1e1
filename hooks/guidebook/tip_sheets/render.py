"""The foot of a tip sheet -> a component. Takes a page and its links; nothing at all for other pages."""

from __future__ import annotations

import datetime

from guidebook.edition import long_date
from guidebook.library import Page
from guidebook.links import Links
from guidebook.sessions.page import SITE_ADDRESS, url_of
from guidebook.strings import translator
from guidebook.templates import Component, render_component


def render_foot(original: Page, links: Links) -> Component:
    """`original`: the page in the first language, which says that it is a tip sheet, and what it rests on."""
    meta = original.source.meta
    if "aim" not in meta:
        return Component()
    return render_component(
        "tip-sheet",
        statements=links.statements(meta["teaches"].items),
        dated=long_date(datetime.date.fromisoformat(meta["dated"].text), links.language),
        address=f"{SITE_ADDRESS}{url_of(original.source.src_uri)}",
        t=translator(links.language),
    )
