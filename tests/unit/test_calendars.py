"""The calendars of sessions. What our library writes, another one (vobject) reads."""

from __future__ import annotations

import datetime

import pytest
import vobject
from tests.unit.rendering import Site
from tests.unit.tiny_site import SITE

from guidebook.sessions.calendar import FEED, KEPT_DAYS, calendar_files, file_of, uid_of
from guidebook.sessions.model import Session

UTC = datetime.UTC
day = datetime.date.fromisoformat


def made(id: str = "2027-x", **facts) -> Session:
    names = {"en": "Words", "fr": "Mots"}
    return Session(
        **{"id": id, "title": names, "summary": names, "status": "confirmed", "announced": day("2026-11-01"), "line": 1}
        | facts
    )


def files_of(sessions, language="en", today="2026-11-22"):
    return calendar_files(sessions, day(today), language, "Name", lambda session: f"https://x.example/{session.id}/")


def events_of(data: bytes):
    calendar = vobject.readOne(data.decode())
    return getattr(calendar, "vevent_list", [])


def test_calendar_file_holds_what_another_library_reads(language):
    site = Site(SITE)
    data = calendar_files(
        site.library.programme.sessions, day("2026-11-22"), language, "Name", lambda s: f"https://x.example/{s.id}/"
    )
    (event,) = events_of(data["champions/sessions/2027-waiting.ics"])
    assert event.summary.value == {"en": "Waiting, “well”", "fr": "Attendre"}[language]
    assert event.dtstart.value.astimezone(UTC) == datetime.datetime(2027, 3, 13, 18, 0, tzinfo=UTC)
    assert event.dtend.value.astimezone(UTC) == datetime.datetime(2027, 3, 13, 19, 30, tzinfo=UTC)
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["America/Toronto"]
    assert event.location.value == {"en": "Room 2", "fr": "Salle 2"}[language]
    assert event.status.value == "CONFIRMED"
    assert event.sequence.value == "2"
    assert event.dtstamp.value == datetime.datetime(2026, 11, 20, tzinfo=UTC)
    assert event.url.value == "https://x.example/2027-waiting/"
    assert event.uid.value == "b51916c5-3668-55d2-ac25-4b1dafdc81e9"


@pytest.mark.parametrize(
    ("date", "start", "utc"),
    [
        ("2027-03-13", "13:00", "18:00"),  # the last day of winter time
        ("2027-03-14", "03:00", "07:00"),  # the first hour of summer time
        ("2027-07-01", "13:00", "17:00"),
        ("2027-11-06", "23:30", "03:30"),  # the last evening of summer time
        ("2027-11-07", "02:00", "07:00"),  # the first hour that exists once again
        ("2035-01-15", "09:00", "14:00"),
    ],
)
def test_hours_are_those_of_ottawa_on_both_sides_of_a_change_of_clocks(date, start, utc):
    begin = datetime.time.fromisoformat(start)
    session = made(date=day(date), start=begin, end=datetime.time(23, 59))
    (event,) = events_of(files_of([session])[file_of(session)])
    assert event.dtstart.value.astimezone(UTC).strftime("%H:%M") == utc
    assert session.starts == event.dtstart.value


def test_session_without_hours_takes_the_day_and_nobody_s_time():
    session = made(date=day("2027-02-10"))
    (event,) = events_of(files_of([session])[file_of(session)])
    assert (event.dtstart.value, event.dtend.value) == (day("2027-02-10"), day("2027-02-11"))
    assert event.transp.value == "TRANSPARENT"
    assert "The hour is not given." in event.description.value


@pytest.mark.parametrize("facts", [{}, {"season": ("summer", 2027)}])
def test_session_without_a_day_is_in_no_calendar(facts):
    files = files_of([made(**facts)])
    assert list(files) == [FEED]
    assert events_of(files[FEED]) == []


def test_feed_without_a_session_can_be_subscribed_to():
    calendar = vobject.readOne(files_of([])[FEED].decode())
    assert calendar.vtimezone.tzid.value == "America/Toronto"
    assert calendar.x_wr_calname.value == "Name · Sessions"


def test_cancelled_session_stays_in_the_feed_and_says_so(language):
    session = made(date=day("2027-02-10"), status="cancelled", changed=(day("2026-11-20"),))
    (event,) = events_of(files_of([session], language)[FEED])
    assert event.status.value == "CANCELLED"
    assert event.sequence.value == "1"
    assert event.summary.value == {"en": "Cancelled: Words", "fr": "Annulée\u00a0: Mots"}[language]


def test_planned_session_is_tentative():
    session = made(date=day("2027-02-10"), status="planned")
    assert events_of(files_of([session])[FEED])[0].status.value == "TENTATIVE"


def test_feed_lets_go_of_the_past_and_the_file_of_a_session_stays():
    last = day("2026-11-22") - datetime.timedelta(days=KEPT_DAYS)
    kept, gone = made("2026-kept", date=last), made("2026-gone", date=last - datetime.timedelta(days=1))
    files = files_of([kept, gone])
    assert [event.uid.value for event in events_of(files[FEED])] == [uid_of(kept)]
    assert {file_of(kept), file_of(gone)} < set(files)


def test_both_languages_speak_of_the_same_event():
    session = made(date=day("2027-02-10"))
    english, french = (events_of(files_of([session], code)[FEED])[0] for code in ("en", "fr"))
    assert english.uid.value == french.uid.value == uid_of(session)
    assert (english.summary.value, french.summary.value) == ("Words", "Mots")


def test_calendar_is_the_same_bytes_at_every_build():
    hours = {"start": datetime.time(13), "end": datetime.time(14)}
    sessions = [made(f"2027-{name}", date=day("2027-02-10"), **hours) for name in "cab"]
    assert files_of(sessions) == files_of(list(reversed(sessions)))


def test_calendar_keeps_the_rules_of_its_format():
    """RFC 5545: lines of 75 octets at most, ended by CR LF."""
    long = "Une séance à laquelle on vient, dont on repart, et à laquelle on repense; voilà tout. " * 3
    session = made(date=day("2027-02-10"), summary={"en": long, "fr": long})
    data = files_of([session], "fr")[FEED]
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert long.strip().replace("'", "’")[:60] in events_of(data)[0].description.value
