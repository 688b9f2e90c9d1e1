"""Answers of earlier editions, and questions that changed since they were answered."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from tests.browser.question_page import Page as Source
from tests.browser.question_page import make_question
from tests.browser.questions.faults import FULL_FOR_ALL, GOOD, OLD, OTHER_GOOD, TODAY, record_of
from tests.browser.questions.steps import LANGUAGES, OLD_KEY, answer, item, part, question, record, saved, store

from guidebook.strings import translator

pytestmark = pytest.mark.usefixtures("fixed_day")


# Earlier schemas, frozen as they were published


SCHEMA_1 = {
    "schema": 1,
    "questions": {
        "Q1-01": OLD,
        "Q1-05": {"v": 1, "first": ["tell"], "tries": [["tell"], ["add"]], "best": False, "unsafe": ["add"]},
        "Q2-07": {"v": 3, "first": ["a"], "tries": [], "best": False, "unsafe": []},
        "Q3-B1": 7,
    },
}  # fmt: skip


SCHEMA_2 = (
    '{"schema":2,"updated":"2026-03-01","items":{"Q1-01":{"v":1,"first":["noisier-toy"],"tries":[["pause"]],"best":false,'
    '"unsafe":[],"on":"2026-02-01","at":"2026-03-01","due":"2026-03-22","box":2,"last":"best"},'
    '"Q1-20":{"v":1,"first":["ask","alone"],"tries":[["ask","alone"]],"best":false,"unsafe":["alone"],'
    '"on":"2026-03-01","at":"2026-03-01","due":"2026-03-03","box":0,"last":"unsafe"}}}'
)


def test_answers_of_this_edition_will_be_all_there(open_page) -> None:
    page = open_page()
    store(page, SCHEMA_2)
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    expect(item(page, "Q1-01", "noisier-toy").locator("[data-when='earlier']")).to_be_visible()
    expect(part(page, "Q1-20", "result")).to_contain_text(translator("en")("question.retry-unsafe"))
    assert record(page) == json.loads(SCHEMA_2)


def test_answers_of_the_first_edition_are_all_there(open_page) -> None:
    page = open_page()
    store(page, SCHEMA_1, OLD_KEY)
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    days = {"at": TODAY, "due": "2026-03-12", "box": 0}
    old = SCHEMA_1["questions"]
    assert record(page)["items"] == {
        "Q1-01": {**old["Q1-01"], **days, "last": "best"},
        "Q1-05": {**old["Q1-05"], **days, "last": "unsafe"},
    }
    assert record(page, "module-2")["items"] == {"Q2-07": {**old["Q2-07"], **days, "last": "missed"}}
    assert page.evaluate("key => localStorage.getItem(key)", OLD_KEY) is None
    aside = json.loads(page.evaluate("key => localStorage.getItem(key)", f"{OLD_KEY}.unreadable"))
    assert aside == {"schema": 1, "questions": {"Q3-B1": 7}}


def test_answers_of_the_first_edition_stay_where_there_is_no_room_to_move_them(context, address) -> None:
    page = context.new_page()
    page.goto(f"{address}/en.html")
    page.add_init_script(FULL_FOR_ALL)
    store(page, SCHEMA_1, OLD_KEY)
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", OLD_KEY)) == SCHEMA_1


def test_answer_given_in_a_page_of_the_first_edition_still_open_is_taken_over(open_page) -> None:
    page = open_page()
    answer(page, "Q1-01", "pause")
    store(page, {"schema": 1, "questions": {"Q1-05": SCHEMA_1["questions"]["Q1-05"]}}, OLD_KEY)
    assert set(record(page)["items"]) == {"Q1-01", "Q1-05"}


@pytest.mark.parametrize("bad", ["{", "7", '{"schema":1}'])
def test_unreadable_record_of_the_first_edition_is_set_aside(open_page, bad: str) -> None:
    page = open_page()
    store(page, bad, OLD_KEY)
    expect(page.get_by_text(translator("en")("question.storage.unreadable"))).to_have_count(1)
    assert page.evaluate("key => localStorage.getItem(key)", f"{OLD_KEY}.unreadable") == bad
    answer(page, "Q1-01", "pause")
    assert saved(page, "Q1-01") == GOOD


# Questions that change


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("old", [{**GOOD, "v": 2}, {**GOOD, "first": ["gone"]}, {**GOOD, "tries": [["pause", "gone"]]}])
def test_changed_question_is_asked_again_and_others_are_kept(open_page, language: str, old: dict) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    gone = {"v": 7, "first": ["x"], "from": "elsewhere"}
    store(page, record_of({"Q1-01": old, "Q1-05": OTHER_GOOD, "Q1-88": gone}))
    expect(part(page, "Q1-01", "notice")).to_have_text(t("question.changed"))
    assert question(page, "Q1-01").get_attribute("data-state") == "open"
    assert question(page, "Q1-05").get_attribute("data-state") == "done"
    answer(page, "Q1-01", "pause")
    expect(part(page, "Q1-01", "notice")).to_be_empty()
    items = record(page)["items"]
    assert items["Q1-01"]["tries"] == [["pause"]]
    assert {"Q1-05": items["Q1-05"], "Q1-88": items["Q1-88"]} == {"Q1-05": OTHER_GOOD, "Q1-88": gone}


def test_question_reworded_with_its_options_in_another_order_keeps_its_answer(open_page, serve) -> None:
    page = open_page()
    answer(page, "Q1-01", "end-play")
    answer(page, "Q1-01", "pause")
    before = make_question("Q1-01", "en")
    options = tuple(type(o)(o.key, o.verdict, f"New words: {o.text}", o.reason, 1) for o in reversed(before.options))
    moved = type(before)(**{**before.__dict__, "stem": "Other words?", "options": options})
    page.goto(page.url.replace("en.html", serve("moved.html", Source(questions=(make_question("Q1-05", "en"), moved)))))
    last = question(page, "Q1-01").locator("li:has([data-when='last']:not([hidden]))")
    expect(last).to_have_count(1)
    expect(last).to_contain_text("New words: Pause and wait")
    assert question(page, "Q1-05").get_attribute("data-state") == "open"
