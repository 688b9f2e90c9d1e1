"""Sessions as readers and calendars get them. What our library writes, another one (vobject) reads."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from tests.unit.rendering import Site, all_of, words
from tests.unit.tiny_site import SITE, write_site

from guidebook.edition import day_of_the_build, load_edition, moment_of_the_edition
from guidebook.sessions.calendar import FEED, KEPT_DAYS, calendar_files, file_of, uid_of
from guidebook.sessions.model import Session

ROOT = Path(__file__).parents[2]
CALENDAR = "champions/sessions/index.md"
UTC = datetime.UTC
TORONTO = ZoneInfo("America/Toronto")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def epoch(text: str) -> str:
    """The moment, said in Ottawa's time, as SOURCE_DATE_EPOCH says it."""
    return str(int(datetime.datetime.fromisoformat(text).replace(tzinfo=TORONTO).timestamp()))


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


def titles(tree, class_: str) -> list[str]:
    (listed,) = all_of(tree, class_)
    return [words(title) for title in all_of(listed, "gb-sessions__title")]


# ---------- which are to come, and which are past


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (None, "2026-11-22"),  # the edition's
        ("2027-03-13T23:59", "2027-03-13"),
        ("2027-03-14T00:00", "2027-03-14"),  # already tomorrow in Greenwich for four hours
    ],
)
def test_day_of_the_build_is_the_edition_s_unless_the_clock_is_given(monkeypatch, clock, expected):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if clock:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(clock))
    assert day_of_the_build(SITE) == day(expected)


def test_moment_of_the_edition_is_its_day_here_and_in_universal_time(monkeypatch):
    moment = moment_of_the_edition(SITE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(moment))
    assert day_of_the_build(SITE) == load_edition(SITE).date == datetime.datetime.fromtimestamp(moment, UTC).date()


def test_lists_follow_the_day_of_the_build(monkeypatch, language, tmp_path):
    waiting, called_off, some_day, listening, moving = {
        "en": ("Waiting, “well”", "Called off Cancelled", "Some day Planned, to be confirmed", "Listening", "Moving"),
        "fr": ("Attendre", "Séance annulée Annulée", "Un jour Prévue, à confirmer", "Écouter", "Bouger"),
    }[language]
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    page = Site(SITE).render(language, CALENDAR)
    assert titles(page, "gb-sessions--upcoming") == [waiting, called_off, some_day]
    assert titles(page, "gb-sessions--past") == [listening, moving]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch("2027-03-14T12:00"))
    page = Site(SITE).render(language, CALENDAR)
    assert titles(page, "gb-sessions--upcoming") == [called_off, some_day]  # the session of the day itself
    assert titles(page, "gb-sessions--past") == [waiting, listening, moving]  # the latest year first


def test_list_leaves_out_what_is_not_known_yet(language):
    items = all_of(Site(SITE).render(language, CALENDAR), "gb-sessions__item")
    facts = [[words(fact) for fact in all_of(item, "gb-sessions__facts")] for item in items[:3]]
    shown = {
        "en": [["In person and online · English and French · The School"], ["Online · French"], []],
        "fr": [["En personne et en ligne · anglais et français · L’école"], ["En ligne · français"], []],
    }
    assert facts == shown[language]


def test_list_says_on_which_day_it_was_made(language):
    shown = words(all_of(Site(SITE).render(language, CALENDAR), "gb-sessions__day")[0])
    assert {"en": "November 22, 2026", "fr": "22 novembre 2026"}[language] in shown


def test_page_has_its_own_words_when_nothing_is_announced(monkeypatch, language, tmp_path):
    future = {"  status: planned\n": "  date: 2027-01-01\n  status: planned\n"}
    root = write_site(tmp_path, change={"data/sessions.yml": future})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch("2030-01-01T00:00"))
    page = Site(root).render(language, CALENDAR)
    (nothing,) = all_of(page, "gb-sessions__none")
    assert {"en": "Nothing is announced.", "fr": "Rien n’est annoncé."}[language] in words(nothing)
    assert [link.get("href") for link in nothing.iter("a")] == ["../sheet.md"]


# ---------- a session's page


def facts_of(page) -> dict[str, str]:
    (facts,) = all_of(page, "gb-session__facts")
    return {words(row.find("dt")): words(row.find("dd")) for row in facts}


def test_page_of_a_session_tells_its_facts_in_its_language():
    assert facts_of(Site(SITE).render("en", "champions/sessions/2027-waiting.md")) == {
        "Date": "March 13, 2027",
        "Time": "1:00 p.m. to 2:30 p.m., Ottawa time",
        "Format": "In person and online",
        "Place": "Room 2",
        "Language": "English and French",
        "Host": "The School",
        "Learning aims": "Tip sheet 1. Waiting",
        "Materials": "Slides (English, ODP, 1\u00a0kB)",
    }
    assert facts_of(Site(SITE).render("fr", "champions/sessions/2027-waiting.md")) == {
        "Date": "13 mars 2027",
        "Heure": "de 13\u00a0h à 14\u00a0h\u00a030, heure d’Ottawa",
        "Formule": "En personne et en ligne",
        "Lieu": "Salle 2",
        "Langue": "anglais et français",
        "Organisme hôte": "L’école",
        "Buts d’apprentissage": "Fiche-conseils 1. Attendre",
        "Documents": "Diapositives (anglais, ODP, 1\u00a0ko)",
    }


def test_page_of_a_past_session_says_what_nobody_knows(language):
    facts = facts_of(Site(SITE).render(language, "champions/sessions/2022-listening.md"))
    unknown = {"en": "Not stated in our source", "fr": "Non indiqué dans notre source"}[language]
    assert list(facts.values()).count(unknown) == 3
    handed = {
        "en": "Slides (not on this site) Web page: More",
        "fr": "Diapositives (pas sur ce site) Page Web\u00a0: Plus",
    }
    assert facts[{"en": "Materials", "fr": "Documents"}[language]] == handed[language]


def links_of(page) -> list[str]:
    (links,) = all_of(page, "gb-session__links")
    return [link.get("href") for link in links.iter("a")]


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("2027-waiting", ["https://example.org/register", "2027-waiting.ics", "index.md"]),
        ("2027-called-off", ["2027-called-off.ics", "index.md"]),  # so that a calendar learns that it is cancelled
        ("2027-some-day", ["index.md"]),
        ("2022-listening", ["index.md"]),
        ("2022-moving", ["index.md"]),
    ],
)
def test_session_offers_what_is_of_use(id, expected, language):
    assert links_of(Site(SITE).render(language, f"champions/sessions/{id}.md")) == expected


# ---------- calendars


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


# ---------- the scheduled check


@pytest.mark.parametrize(
    ("clock", "code", "said"),
    [
        ("2026-11-22T12:00", 0, "No promise is overdue."),
        ("2027-06-02T12:00", 1, "3 promises are overdue."),
    ],
)
def test_scheduled_check_fails_when_a_promise_is_overdue(clock, code, said):
    done = subprocess.run(
        [sys.executable, "-m", "guidebook.stale", str(SITE)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks"), "SOURCE_DATE_EPOCH": epoch(clock)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
