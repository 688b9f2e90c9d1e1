"""Sessions as readers get them, on the day of the build."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.unit.rendering import Site, all_of, words
from tests.unit.tiny_site import SITE, write_site

from guidebook.edition import day_of_the_build, load_edition, moment_of_the_edition

ROOT = Path(__file__).parents[2]
CALENDAR = "champions/sessions/index.md"
UTC = datetime.UTC
TORONTO = ZoneInfo("America/Toronto")
day = datetime.date.fromisoformat


def epoch(text: str) -> str:
    """The moment, said in Ottawa's time, as SOURCE_DATE_EPOCH says it."""
    return str(int(datetime.datetime.fromisoformat(text).replace(tzinfo=TORONTO).timestamp()))


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
    unknown = {"en": "Not stated in our source", "fr": "Notre source ne le précise pas"}[language]
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
