"""The blocks of a page that speak of sessions -> components. Knows where things are; refuses to know how they look."""

from __future__ import annotations

from guidebook.blocks import Block
from guidebook.library import Library
from guidebook.links import Link, Links
from guidebook.sessions.model import Session
from guidebook.sessions.page import CALENDAR_URI, uri_of
from guidebook.sessions.render import Card, card_of, render_past, render_session, render_subscribe, render_upcoming
from guidebook.templates import Component
from guidebook.tip_sheets.rules import tip_sheets


def render_sessions(library: Library, links: Links, block: Block) -> Component:
    """`session`, `upcoming-sessions`, `past-sessions` or `subscribe`, as it stands on the page of `links`."""
    programme, language = library.programme, links.language
    if block.name == "session":
        session = programme.find(block.title)
        assert session, "`check` has reported it"
        return render_session(_card(library, links, session), links.to(CALENDAR_URI), language)
    if block.name == "upcoming-sessions":
        cards = [_card(library, links, session) for session in programme.upcoming]
        return render_upcoming(cards, programme, language, block.markdown)
    if block.name == "past-sessions":
        return render_past([_card(library, links, session) for session in programme.past], language)
    return render_subscribe(links.to, language, block.markdown)


def _card(library: Library, links: Links, session: Session) -> Card:
    sheets = tip_sheets(library, links.language)
    aims = [Link(links.to(sheets[aim].source.src_uri), sheets[aim].title) for aim in session.aims]
    href = links.to(uri_of(session))
    return card_of(session, links.language, library.programme.day, links.to, href, aims, library.materials)
