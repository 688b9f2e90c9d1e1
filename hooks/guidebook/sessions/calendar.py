"""Sessions -> iCalendar files (RFC 5545), by the `icalendar` library. Takes values and addresses; reads no clock.

The same sources give the same bytes: DTSTAMP is the day of the last change, and SEQUENCE how many changes there were.
The UID is made of the session's id alone, so that it survives a move of the site, and is the same in both languages:
who imports a session twice has it once.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterable, Mapping

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from guidebook.sessions.model import TIME_ZONE, Session
from guidebook.strings import translator
from guidebook.typography import set_type

FEED = "champions/sessions.ics"
"""Of a language, below its folder."""
KEPT_DAYS = 30
"""How long a session that is over stays in the feed: a calendar that subscribes is not filled with the past."""
NAMESPACE = uuid.UUID("6f0d0a52-8a2c-5d0b-9a2e-0c5a1d3b7e44")
"""Never to be changed: every UID that was given out is made from it."""
STATUS = {"planned": "TENTATIVE", "confirmed": "CONFIRMED", "cancelled": "CANCELLED"}
REFRESH = datetime.timedelta(days=1)


def file_of(session: Session) -> str:
    """Where the file of one session is, below the folder of its language."""
    return f"champions/sessions/{session.id}.ics"


def uid_of(session: Session) -> str:
    return str(uuid.uuid5(NAMESPACE, session.id))


def calendar_files(
    sessions: Iterable[Session], day: datetime.date, language: str, name: str, url_of: Callable[[Session], str]
) -> Mapping[str, bytes]:
    """Path below the language's folder -> bytes: the feed, and a file for each session that has a date.

    `day` is the day of the build, `url_of` the absolute address of a session's page.
    """
    dated = [session for session in sessions if session.date]
    kept = [s for s in dated if s.date and s.date >= day - datetime.timedelta(days=KEPT_DAYS)]
    t = translator(language)
    title = t("calendar.name", site=name)
    files = {FEED: _calendar(kept, language, title, url_of, is_feed=True)}
    for session in dated:
        files[file_of(session)] = _calendar([session], language, title, url_of, is_feed=False)
    return files


def _calendar(
    sessions: Iterable[Session], language: str, title: str, url_of: Callable[[Session], str], is_feed: bool
) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//First Relationships//Sessions//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if is_feed:
        for key in ("name", "x-wr-calname"):
            calendar.add(key, title)
        calendar.add("x-wr-timezone", TIME_ZONE)
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "P1D")
    calendar.add_component(_time_zone())  # a calendar without any event is valid as long as it holds this
    for session in sorted(sessions, key=lambda session: session.order):
        calendar.add_component(_event(session, language, url_of(session)))
    return bytes(calendar.to_ical())


def _event(session: Session, language: str, url: str) -> Event:
    t = translator(language)
    event = Event()
    event.add("uid", uid_of(session))
    stamp = datetime.datetime.combine(session.revised, datetime.time(), datetime.UTC)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", len(session.changed))
    event.add("status", STATUS[session.status])
    title = set_type(session.title[language], language)
    # Not every calendar shows the status.
    shown = t("calendar.cancelled", title=title) if session.status == "cancelled" else title
    event.add("summary", shown, parameters={"LANGUAGE": language})
    lines = [set_type(words, language) for words in (session.summary[language], session.host.get(language, ""))]
    if session.starts and session.ends:
        event.add("dtstart", session.starts)
        event.add("dtend", session.ends)
    elif session.date:
        event.add("dtstart", session.date)
        event.add("dtend", session.date + datetime.timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # nobody is busy all day
        lines.append(t("session.time-unknown"))
    event.add("description", "\n".join([*filter(None, lines), url]), parameters={"LANGUAGE": language})
    if place := session.place.get(language) or (t("session.format.online") if session.format == "online" else ""):
        event.add("location", set_type(place, language))
    event.add("url", url)
    return event


def _time_zone() -> Timezone:
    """Toronto's rules since 2007. The library's own list every change of the clocks, which some calendars ignore."""
    zone = Timezone()
    zone.add("tzid", TIME_ZONE)
    for kind, name, onset, month, sunday, before, after in (
        (TimezoneDaylight, "EDT", datetime.datetime(2007, 3, 11, 2), 3, "2SU", -5, -4),
        (TimezoneStandard, "EST", datetime.datetime(2007, 11, 4, 2), 11, "1SU", -4, -5),
    ):
        part = kind()
        part.add("dtstart", onset)
        part.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday=sunday))
        part.add("tzname", name)
        part.add("tzoffsetfrom", datetime.timedelta(hours=before))
        part.add("tzoffsetto", datetime.timedelta(hours=after))
        zone.add_component(part)
    return zone
