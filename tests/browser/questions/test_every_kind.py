"""Every kind by keyboard alone, with what a screen reader is told; and with a hand that presses twice or too long."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser.questions.every_kind import MARKED, UNMARKED, Kind, check, do, go, heard, listen
from tests.browser.questions.steps import ECHO, LANGUAGES, part, question, record, saved

from guidebook.strings import translator

marked = pytest.mark.parametrize("kind", MARKED.values(), ids=list(MARKED))
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def every(context: BrowserContext, every_page: Callable[..., str]) -> Callable[..., Page]:
    """Open the page of every kind, and listen to it."""

    def every(language: str = "en") -> Page:
        listen(context)
        page = context.new_page()
        page.goto(every_page(language))
        return page

    return every


def plain(text: str) -> str:
    """With spaces that are all alike, as they are heard."""
    return " ".join(text.split())


def on_the_way(page: Page, kind: Kind, language: str) -> list[str]:
    """What is said while the wrong answer is put together."""
    t = translator(language)
    if kind is MARKED["several"]:
        return [t("question.count", done=done, total=2) for done in (1, 2)]
    if kind is MARKED["order"]:
        return [plain(t("question.place", step=page.locator("[id='Q1-32-a']").inner_text(), done=2, total=3))]
    return []


@marked
@in_both_languages
def test_every_kind_is_answered_by_keyboard_and_each_result_is_announced_once(every, kind: Kind, language: str) -> None:
    page, t = every(language), translator(language)
    retry = t("question.retry-unsafe" if kind.is_unsafe else "question.retry")

    do(page, kind, kind.wrong)
    assert heard(page) == on_the_way(page, kind, language)
    assert record(page) is None
    check(page, kind)
    (result,) = heard(page)
    assert result.startswith(retry)
    expect(part(page, kind.id, "check")).to_be_focused()

    do(page, kind, kind.mended)
    heard(page)
    check(page, kind)
    (result,) = heard(page)
    assert result.startswith(t(f"question.right-second{kind.right}"))
    assert (t("question.unsafe") in result) is kind.is_unsafe
    expect(part(page, kind.id, "heading")).to_be_focused()

    go(page, part(page, kind.id, "again"))
    page.wait_for_timeout(ECHO)
    page.keyboard.press("Space")
    assert heard(page) == []
    expect(question(page, kind.id)).to_have_attribute("data-state", "open")
    expect(part(page, kind.id, "options").locator(":focus")).to_have_count(1)


@marked
@in_both_languages
def test_error_is_read_where_the_focus_is_and_announced_where_the_focus_was(every, kind: Kind, language: str) -> None:
    page, t = every(language), translator(language)
    words = {
        "choice": t("question.error.none"),
        "several": t("question.error.number", number=2),
        "match": t("question.error.none-match"),
        "order": t("question.error.none-order"),
        "short": t("question.error.none-short"),
    }
    (expected,) = (words[name] for name in MARKED if MARKED[name] is kind)
    check(page, kind)
    wanting = part(page, kind.id, "options").locator(":focus")
    expect(wanting).to_have_accessible_description(expected)
    assert wanting.get_attribute("aria-disabled") != "true"
    assert heard(page) == [], "the description is read with the control"
    if kind in (MARKED["choice"], MARKED["several"], MARKED["short"]):
        page.keyboard.press("Enter")  # answers from the options too; the focus stays where it is
        assert heard(page) == [expected]
    assert record(page) is None


@marked
@pytest.mark.parametrize("outcome", ["wrong", "right"])
def test_double_click_and_held_enter_are_one_try_of_every_kind(every, kind: Kind, outcome: str) -> None:
    moves, state = (kind.wrong, "retry") if outcome == "wrong" else (kind.wrong + kind.mended, "done")
    clicked = every()
    do(clicked, kind, moves)
    part(clicked, kind.id, "check").dblclick()
    once = saved(clicked, kind.id)
    assert len(once["tries"]) == 1
    assert once["best"] is (outcome == "right")
    expect(part(clicked, kind.id, "error")).to_be_empty()
    clicked.evaluate("localStorage.clear()")
    clicked.close()

    held = every()
    do(held, kind, moves)
    go(held, part(held, kind.id, "check"))
    for wait in (0, ECHO, ECHO):  # longer than anything that is taken for an echo
        held.wait_for_timeout(wait)
        for _ in range(4):
            held.keyboard.down("Enter")
    held.keyboard.up("Enter")
    assert saved(held, kind.id) == once
    expect(question(held, kind.id)).to_have_attribute("data-state", state)
    expect(part(held, kind.id, "error")).to_be_empty()
    expect(part(held, kind.id, "check" if state == "retry" else "heading")).to_be_focused()


@in_both_languages
def test_reflection_is_written_and_compared_by_keyboard_and_says_nothing(every, language: str) -> None:
    page, t = every(language), translator(language)
    id = UNMARKED["reflection"]
    field = page.locator(f"[id='{id}-text']")
    expect(field).to_have_accessible_name(t("question.reflect"))
    go(page, field)
    page.keyboard.type("Slowly.")
    page.keyboard.press("Enter")  # a new line, in words for oneself
    page.keyboard.type("Then again.")
    fold = question(page, id).locator("details").last
    go(page, fold.locator("summary"))
    page.keyboard.press("Enter")
    expect(fold.locator(".gb-question__hint")).to_be_visible()
    assert saved(page, id)["text"] == "Slowly.\nThen again."
    assert heard(page) == []


@in_both_languages
def test_rating_is_given_by_keyboard_and_the_two_are_announced_together(every, language: str) -> None:
    page, t = every(language), translator(language)
    before, after = UNMARKED["rating"], UNMARKED["rating after"]
    go(page, page.locator(f"[id='{after}-1']"))
    page.keyboard.press("Space")
    assert heard(page) == [], "there is nothing yet to stand beside"
    go(page, page.locator(f"[id='{before}-1']"))
    page.keyboard.press("Space")
    heard(page)
    go(page, page.locator(f"[id='{after}-1']"))
    page.keyboard.press("ArrowRight")
    both = [t("question.rating.before", number=1), t("question.rating.after", number=2)]
    assert heard(page) == [plain(" ".join(both))]
    page.reload()
    expect(part(page, after, "compare")).to_contain_text(both[1])
    assert heard(page) == [], "a page that opens does not read old ratings aloud"


def test_rating_that_is_pressed_twice_stays_given(every) -> None:
    page = every()
    page.locator("label[for='Q1-33-4']").dblclick()
    expect(page.locator("[id='Q1-33-4']")).to_be_checked()
    assert saved(page, UNMARKED["rating"])["value"] == 4
