"""Records that are damaged, newer than the page, or edited by hand."""

from __future__ import annotations

import json
import random

import pytest
from playwright.sync_api import expect
from tests.browser.question_page import MARKS, WORDS
from tests.browser.questions.faults import FULL_FOR_ALL, GOOD, OTHER_GOOD, TODAY, record_of
from tests.browser.questions.steps import KEY, LANGUAGES, answer, item, part, question, record, saved, store

from guidebook.strings import translator

pytestmark = pytest.mark.usefixtures("fixed_day")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "bad",
    ["", "{", "null", "7", "[]", '"x"', '{"schema":2}', '{"schema":2,"items":[]}', '{"schema":0,"items":{}}',
     '{"schema":"9","items":{}}', "[" * 90000],
)  # fmt: skip
def test_unreadable_record_is_set_aside_and_told_once(open_page, language: str, bad: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    store(page, bad)
    expect(page.get_by_text(t("question.storage.unreadable"))).to_have_count(1)
    assert page.evaluate("key => localStorage.getItem(key)", f"{KEY}module-1.unreadable") == bad
    answer(page, "Q1-01", "pause")
    assert saved(page, "Q1-01") == GOOD
    page.reload()
    expect(page.get_by_text(t("question.storage.unreadable"))).to_have_count(0)


def test_unreadable_record_without_room_to_set_it_aside_is_not_overwritten(context, address) -> None:
    page = context.new_page()
    page.goto(f"{address}/en.html")
    page.evaluate("key => localStorage.setItem(key, 'precious')", KEY + "module-1")
    page.add_init_script(FULL_FOR_ALL)
    page.reload()
    answer(page, "Q1-01", "pause")
    assert page.evaluate("key => localStorage.getItem(key)", KEY + "module-1") == "precious"
    expect(page.get_by_text(translator("en")("question.storage.memory"))).to_have_count(1)


def test_five_megabytes_of_nonsense_are_left_alone(open_page) -> None:
    page = open_page()
    page.evaluate("key => localStorage.setItem(key, '['.repeat(5_000_000))", KEY + "module-1")
    page.reload()
    answer(page, "Q1-01", "pause")
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(key).length", KEY + "module-1") == 5_000_000


BAD = [
    None, 7, [], "pause", {}, {"first": ["pause"]}, {**GOOD, "v": "1"}, {**GOOD, "v": 0}, {**GOOD, "v": 1.5},
    {**GOOD, "first": []}, {**GOOD, "first": "pause"}, {**GOOD, "first": [1]}, {**GOOD, "tries": {}},
    {**GOOD, "tries": [[]]}, {**GOOD, "tries": [[{}]]}, {**GOOD, "unsafe": None}, {**GOOD, "best": 1},
    {**GOOD, "text": {"a": 1}}, {**GOOD, "text": "x" * 20001}, {**GOOD, "value": "3"}, {**GOOD, "path": "a"},
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_items_are_set_aside_alone_and_told_once(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    bad = {f"Q1-{number}": value for number, value in enumerate(BAD, 40)} | {"__proto__": GOOD, "<b>": GOOD}
    store(page, record_of({**bad, "Q1-01": BAD[9], "Q1-05": OTHER_GOOD}))
    assert question(page, "Q1-01").get_attribute("data-state") == "open"
    assert question(page, "Q1-05").get_attribute("data-state") == "done"
    expect(page.get_by_text(t("question.storage.partly"))).to_have_count(1)
    assert record(page)["items"] == {"Q1-05": OTHER_GOOD}
    assert record(page)["aside"] == {**bad, "Q1-01": BAD[9]}
    page.reload()
    expect(page.get_by_text(t("question.storage.partly"))).to_have_count(0)
    answer(page, "Q1-01", "pause")
    assert record(page)["aside"] == {**bad, "Q1-01": BAD[9]}


@pytest.mark.parametrize(
    "note", [{"due": "soon"}, {"due": "2026-99-99"}, {"at": 7}, {"on": None}, {"box": 9}, {"last": "x"}]
)
def test_a_bad_day_costs_no_answer(open_page, note: dict[str, object]) -> None:
    page = open_page()
    store(page, record_of({"Q1-01": {**GOOD, **note}}))
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    expect(part(page, "Q1-01", "notice")).to_be_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_record_of_a_newer_site_is_left_alone(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    newer = {"schema": 3, "items": {"Q1-01": GOOD}, "more": True}
    store(page, newer)
    expect(page.get_by_text(t("question.storage.newer"))).to_have_count(1)
    answer(page, "Q1-01", "pause")
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    assert record(page) == newer


def test_markup_in_the_record_runs_nowhere(open_page) -> None:
    page = open_page()
    evil = "<img src=x onerror=alert(1)>"
    store(page, record_of({"Q1-01": {**GOOD, "unsafe": [evil], "conf": evil, "text": evil}}))
    assert question(page, "Q1-01").get_attribute("data-state") == "done"
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("seed", range(4))
def test_any_value_in_the_record_never_breaks_the_page_nor_ticks_what_was_not_chosen(open_page, seed: int) -> None:
    """A hundred random records for each seed. `troubles`, watched by the page's fixture, catches every exception."""
    page = open_page()
    dice = random.Random(seed)
    for _ in range(100):
        value = random_record(dice)
        text = value if isinstance(value, str) else json.dumps(value)
        page.evaluate(
            """([key, text]) => {
                localStorage.clear();
                localStorage.setItem(key, text);
                dispatchEvent(new StorageEvent('storage', {key, newValue: text}));
            }""",
            [KEY + "module-1", text],
        )
        items = value["items"] if isinstance(value, dict) and isinstance(value.get("items"), dict) else {}
        for id in MARKS:
            shown = page.locator(f"[id='{id}'] .gb-question__reveal li:has([data-when='last']:not([hidden]))")
            chosen = shown.evaluate_all("items => items.map(item => item.dataset.key)")
            if question(page, id).get_attribute("data-state") == "open":
                assert chosen == [], text
            else:
                assert sorted(chosen) == sorted(items[id]["tries"][:2][-1]), text


def random_record(dice: random.Random) -> object:
    """Nonsense, or a record in which some things are right and some are not."""
    nonsense = [None, True, -1, 1.5, "", "pause", [], {}, [[]], {"a": [None]}, "9" * 30, ["pause", "pause"], ["ask", 3]]
    if dice.random() < 0.1:
        return dice.choice(['{"schema":2,"items":', "[[[", '{"schema":2,"items":{"Q1-01":{"v":1}}}x', *nonsense])

    def some(right: object) -> object:
        return dice.choice(nonsense) if dice.random() < 0.15 else right

    items = {}
    for id in dice.sample(list(MARKS), dice.randint(0, len(MARKS))):
        keys = list(WORDS["en"][id][2])
        size = 2 if id == "Q1-20" else 1
        tries = [some(dice.sample([*keys, "gone"], size)) for _ in range(dice.randint(0, 3))]
        items[id] = some({"v": some(1), "first": some(dice.sample(keys, size)), "tries": some(tries),
                          "best": some(False), "unsafe": some([]), "due": some(TODAY), "box": some(2)})  # fmt: skip
    return {"schema": some(2), "items": items}
