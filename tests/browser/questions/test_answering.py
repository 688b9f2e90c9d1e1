"""What a question says to an answer, and what counts as one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.question_page import WORDS
from tests.browser.questions.steps import (
    ECHO,
    LANGUAGES,
    answer,
    focused,
    item,
    part,
    press_check,
    question,
    record,
    saved,
    tick,
)

from guidebook.strings import translator


def test_choosing_alone_does_nothing(open_page) -> None:
    page = open_page()
    before = question(page, "Q1-01").bounding_box()
    for key in ("noisier-toy", "end-play", "pause"):
        tick(page, "Q1-01", key)
    assert question(page, "Q1-01").bounding_box() == before
    expect(part(page, "Q1-01", "result")).to_be_empty()
    assert record(page) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_at_first_reveals_every_reason_in_words_with_an_icon(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    result = part(page, "Q1-01", "result")
    assert result.get_attribute("role") == "status"
    expect(result).to_be_empty()

    answer(page, "Q1-01", "pause")

    expect(result).to_have_text(re.compile(re.escape(t("question.right"))))
    words = ("less-helpful", "acceptable", "less-helpful", "best")
    for key, word in zip(WORDS[language]["Q1-01"][2], words, strict=True):
        expect(item(page, "Q1-01", key)).to_contain_text(t(f"question.verdict.{word}"))
        expect(item(page, "Q1-01", key).locator("svg[aria-hidden=true]")).to_be_visible()
        expect(item(page, "Q1-01", key).locator(".gb-question__reason")).to_be_visible()
    expect(item(page, "Q1-01", "pause").locator(".gb-question__tag:visible")).to_have_text(t("question.yours"))
    expect(part(page, "Q1-01", "closing")).to_be_visible()
    expect(question(page, "Q1-01").get_by_role("link", name="C1.3")).to_be_visible()
    expect(question(page, "Q1-01").locator("input:visible")).to_have_count(0)  # text to reread, no dead controls
    assert question(page, "Q1-01").locator("[disabled]").count() == 0
    expected = {"v": 1, "first": ["pause"], "tries": [["pause"]], "best": True, "unsafe": []}
    assert expected.items() <= saved(page, "Q1-01").items()
    assert record(page)["schema"] == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_at_first_explains_that_choice_and_keeps_the_others_for_later(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    answer(page, "Q1-01", "noisier-toy")

    result = part(page, "Q1-01", "result")
    expect(result).to_contain_text(t("question.retry"))
    expect(result).to_contain_text(t("question.look-again-hint"))
    expect(result.locator(".gb-question__answer")).to_have_count(1)
    expect(result).to_contain_text(t("question.verdict.less-helpful"))
    expect(result.locator(".gb-question__reason")).to_be_visible()
    expect(result.get_by_role("link", name=t("question.passage"))).to_have_attribute("href", "#passage")
    expect(question(page, "Q1-01").locator(".gb-question__hint")).to_be_visible()
    expect(part(page, "Q1-01", "reveal")).to_be_hidden()
    assert focused(page) == "gb-question__button gb-question__check"

    answer(page, "Q1-01", "pause")

    expect(result).to_contain_text(t("question.right-second"))
    expect(item(page, "Q1-01", "noisier-toy").locator(".gb-question__tag:visible")).to_have_text(
        t("question.yours-earlier")
    )
    kept = saved(page, "Q1-01")
    assert (kept["first"], kept["best"]) == (["noisier-toy"], False), "the first try is what counts"


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_twice_shows_the_best_choice_calmly(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    answer(page, "Q1-01", "noisier-toy")
    answer(page, "Q1-01", "end-play")
    expect(part(page, "Q1-01", "result")).to_have_text(re.compile(re.escape(t("question.revealed"))))
    expect(item(page, "Q1-01", "pause")).to_contain_text(t("question.verdict.best"))
    expect(item(page, "Q1-01", "end-play").locator(".gb-question__tag:visible")).to_have_text(t("question.yours"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_unsafe_choice_is_said_at_once_and_stays_said(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    answer(page, "Q1-05", "add-to-file")
    expect(part(page, "Q1-05", "result")).to_contain_text(t("question.retry-unsafe"))
    expect(part(page, "Q1-05", "result")).to_contain_text(t("question.verdict.unsafe"))

    answer(page, "Q1-05", "describe-and-supervise")
    expect(part(page, "Q1-05", "result")).to_contain_text(t("question.right-second"))
    expect(part(page, "Q1-05", "result")).to_contain_text(t("question.unsafe"))

    page.wait_for_timeout(ECHO)
    part(page, "Q1-05", "again").click()
    answer(page, "Q1-05", "describe-and-supervise")
    expect(part(page, "Q1-05", "result")).to_contain_text(t("question.unsafe"))
    expect(item(page, "Q1-05", "add-to-file").locator(".gb-question__tag:visible")).to_have_text(
        t("question.yours-earlier")
    )
    assert saved(page, "Q1-05")["unsafe"] == ["add-to-file"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_tells_how_many_and_refuses_another_number(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    group = part(page, "Q1-20", "group")
    expect(group).to_have_accessible_name(re.compile(re.escape(t("question.choose", number=2))))
    for keys in ((), ("ask",), ("ask", "link", "wait")):
        page.locator("[id^='Q1-20-']:checked").evaluate_all("all => all.forEach(one => one.checked = false)")
        answer(page, "Q1-20", *keys)
        expect(part(page, "Q1-20", "error")).to_have_text(t("question.error.number", number=2))
        assert record(page) is None
    page.locator("[id='Q1-20-wait']").uncheck()
    press_check(page, "Q1-20")
    expect(part(page, "Q1-20", "result")).to_contain_text(t("question.right-several"))
    assert saved(page, "Q1-20")["first"] == ["ask", "link"]


def test_several_with_an_unsafe_option_says_so(open_page) -> None:
    page, t = open_page(), translator("en")
    answer(page, "Q1-20", "ask", "alone")
    expect(part(page, "Q1-20", "result")).to_contain_text(t("question.retry-unsafe"))
    expect(part(page, "Q1-20", "result").locator(".gb-question__answer")).to_have_count(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_chosen_is_said_beside_the_options_and_costs_nothing(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    press_check(page, "Q1-01")
    expect(part(page, "Q1-01", "error")).to_have_text(t("question.error.none"))
    assert focused(page) == "Q1-01-noisier-toy"
    expect(page.locator("[id='Q1-01-noisier-toy']")).to_have_accessible_description(t("question.error.none"))
    assert record(page) is None
    answer(page, "Q1-01", "pause")
    expect(part(page, "Q1-01", "error")).to_be_empty()


def test_the_same_answer_twice_is_not_a_second_try(open_page) -> None:
    page, t = open_page(), translator("en")
    answer(page, "Q1-01", "noisier-toy")
    page.wait_for_timeout(ECHO)
    press_check(page, "Q1-01")
    expect(part(page, "Q1-01", "error")).to_have_text(t("question.error.same"))
    assert saved(page, "Q1-01")["tries"] == [["noisier-toy"]]


@pytest.mark.parametrize("key", ["noisier-toy", "pause"])
def test_double_click_counts_one_try(open_page, key: str) -> None:
    page = open_page()
    tick(page, "Q1-01", key)
    part(page, "Q1-01", "check").evaluate("button => { button.click(); button.click(); button.click(); }")
    assert saved(page, "Q1-01")["tries"] == [[key]]
    expect(part(page, "Q1-01", "error")).to_be_empty()


def test_real_double_click_on_the_button_counts_one_try(open_page) -> None:
    page = open_page()
    tick(page, "Q1-01", "pause")
    box = part(page, "Q1-01", "check").bounding_box()
    page.mouse.dblclick(box["x"] + 20, box["y"] + 20)
    assert saved(page, "Q1-01")["tries"] == [["pause"]]
    assert question(page, "Q1-01").get_attribute("data-state") == "done"


def test_answering_again_starts_over_and_keeps_the_first_try(open_page) -> None:
    page = open_page()
    answer(page, "Q1-01", "noisier-toy")
    answer(page, "Q1-01", "end-play")
    page.wait_for_timeout(ECHO)
    part(page, "Q1-01", "again").click()
    assert focused(page) == "Q1-01-noisier-toy"
    expect(question(page, "Q1-01").locator("input:checked")).to_have_count(0)
    expect(part(page, "Q1-01", "result")).to_be_empty()
    answer(page, "Q1-01", "pause")
    kept = saved(page, "Q1-01")
    assert (kept["first"], kept["best"], kept["tries"]) == (["noisier-toy"], False, [["pause"]])
