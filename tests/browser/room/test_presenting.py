"""A lesson before a room: its own sections one at a time, by key, clicker, finger and button, and back to the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.room.steps import LESSON, QUESTION, Room

OTHER = {"en": "fr", "fr": "en"}


def test_link_presents_the_page_and_escape_leads_back_to_the_same_place(room: Room):
    room.page.goto(room.url(LESSON))
    room.page.get_by_role("link", name=room.words("start")).click()
    room.settle()
    assert "?present#care" in room.page.url
    assert room.page.locator("header.md-header").is_hidden()
    room.press("o")
    room.page.locator("[data-item=several-bonds]").click()
    assert room.page.url.endswith("?present#several-bonds")
    room.press("Escape")
    expect(room.page.locator(".gb-stage")).to_have_count(0)
    assert room.page.url.endswith(f"{LESSON}#several-bonds")
    assert 0 <= room.page.evaluate("document.getElementById('several-bonds').getBoundingClientRect().top") < 200


def test_browser_s_back_leaves_too(room: Room):
    room.page.goto(room.url(LESSON))
    room.page.get_by_role("link", name=room.words("start")).click()
    room.settle()
    room.page.go_back()
    expect(room.page.locator(".gb-stage")).to_have_count(0)
    assert room.page.url.endswith(LESSON)


def test_hard_material_opens_with_its_care_note_and_the_help_lines(room: Room):
    room.present()
    assert room.item == "care"
    care = room.page.locator(".gb-stage__body")
    expect(care.locator("a[href='tel:988']")).to_be_visible()
    expect(care.locator("a[href='tel:911']")).to_be_visible()
    assert room.words("care.out") in room.body
    assert room.words("care.families") in room.body


def test_page_that_says_the_help_line_itself_does_not_say_it_twice(room: Room):
    room.present("modules/competencies/case-a/")
    assert room.item == "care"
    assert room.body.count("9-8-8") == 1


@pytest.mark.parametrize(("on", "back"), [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp"), (" ", "Shift+ ")])
def test_keys_lead_on_and_back(room: Room, on: str, back: str):
    room.present()
    room.press(on.replace(" ", "Space"))
    assert room.item == "start"
    room.press(back.replace(" ", "Space"))
    assert room.item == "care"


def test_buttons_and_swipes_lead_on_and_back(room: Room):
    room.present()
    room.page.get_by_role("button", name=room.words("next"), exact=True).click()
    assert room.item == "start"
    swipe(room, 700, 300)
    assert room.item == "Q1-26"
    swipe(room, 300, 700)
    assert room.item == "start"
    room.page.get_by_role("button", name=room.words("back"), exact=True).click()
    assert room.item == "care"


def swipe(room: Room, start: int, end: int) -> None:
    room.page.evaluate(
        """([start, end]) => {
          const target = document.querySelector(".gb-stage__body");
          const touch = (x) => new Touch({identifier: 1, target, clientX: x, clientY: 400});
          const at = (x) => ({touches: [touch(x)], changedTouches: [touch(x)], bubbles: true});
          target.dispatchEvent(new TouchEvent("touchstart", at(start)));
          target.dispatchEvent(new TouchEvent("touchend", at(end)));
        }""",
        [start, end],
    )


def test_every_section_and_question_of_the_page_is_shown_in_its_order(room: Room):
    room.present()
    there = room.page.evaluate(
        "[...document.querySelectorAll('article h2, article learning-question')].map((node) => node.id)"
    )
    shown = []
    while True:
        if room.item not in shown:
            shown.append(room.item)
        if f"{LESSON}?present" not in room.page.url or not room.next():
            break
    shown = [id for id in shown if id not in ("care", "start")]
    # a section that holds questions only has no slide: its questions do
    assert shown[: len(there) - 2] == [id for id in there if id not in ("before-you-begin", "check")]


def test_answer_of_a_question_is_nowhere_before_it_is_asked_for(room: Room):
    room.present(item=QUESTION)
    reasons = room.page.evaluate(
        f"[...document.querySelectorAll('#{QUESTION} .gb-question__reason')].map((node) => node.textContent.trim())"
    )
    verdicts = set(
        room.page.evaluate(
            f"[...document.querySelectorAll('#{QUESTION} .gb-question__verdict svg ~ span:not([data-when])')]"
            ".map((node) => node.textContent)"
        )
    )
    assert len(reasons) == 4
    assert len(verdicts) == 3
    stage = room.page.locator(".gb-stage")
    assert not [words for words in (*reasons, *verdicts) if words in stage.text_content()]
    room.press("r")
    assert all(words in room.body for words in verdicts)
    for reason in reasons:
        assert re.sub(r"\s", "", reason) not in re.sub(r"\s", "", room.body)
        room.press("ArrowRight")
        assert re.sub(r"\s", "", reason) in re.sub(r"\s", "", room.body)
    room.press("ArrowRight")
    assert room.words("closing") in room.body


def test_a_learner_s_own_answer_is_not_shown_to_the_room(room: Room):
    room.page.goto(room.url(LESSON))
    question = room.page.locator(f"#{QUESTION}")
    question.locator("input[value=pause]").check()
    question.locator("button[type=submit]").click()
    room.present(item=QUESTION)
    assert room.page.locator(".gb-stage [data-verdict]").count() == 0
    room.press("Escape")
    expect(question).to_have_attribute("data-state", "done")


def test_a_key_switches_the_language_at_the_same_item(room: Room):
    room.present(item=QUESTION)
    title, other = room.title, OTHER[room.language]
    room.press("r", "ArrowRight", "l")
    expect(room.page.locator(".gb-stage")).to_have_attribute("lang", other)
    assert room.page.url == room.url(f"{LESSON}?present#{QUESTION}", other)
    assert room.title != title
    assert room.page.locator(".gb-stage__option").count() == 1  # still the first reason
    room.press("Escape")
    room.page.wait_for_url(room.url(f"{LESSON}#{QUESTION}", other))


def test_a_key_shows_both_languages_beside_each_other(room: Room):
    room.present(item=QUESTION)
    one = room.page.locator(".gb-stage__body").inner_text()
    room.press("b")
    pairs = room.page.locator(".gb-stage__body .gb-stage__pair")
    expect(pairs).to_have_count(5)  # what is asked, and four options
    for pair in pairs.all():
        cells = pair.locator("> .gb-stage__cell").all()
        assert [cell.get_attribute("lang") for cell in cells] == [room.language, OTHER[room.language]]
        assert cells[0].inner_text() != cells[1].inner_text()
        left, right = (cell.bounding_box() for cell in cells)
        assert left["x"] + left["width"] <= right["x"]
        assert abs(left["y"] - right["y"]) < 2
    room.press("b")
    expect(room.page.locator(".gb-stage__pair")).to_have_count(0)
    assert room.body == one


def test_theme_s_keys_sleep_while_presenting(room: Room):
    """S and F would open its search, N and P other pages."""
    room.present()
    for key in ("f", "/", "p", "."):
        room.press(key)
    room.page.wait_for_timeout(200)
    assert room.page.url.endswith("?present#care")
    assert room.page.evaluate("document.getElementById('__search').checked") is False


def test_overview_and_controls_name_everything(room: Room):
    room.present(item=QUESTION)
    room.press("o")
    overview = room.page.get_by_role("dialog", name=room.words("overview"))
    expect(overview).to_be_visible()
    expect(overview.get_by_text(room.words("ready.all"))).to_be_visible()
    assert overview.locator("[data-part=items] li").count() == 14
    assert overview.locator("[data-part=pages] li").count() == 13
    expect(overview.locator("[data-part=items] [aria-current]")).to_have_count(1)
    room.press("Escape")
    expect(overview).to_be_hidden()
    expect(room.page.locator(".gb-stage")).to_have_count(1)
    room.press("?")
    controls = room.page.get_by_role("dialog", name=room.words("do.menu"))
    for key in ("notes", "language", "both", "reveal", "talk", "timer", "export", "forget", "leave"):
        expect(controls.get_by_role("button", name=room.words(f"do.{key}"), exact=True)).to_be_visible()


def test_goes_on_without_a_connection(room: Room):
    room.present("modules/organizations/review/")
    room.page.context.set_offline(True)
    for _ in range(3):
        assert room.next()
    room.press("l")
    expect(room.page.locator(".gb-stage")).to_have_attribute("lang", OTHER[room.language])
    room.press("b")
    expect(room.page.locator(".gb-stage[data-both]")).to_have_count(1)
    room.page.context.set_offline(False)


def test_says_so_when_its_parts_cannot_be_fetched(room: Room, troubles: list[str]):
    room.page.goto(room.url(LESSON))
    room.page.context.set_offline(True)
    room.page.get_by_role("link", name=room.words("start")).click()
    expect(room.page.get_by_role("alert").filter(has_text=room.words("trouble"))).to_be_visible()
    expect(room.page.locator(".gb-stage")).to_have_count(0)
    room.page.context.set_offline(False)
    troubles.clear()  # the browser's own words about the connection
    room.page.get_by_role("link", name=room.words("start")).click()
    room.settle()


def test_address_that_names_another_item_leads_there(room: Room):
    room.present()
    room.page.evaluate("(id) => { location.hash = id; }", QUESTION)
    expect(room.page.locator(".gb-stage output")).to_have_count(4)
    room.page.evaluate("location.hash = '%E0'")
    expect(room.page.locator(".gb-stage__care").first).to_be_visible()
