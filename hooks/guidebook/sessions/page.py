"""A session -> its page in a language, as if somebody had typed it.

One record makes the page of every language, so that two languages cannot differ.
"""

from __future__ import annotations

import json
from dataclasses import replace

from guidebook.edition import long_date
from guidebook.sessions.model import Session
from guidebook.sources import Source, parse_source
from guidebook.strings import translator

FOLDER = "champions/sessions"
CALENDAR_URI = f"{FOLDER}/index.md"
"""The page that lists them all."""
SITE_ADDRESS = "site-address:"
"""Stands for the absolute address of this language's folder, which only the build knows."""


def uri_of(session: Session) -> str:
    return f"{FOLDER}/{session.id}.md"


def url_of(src_uri: str) -> str:
    """The address of a page below the folder of its language."""
    return src_uri.removesuffix("index.md") if src_uri.endswith("index.md") else f"{src_uri.removesuffix('.md')}/"


def shown_day(session: Session, language: str) -> str:
    """`March 2, 2022`, `Summer 2022`, or that the date is to be announced."""
    t = translator(language)
    if session.season:
        name, year = session.season
        return t(f"session.season.{name}", year=year)
    return long_date(session.date, language) if session.date else t("session.date-unknown")


def source_of(session: Session, language: str) -> Source:
    """A page of its own. It says its day in its title: two sessions may have the same subject.

    In the search, what can be read at any time comes before it.
    """
    day = shown_day(session, language)
    text = (
        f"---\ndescription: {json.dumps(session.summary[language], ensure_ascii=False)}\nsearch:\n  boost: 0.3\n---\n"
        f"# {session.title[language]} ({day[0].lower() + day[1:] if session.season else day})\n\n"
        f"/// session | {session.id}\n///\n"
    )
    uri = uri_of(session)
    return replace(parse_source(text, f"docs/{language}/{uri}", language, uri)[0], is_made=True)
