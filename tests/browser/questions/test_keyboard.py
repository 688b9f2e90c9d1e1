"""By keyboard and by ear."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.questions.steps import LANGUAGES, answer, focused, part, record, saved

from guidebook.strings import translator


@pytest.mark.parametrize("language", LANGUAGES)
def test_keyboard_alone_is_enough_and_exploring_submits_nothing(open_page, language: str) -> None:
    page, t = open_page(f"{language}.html"), translator(language)
    page.locator("[id='Q1-01-noisier-toy']").focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(page.locator("[id='Q1-01-turn-face']")).to_be_checked()
    assert record(page) is None
    page.keyboard.press("Enter")
    expect(part(page, "Q1-01", "result")).to_contain_text(t("question.retry"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")  # passage
    page.keyboard.press("Tab")  # hint
    page.keyboard.press("Tab")
    assert focused(page) == "gb-question__button gb-question__check"
    page.keyboard.press("Enter")
    expect(part(page, "Q1-01", "result")).to_contain_text(t("question.right-second"))
    assert focused(page) == "gb-question__heading"


def test_enter_held_down_counts_one_try(open_page) -> None:
    page = open_page()
    page.locator("[id='Q1-01-turn-face']").check()
    for _ in range(8):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    assert saved(page, "Q1-01")["tries"] == [["turn-face"]]


def test_group_is_named_by_title_and_question(open_page) -> None:
    page = open_page()
    group = part(page, "Q1-01", "group")
    expect(group).to_have_role("group")
    expect(group).to_have_accessible_name(re.compile("^A baby looks away Nora, five months old"))
    expect(page.get_by_role("radio", name="A Bring out a noisier toy")).to_be_visible()


def test_old_results_are_not_read_aloud_when_a_page_opens(open_page) -> None:
    page = open_page()
    answer(page, "Q1-01", "pause")
    assert part(page, "Q1-01", "result").get_attribute("aria-live") == "polite"
    page.reload()
    assert part(page, "Q1-01", "result").get_attribute("aria-live") == "off"
    expect(part(page, "Q1-01", "result")).not_to_be_empty()
    assert focused(page) == "BODY"
