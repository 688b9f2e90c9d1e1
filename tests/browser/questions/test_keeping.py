"""What stays on the device on ordinary days, and when a question comes back."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect
from tests.browser.questions.faults import GOOD, TODAY, record_of
from tests.browser.questions.steps import ECHO, KEY, LANGUAGES, answer, item, part, question, saved

from guidebook.strings import translator

pytestmark = pytest.mark.usefixtures("fixed_day")


def test_reload_shows_the_same_answers(open_page) -> None:
    page = open_page()
    answer(page, "Q1-01", "pause")
    answer(page, "Q1-05", "add-to-file")
    page.reload()
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    expect(part(page, "Q1-05", "result")).to_contain_text(translator("en")("question.retry-unsafe"))


def test_answer_is_there_the_moment_it_is_given(open_page) -> None:
    """The phone may die right after: nothing waits for a timer, or for the page to be closed."""
    page = open_page()
    kept = page.evaluate(
        """key => {
            document.getElementById('Q1-01-pause').click();
            document.querySelector('#Q1-01 .gb-question__check').click();
            return localStorage.getItem(key);
        }""",
        KEY + "module-1",
    )
    assert json.loads(kept) == record_of({"Q1-01": GOOD})


def test_language_switched_in_the_middle_of_a_question_keeps_the_try(open_page) -> None:
    page, t = open_page("en.html"), translator("fr")
    answer(page, "Q1-05", "add-to-file")
    page.goto(page.url.replace("en.html", "fr.html"))
    expect(part(page, "Q1-05", "result")).to_contain_text(t("question.retry-unsafe"))
    answer(page, "Q1-05", "describe-and-supervise")
    expect(part(page, "Q1-05", "result")).to_contain_text(t("question.right-second"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_counts_first_tries_on_this_page(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    count = page.locator(".gb-progress__count")
    expect(count).to_have_text(t("progress.count", done=0, total=4))
    answer(page, "Q1-01", "pause")
    expect(count).to_have_text(t("progress.count", done=1, total=4))
    if language == "fr":
        assert "\u00a0:" in count.text_content()


def test_answer_is_told_to_the_page_by_an_event(open_page) -> None:
    page = open_page()
    page.evaluate("document.addEventListener('learning-answer', event => { self.heard = event.detail; })")
    answer(page, "Q1-01", "pause")
    assert page.evaluate("self.heard") == {"id": "Q1-01", "answer": GOOD}


# Days


def days_of(page: Page, id: str) -> tuple[object, ...]:
    return tuple(saved(page, id).get(name) for name in ("on", "at", "due", "box"))


def again(page: Page, id: str, day: str, *keys: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.wait_for_timeout(ECHO)
    question(page, id).locator(".gb-question__again").click()
    answer(page, id, *keys)


def test_right_answers_move_a_question_further_away_and_a_miss_brings_it_near(open_page) -> None:
    page = open_page()
    answer(page, "Q1-01", "pause")
    assert days_of(page, "Q1-01") == (TODAY, TODAY, "2026-03-17", 1)
    again(page, "Q1-01", "2026-03-17", "pause")
    assert days_of(page, "Q1-01") == (TODAY, "2026-03-17", "2026-04-07", 2)
    again(page, "Q1-01", "2026-03-17", "pause")  # the same day: to repeat is not to remember
    assert days_of(page, "Q1-01") == (TODAY, "2026-03-17", "2026-04-07", 2)
    again(page, "Q1-01", "2026-04-08", "noisier-toy")
    assert days_of(page, "Q1-01") == (TODAY, "2026-04-08", "2026-04-10", 0)
    answer(page, "Q1-01", "pause")  # the second try of that round
    assert days_of(page, "Q1-01") == (TODAY, "2026-04-08", "2026-04-10", 0)
    for day, due in (("2026-04-10", "2026-04-17"), ("2026-04-20", "2026-05-11"), ("2026-05-11", "2026-07-10")):
        again(page, "Q1-01", day, "pause")
        assert days_of(page, "Q1-01")[2] == due
    again(page, "Q1-01", "2026-07-10", "pause")
    assert days_of(page, "Q1-01") == (TODAY, "2026-07-10", None, 4)  # known: it does not come back
    assert (saved(page, "Q1-01")["first"], saved(page, "Q1-01")["best"]) == (["pause"], True)


@pytest.mark.parametrize("day", ["2025-03-10", "2036-03-10", "2028-02-29", "1970-01-01", "9999-12-31"])
def test_a_wrong_clock_loses_nothing(open_page, day: str) -> None:
    page = open_page()
    answer(page, "Q1-05", "add-to-file")
    page.clock.set_fixed_time(f"{day}T12:00:00")
    answer(page, "Q1-01", "pause")
    page.reload()
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    assert saved(page, "Q1-05")["first"] == ["add-to-file"]
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.reload()
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    kept = saved(page, "Q1-01")
    far = kept["due"] > "2026-05-09"  # further than the longest wait from today
    assert page.evaluate("item => learningStore.isDue(item)", kept) == (far or kept["due"] <= TODAY)
