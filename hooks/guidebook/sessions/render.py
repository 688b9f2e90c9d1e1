"""Sessions -> components. Takes values, links and sizes; decides no address."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_time

from guidebook.documents.plan import shown_size
from guidebook.edition import LOCALES, long_date
from guidebook.links import Link
from guidebook.sessions.calendar import FEED, file_of
from guidebook.sessions.model import Material, Programme, Session
from guidebook.sessions.page import SITE_ADDRESS, shown_day
from guidebook.strings import translator
from guidebook.templates import Component, render_component
from guidebook.typography import NBSP


@dataclass(frozen=True)
class Handed:
    """A material as a reader sees it."""

    text: str
    """`Slides: Words of its own`."""
    facts: str
    """`English, ODP, 412 kB`; empty when nothing is known."""
    href: str
    """Empty when it is not kept."""


@dataclass(frozen=True)
class Card:
    """A session as a reader sees it, in one language."""

    session: Session
    title: str
    summary: str
    day: str
    hours: str
    status: str
    """What to say of it; empty when a session to come is confirmed."""
    format: str
    languages: str
    host: str
    place: str
    href: str
    aims: Sequence[Link]
    materials: Sequence[Handed]
    is_past: bool
    ics: str
    """The file for a calendar, as a link from the page; empty when there is nothing to note."""


def card_of(
    session: Session,
    language: str,
    day: datetime.date,
    to: Callable[[str], str],
    href: str,
    aims: Sequence[Link],
    sizes: Mapping[str, int],
) -> Card:
    """`day` is the day of the build; `to` makes a link to a path below the language's folder; `sizes` are in bytes."""
    t = translator(language)
    is_past = session.is_past(day)
    unknown = t("session.not-stated") if is_past else t("session.to-be-announced")
    spoken = [t(f"session.language.{code}") for code in session.languages]
    status = session.status
    if is_past and status != "cancelled":
        status = "past"
    return Card(
        session=session,
        title=session.title[language],
        summary=session.summary[language],
        day=shown_day(session, language),
        hours=_hours(session, language) or ("" if session.season else unknown),
        status="" if status == "confirmed" else t(f"session.status.{status}"),
        format=t(f"session.format.{session.format}") if session.format else ("" if session.season else unknown),
        languages=t("session.languages-joint").join(spoken) or unknown,
        host=session.host.get(language, ""),
        place=session.place.get(language, ""),
        href=href,
        aims=aims,
        materials=[_handed(material, language, to, sizes) for material in session.materials],
        is_past=is_past,
        ics=to(file_of(session)) if session.date and not is_past else "",
    )


def _hours(session: Session, language: str) -> str:
    """`1:00 p.m. to 2:30 p.m., Eastern time`: the summer's name of the time zone would be wrong in winter."""
    if not session.start or not session.end:
        return ""
    start, end = (_hour(time, language) for time in (session.start, session.end))
    return translator(language)("session.hours", start=start, end=end)


def _hour(time: datetime.time, language: str) -> str:
    if language == "fr":  # 13 h, 9 h 05: babel writes 13:00
        return f"{time.hour}{NBSP}h" + (f"{NBSP}{time.minute:02}" if time.minute else "")
    return format_time(time, "h:mm a", locale=LOCALES[language]).replace("\u202f", " ")


def _handed(material: Material, language: str, to: Callable[[str], str], sizes: Mapping[str, int]) -> Handed:
    t = translator(language)
    kind = t(f"session.material.{material.kind}")
    title = material.title.get(language, "")
    facts = [t(f"session.language.{material.language}")] if material.language else []
    if material.file:
        facts += [material.file.rpartition(".")[2].upper(), shown_size(sizes[material.file], language)]
    elif not material.url:
        facts.append(t("session.not-kept"))
    href = to(f"../materials/{material.file}") if material.file else material.url
    return Handed(t("session.material-title", kind=kind, title=title) if title else kind, ", ".join(facts), href)


def render_session(card: Card, calendar_href: str, language: str) -> Component:
    return render_component("session", card=card, calendar_href=calendar_href, t=translator(language))


def render_upcoming(cards: Sequence[Card], programme: Programme, language: str, instead: str) -> Component:
    """`instead` is what the page says when there is no session to come."""
    day = long_date(programme.day, language)
    return render_component("upcoming-sessions", cards=cards, day=day, instead=instead, t=translator(language))


def render_past(cards: Sequence[Card], language: str) -> Component:
    years = [(year, list(group)) for year, group in groupby(cards, key=lambda card: card.session.order[0].year)]
    return render_component("past-sessions", years=years, t=translator(language))


def render_subscribe(to: Callable[[str], str], language: str, text: str) -> Component:
    return render_component(
        "subscribe", href=to(FEED), address=f"{SITE_ADDRESS}{FEED}", text=text, t=translator(language)
    )
