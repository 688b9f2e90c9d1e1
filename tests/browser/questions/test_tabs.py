"""Two tabs at once, and a page that comes back from the browser's memory."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from tests.browser.questions.faults import OTHER_GOOD, record_of
from tests.browser.questions.steps import KEY, answer, item, part, question, record, saved, tick

from guidebook.strings import translator

pytestmark = pytest.mark.usefixtures("fixed_day")


def test_two_tabs_keep_both_answers_and_show_each_other(open_page) -> None:
    one, two = open_page(), open_page()
    tick(two, "Q1-20", "ask")  # a choice being made
    answer(one, "Q1-01", "pause")
    expect(item(two, "Q1-01", "pause")).to_be_visible()
    expect(two.locator("[id='Q1-20-ask']")).to_be_checked()
    answer(two, "Q1-05", "describe-and-supervise")
    expect(item(one, "Q1-05", "describe-and-supervise")).to_be_visible()
    assert set(record(one)["items"]) == {"Q1-01", "Q1-05"}


def test_two_tabs_on_the_same_question_the_later_one_wins_and_both_show_it(open_page) -> None:
    one, two = open_page(), open_page()
    answer(one, "Q1-05", "add-to-file")
    expect(part(two, "Q1-05", "result")).to_contain_text(translator("en")("question.retry-unsafe"))
    answer(two, "Q1-05", "describe-and-supervise")
    expect(part(one, "Q1-05", "result")).to_contain_text(translator("en")("question.right-second"))
    assert saved(one, "Q1-05")["first"] == ["add-to-file"]


def test_answer_that_another_tab_wrote_over_in_the_same_instant_is_put_back(open_page) -> None:
    one, two = open_page(), open_page()
    answer(one, "Q1-01", "pause")
    expect(item(two, "Q1-01", "pause")).to_be_visible()
    stale = json.dumps(record_of({"Q1-05": OTHER_GOOD}))  # what a tab writes that had read before the first answer
    two.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY + "module-1", stale])
    expect(item(one, "Q1-05", "describe-and-supervise")).to_be_visible()
    expect(item(two, "Q1-01", "pause")).to_be_visible()
    assert set(record(two)["items"]) == {"Q1-01", "Q1-05"}


def test_back_and_forward_cache_shows_what_happened_meanwhile(open_page) -> None:
    page = open_page()
    answer(page, "Q1-01", "pause")
    page.evaluate("localStorage.clear()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert question(page, "Q1-01").get_attribute("data-state") == "open"
    expect(question(page, "Q1-01").locator("input:checked")).to_have_count(0)
