"""What stays on the device, and what happens when the device misbehaves. `overrides/store/README.md` has the table."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from tests.browser.question_page import MARKS, OTHER, WORDS, make_question
from tests.browser.question_page import Page as Source
from tests.browser.questions.steps import (
    ECHO,
    KEY,
    LANGUAGES,
    OLD_KEY,
    answer,
    item,
    part,
    question,
    record,
    saved,
    store,
    tick,
)

from guidebook.strings import translator

TODAY = "2026-03-10"
OLD = {"v": 1, "first": ["pause"], "tries": [["pause"]], "best": True, "unsafe": []}
"""An answer as the first edition kept it."""
GOOD = {**OLD, "on": TODAY, "at": TODAY, "due": "2026-03-17", "box": 1, "last": "best"}
OTHER_GOOD = {**GOOD, "first": ["describe-and-supervise"], "tries": [["describe-and-supervise"]]}

DENIED = (
    "for (const name of ['getItem', 'setItem', 'removeItem']) "
    "Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError'); };"
)
NO_STORAGE = (
    "for (const name of ['localStorage', 'sessionStorage']) "
    "Object.defineProperty(self, name, { get() { throw new DOMException('no', 'SecurityError'); } });"
)
FULL = (
    "{ const real = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) { "
    "if (this === self.localStorage) throw new DOMException('full', 'QuotaExceededError'); "
    "real.call(this, key, value); }; }"
)
FULL_FOR_ALL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.fixture(autouse=True)
def _fixed_day(context: BrowserContext) -> None:
    context.clock.set_fixed_time(f"{TODAY}T12:00:00")


def record_of(items: dict[str, object], **more: object) -> dict[str, object]:
    return {"schema": 2, "updated": TODAY, "items": items, **more}


# Ordinary days


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


# Storage that fails

BROKEN = {"every call throws": DENIED, "the storage itself throws": NO_STORAGE, "full": FULL_FOR_ALL}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", BROKEN)
def test_storage_that_fails_is_told_once_and_questions_go_on(context, address, language: str, how: str) -> None:
    t = translator(language)
    page = context.new_page()
    page.add_init_script(BROKEN[how])
    page.goto(f"{address}/{language}.html")
    answer(page, "Q1-01", "noisier-toy")
    answer(page, "Q1-01", "pause")
    answer(page, "Q1-05", "describe-and-supervise")
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    expect(item(page, "Q1-05", "describe-and-supervise")).to_be_visible()
    words = t("question.storage.full" if how == "full" else "question.storage.memory")
    expect(page.get_by_text(words)).to_have_count(1)
    expect(page.locator(".gb-progress__count")).to_have_text(t("progress.count", done=2, total=4))


def test_full_storage_keeps_what_is_older_and_carries_the_new_to_the_next_page(context, address) -> None:
    page = context.new_page()
    page.goto(f"{address}/en.html")
    answer(page, "Q1-01", "pause")
    page.add_init_script(FULL)
    page.reload()
    answer(page, "Q1-05", "describe-and-supervise")
    page.goto(f"{address}/fr.html")
    for id, key in (("Q1-01", "pause"), ("Q1-05", "describe-and-supervise")):
        expect(item(page, id, key)).to_be_visible()
    assert set(record(page)["items"]) == {"Q1-01"}


def test_answers_that_did_not_fit_are_kept_once_there_is_room(open_page) -> None:
    page = open_page()
    page.evaluate("self.real = Storage.prototype.setItem; " + FULL + " 0")
    answer(page, "Q1-01", "pause")
    page.evaluate("Storage.prototype.setItem = self.real; 0")
    answer(page, "Q1-05", "describe-and-supervise")
    assert set(record(page)["items"]) == {"Q1-01", "Q1-05"}
    assert page.evaluate("sessionStorage.length") == 0


def test_store_that_does_not_load_leaves_questions_that_answer_and_say_so(open_page, serve) -> None:
    page = open_page(
        serve("alone.html", Source(script=Source.script.replace("<script src='store.js' defer></script>", "")))
    )
    answer(page, "Q1-01", "pause")
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    expect(page.get_by_text(translator("en")("question.storage.memory"))).to_have_count(1)


# Records that are damaged, older, newer, or edited by hand


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


# Tabs


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


# Clearing


@pytest.mark.parametrize("language", LANGUAGES)
def test_clearing_asks_once_in_the_page_and_reaches_the_other_tab(open_page, language: str) -> None:
    t = translator(language)
    page, other = open_page(f"{language}.html"), open_page(f"{OTHER[language]}.html")
    answer(page, "Q1-01", "pause")
    expect(item(other, "Q1-01", "pause")).to_be_visible()
    page.evaluate(
        "localStorage.setItem('first-relationships.plan.draft', 'words'); localStorage.setItem('theirs', '1')"
    )

    page.get_by_role("button", name=t("clear.ask")).click()
    expect(page.get_by_role("group", name=t("clear.question"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=t("clear.ask"))).to_be_focused()
    page.get_by_role("button", name=t("clear.ask")).click()
    page.get_by_role("button", name=t("clear.no")).click()
    assert saved(page, "Q1-01") == GOOD

    page.get_by_role("button", name=t("clear.ask")).click()
    page.get_by_role("button", name=t("clear.yes")).click()
    expect(page.locator("learning-clear [role=status]")).to_have_text(t("clear.done"))
    expect(page.get_by_role("button", name=t("clear.ask"))).to_be_focused()
    assert page.evaluate("Object.keys(localStorage)") == ["theirs"]
    for tab in (page, other):
        expect(question(tab, "Q1-01")).to_have_attribute("data-state", "open")


def test_clearing_reaches_answers_that_another_tab_could_not_keep(open_page) -> None:
    page, full = open_page(), open_page()
    answer(page, "Q1-01", "pause")
    full.evaluate(FULL + " 0")
    answer(full, "Q1-05", "add-to-file")
    page.locator(".gb-clear__ask").click()
    page.locator(".gb-clear__yes").click()
    for id in ("Q1-01", "Q1-05"):
        expect(question(full, id)).to_have_attribute("data-state", "open")


def test_clearing_that_fails_says_so(context, address) -> None:
    page = context.new_page()
    page.add_init_script(NO_STORAGE)
    page.goto(f"{address}/en.html")
    page.locator(".gb-clear__ask").click()
    page.locator(".gb-clear__yes").click()
    expect(page.locator("learning-clear [role=status]")).to_have_text(translator("en")("clear.failed"))


def test_answer_is_told_to_the_page_by_an_event(open_page) -> None:
    page = open_page()
    page.evaluate("document.addEventListener('learning-answer', event => { self.heard = event.detail; })")
    answer(page, "Q1-01", "pause")
    assert page.evaluate("self.heard") == {"id": "Q1-01", "answer": GOOD}


# Scripts that come late


def test_choice_made_while_the_scripts_are_held_up_is_kept(context: BrowserContext, address: str) -> None:
    held: list[Route] = []
    context.route("**/store.js", lambda route: held.append(route))
    page = context.new_page()
    page.goto(f"{address}/en.html", wait_until="commit")
    tick(page, "Q1-01", "pause")
    release: Callable[[], None] = held[0].continue_
    release()
    question(page, "Q1-01").locator(".gb-question__check").click()
    expect(item(page, "Q1-01", "pause")).to_be_visible()
    expect(page.locator("[data-say='memory']")).to_have_count(0)
    assert saved(page, "Q1-01") == GOOD
