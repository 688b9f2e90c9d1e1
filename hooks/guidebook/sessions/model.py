"""A session: when, where, in which language, what was handed out. Values only."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

TIME_ZONE = "America/Toronto"
"""Times in the data file are those of a clock in Ottawa."""
ZONE = ZoneInfo(TIME_ZONE)
STATUSES = ("planned", "confirmed", "cancelled")
FORMATS = ("in-person", "online", "hybrid")
SPOKEN = ("en", "fr")
KINDS = ("resources", "slides", "handout", "booklet", "recording", "page")
"""Kinds of material."""
SEASONS = {"winter": (1, 3), "spring": (4, 6), "summer": (7, 9), "fall": (10, 12)}
"""For a session that is known by its season only: first and last month, to put it in order. Not shown."""


@dataclass(frozen=True)
class Material:
    kind: str
    language: str
    """Of the material; empty when it is not known."""
    title: Mapping[str, str]
    """By language of the reader; empty when it has no title of its own."""
    file: str
    """In `docs/materials/`; empty when it is elsewhere or not kept."""
    url: str
    line: int


@dataclass(frozen=True)
class Session:
    id: str
    """`2027-calming-first`: its address and its place in calendars, for ever."""
    title: Mapping[str, str]
    summary: Mapping[str, str]
    """One or two sentences, which are also what search engines show."""
    status: str
    announced: datetime.date
    """The day on which it was first published."""
    line: int
    date: datetime.date | None = None
    start: datetime.time | None = None
    end: datetime.time | None = None
    season: tuple[str, int] | None = None
    """`("summer", 2022)` when no day is known."""
    changed: tuple[datetime.date, ...] = ()
    """The days on which its date, time, place or status was changed, oldest first."""
    format: str = ""
    languages: tuple[str, ...] = ()
    host: Mapping[str, str] = field(default_factory=dict)
    place: Mapping[str, str] = field(default_factory=dict)
    register: str = ""
    aims: tuple[str, ...] = ()
    """Numbers of the learning aims it serves."""
    materials: tuple[Material, ...] = ()
    source: str = ""
    """Key of the work that tells of it, for a session that this site did not announce itself."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Setting -> its line in the data file."""

    @property
    def starts(self) -> datetime.datetime | None:
        return _at(self.date, self.start)

    @property
    def ends(self) -> datetime.datetime | None:
        return _at(self.date, self.end)

    @property
    def revised(self) -> datetime.date:
        """The day of its last change."""
        return self.changed[-1] if self.changed else self.announced

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on which it can take place; None as long as nobody knows."""
        if self.season:
            name, year = self.season
            month = SEASONS[name][1]
            return datetime.date(year, month, 31 if month in (3, 12) else 30)
        return self.date

    @property
    def order(self) -> tuple[datetime.date, datetime.time, str]:
        """What sessions are sorted by; those without a date come last."""
        day = self.date
        if self.season:
            day = datetime.date(self.season[1], SEASONS[self.season[0]][0], 1)
        return day or datetime.date.max, self.start or datetime.time.min, self.id

    def is_past(self, day: datetime.date) -> bool:
        """Whether it is over on that day. A session of the day itself is still to come."""
        return self.last_day is not None and self.last_day < day


@dataclass(frozen=True)
class Programme:
    """All sessions, divided on one day."""

    sessions: tuple[Session, ...] = ()
    day: datetime.date = datetime.date.min
    ids: Mapping[str, int] = field(default_factory=dict)
    """Every id of the data file and its line, also of a session that cannot be read."""
    is_unread: bool = False
    """Whether the data file as a whole could not be read, so that no id can be missed."""

    def find(self, id: str) -> Session | None:
        return next((session for session in self.sessions if session.id == id), None)

    @property
    def upcoming(self) -> list[Session]:
        """The next one first."""
        return sorted((s for s in self.sessions if not s.is_past(self.day)), key=lambda s: s.order)

    @property
    def past(self) -> list[Session]:
        """In the order in which they took place, the latest year first."""
        past = sorted((s for s in self.sessions if s.is_past(self.day)), key=lambda s: s.order)
        return sorted(past, key=lambda s: s.order[0].year, reverse=True)


def _at(day: datetime.date | None, time: datetime.time | None) -> datetime.datetime | None:
    return datetime.datetime.combine(day, time, ZONE) if day and time else None
