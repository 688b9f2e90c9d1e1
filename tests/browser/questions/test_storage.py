"""Storage that fails, is full, or comes late; clearing it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Route, expect
from tests.browser.question_page import OTHER
from tests.browser.question_page import Page as Source
from tests.browser.questions.faults import DENIED, FULL, FULL_FOR_ALL, GOOD, NO_STORAGE
from tests.browser.questions.steps import LANGUAGES, answer, item, question, record, saved, tick

from guidebook.strings import translator

pytestmark = pytest.mark.usefixtures("fixed_day")


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
