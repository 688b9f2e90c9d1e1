"""Each kind of question by keyboard and by its words: matching, order, short answer, rating, reflection, hints."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from tests.browser.question_page import Page as Source
from tests.browser.question_page import make_kinds, make_match
from tests.browser.questions.steps import ECHO, LANGUAGES, part, press_check, question, saved

from guidebook.learning.spelling import plain
from guidebook.strings import translator

SPELLINGS = ["Éveil à l’autre!", "  EVEIL  A L'AUTRE ", "éveil à l'autre", "«\u00a0Éveil à l'autre\u00a0»"]
ODD = ["œuf", "Œ", "ǅ", "ﬁn", "K", "İ", "x\u2019y", "a\u202fb", "‐‑–", "٣", "²", "Ç", "ʹ", "e\u0301", "", "…", "A-b"]


@pytest.fixture
def kinds(open_page, serve):
    def open_kinds(language: str = "en"):
        questions = (make_match(language), *make_kinds(language))
        return open_page(serve(f"kinds-{language}.html", Source(language, questions=questions)))

    return open_kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_matching_by_keyboard_marks_each_pair_and_keeps_the_rest_to_find(kinds, language):
    page, t = kinds(language), translator(language)
    rows = question(page, "Q1-30").locator(".gb-question__row")
    press_check(page, "Q1-30")
    expect(part(page, "Q1-30", "error")).to_have_text(t("question.error.none-match"))
    for row in rows.all():
        row.locator("select").select_option("base")
    question(page, "Q1-30").locator("select").first.focus()
    press_check(page, "Q1-30")
    expect(rows.nth(0).locator("[data-mark=right]")).to_be_visible()
    expect(rows.nth(0).locator("[data-mark=not-yet]")).to_be_hidden()
    expect(rows.nth(1).locator("[data-mark=not-yet]")).to_be_visible()
    explained = part(page, "Q1-30", "result").locator("[data-key]")
    expect(explained).to_have_count(1)
    expect(explained.locator("strong")).to_be_hidden()
    rows.nth(1).locator("select").select_option("haven")
    press_check(page, "Q1-30")
    expect(part(page, "Q1-30", "result")).to_contain_text(t("question.right-second-several"))
    assert saved(page, "Q1-30")["first"] == ["base:base", "haven:base"]
    assert saved(page, "Q1-30")["best"] is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_order_by_keyboard_keeps_the_focus_and_says_the_new_place(kinds, language):
    page, t = kinds(language), translator(language)
    rows = question(page, "Q1-32").locator(".gb-question__row")
    keys = lambda: [row.get_attribute("data-key") for row in rows.all()]  # noqa: E731
    assert keys() != ["a", "b", "c"]
    press_check(page, "Q1-32")
    expect(part(page, "Q1-32", "error")).to_have_text(t("question.error.none-order"))
    for key in ("b", "a"):
        while rows.first.get_attribute("data-key") != key:
            button = page.locator(f"[id='Q1-32-{key}-up']")
            button.press("Enter")
            assert page.evaluate("document.activeElement.id") == f"Q1-32-{key}-up"
    words = page.locator("[id='Q1-32-a']").inner_text()
    expect(part(page, "Q1-32", "said")).to_have_text(t("question.place", step=words, done=1, total=3))
    assert page.locator("[id='Q1-32-a-up']").get_attribute("aria-disabled") == "true"
    assert keys() == ["a", "b", "c"]
    press_check(page, "Q1-32")
    expect(part(page, "Q1-32", "result")).to_contain_text(t("question.right-order"))


@pytest.mark.parametrize("typed", SPELLINGS)
def test_accents_apostrophes_spaces_and_capitals_do_not_matter(kinds, typed):
    page = kinds("fr")
    field = page.locator("[id='Q1-31-text']")
    field.fill(typed)
    field.press("Enter")
    expect(part(page, "Q1-31", "result")).to_contain_text(translator("fr")("question.right"))
    assert saved(page, "Q1-31")["first"] == ["signal"]


def test_short_answer_that_is_unsafe_is_said_and_unknown_ones_are_each_a_try(kinds):
    page = kinds()
    field = page.locator("[id='Q1-31-text']")
    field.fill("hunger")
    field.press("Enter")
    expect(part(page, "Q1-31", "result")).to_contain_text(translator("en")("question.retry-unsafe"))
    page.wait_for_timeout(ECHO)
    field.fill("<b>something</b>")
    field.press("Enter")
    expect(question(page, "Q1-31")).to_have_attribute("data-state", "done")
    expect(part(page, "Q1-31", "result")).to_contain_text(translator("en")("question.wrote", words="<b>something</b>"))
    expect(part(page, "Q1-31", "result")).to_contain_text(translator("en")("question.unsafe"))


def test_words_are_made_plain_alike_in_both_places(kinds):
    page = kinds()
    assert page.evaluate("words => words.map(self.learningKinds.plain)", ODD + SPELLINGS) == [
        plain(w) for w in ODD + SPELLINGS
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ratings_before_and_after_stand_side_by_side(kinds, language):
    page, t = kinds(language), translator(language)
    page.locator("[id='Q1-34-4']").check()
    expect(part(page, "Q1-34", "compare")).to_be_hidden()
    page.locator("[id='Q1-33-2']").check()
    page.reload()
    expect(part(page, "Q1-34", "compare")).to_contain_text(t("question.rating.before", number=2))
    expect(part(page, "Q1-34", "compare")).to_contain_text(t("question.rating.after", number=4))


def test_reflection_is_kept_and_never_marked(kinds):
    page = kinds()
    page.locator("[id='Q1-35-text']").fill("I was <i>slow</i>.")
    page.locator("[id='Q1-35-text']").blur()
    page.reload()
    expect(page.locator("[id='Q1-35-text']")).to_have_value("I was <i>slow</i>.")
    assert question(page, "Q1-35").locator("[data-verdict], button").count() == 0
    assert "best" not in json.dumps(saved(page, "Q1-35"))


def test_next_hint_is_offered_once_the_one_before_is_open(open_page):
    page = open_page()
    hints = question(page, "Q1-20").locator(".gb-question__hints details")
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).locator("summary").click()
    expect(hints.nth(1)).to_be_visible()


@pytest.mark.parametrize(("how", "key", "words"), [("sure", "end-play", "missed"), ("unsure", "pause", "right")])
def test_how_sure_one_was_is_kept_and_answered(open_page, how, key, words):
    page = open_page()
    page.locator(f"[id='Q1-01-is-{how}']").check()
    page.locator(f"[id='Q1-01-{key}']").check()
    press_check(page, "Q1-01")
    expect(part(page, "Q1-01", "result")).to_contain_text(translator("en")(f"question.sure.{words}"))
    expect(part(page, "Q1-01", "sure")).to_be_hidden()
    assert saved(page, "Q1-01")["conf"] == how


def test_several_says_how_many_are_chosen(open_page):
    page = open_page()
    page.locator("[id='Q1-20-ask']").check()
    expect(part(page, "Q1-20", "said")).to_have_text(translator("en")("question.count", done=1, total=2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_can_be_read_without_a_script(browser, address, serve, language):
    name = serve("bare.html", Source(language, questions=(make_match(language), *make_kinds(language))))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{name}")
    for button in page.get_by_role("button").all():
        assert not button.is_visible()
    for number in (30, 31, 32):
        fold = question(page, f"Q1-{number}").locator("details.gb-question__answers")
        fold.locator("summary").click()
        expect(fold.locator(".gb-question__reason").first).to_be_visible()
    context.close()
