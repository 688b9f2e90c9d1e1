"""axe in both windows, in every state; forced colours; a page magnified four times; keyboard alone."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.axe import violations
from tests.browser.room.steps import QUESTION, Room

LOOKS = ((1024, "light"), (1280, "dark"))


def test_projector_and_notes_are_accessible_in_every_state(room: Room):
    room.present()
    found = {"care": violations(room.page, LOOKS)}
    notes = room.open_notes()
    room.press("o")
    room.page.locator(f"[data-item='{QUESTION}']").click()
    room.press("1", "4", "t")
    found["question"], found["notes of a question"] = violations(room.page, LOOKS), violations(notes, LOOKS)
    for name in ("talk", "again", "compare", "reveal", "reason"):
        room.press("ArrowRight")
        if name == "again":
            room.press("4")
        found[name] = violations(room.page, LOOKS[:1])
    found["notes of a reason"] = violations(notes, LOOKS[:1])
    room.press("b")
    expect(room.page.locator(".gb-stage[data-both]")).to_have_count(1)
    found["both languages"] = violations(room.page, LOOKS)
    for key in ("o", "?"):
        room.press(key)
        found[f"dialog {key}"] = violations(room.page, LOOKS)
        room.press("Escape")
    room.press("Escape")
    found["notes alone"] = violations(notes, LOOKS)
    assert {state: looks for state, looks in found.items() if looks} == {}


def test_tab_reaches_every_control_in_sight(room: Room):
    room.present(item=QUESTION)
    wanted = room.page.evaluate(
        """[...document.querySelectorAll(".gb-stage button, .gb-stage a, .gb-stage input")]
        .filter((node) => node.checkVisibility() && !node.disabled).length"""
    )
    reached = set()
    for _ in range(wanted + 5):
        room.press("Tab")
        reached.add(
            room.page.evaluate(
                """[...document.querySelectorAll(".gb-stage *")].indexOf(document.activeElement)
                + " " + (document.activeElement.ariaLabel || document.activeElement.textContent)"""
            )
        )
    assert len([each for each in reached if not each.startswith("-1") and each.split(" ", 1)[1].strip()]) >= wanted
    room.page.get_by_role("button", name=room.words("reveal"), exact=True).focus()
    room.press("Space")  # presses the button, does not lead on
    expect(room.page.locator(".gb-stage [data-verdict=best]")).to_be_visible()


def test_each_step_is_announced(room: Room):
    room.present(item="start")
    said = room.page.locator(".gb-stage [data-part=said]")
    room.press("ArrowRight")
    expect(said).to_have_text(f"{room.place}. {room.title}")
    room.press("4")
    expect(said).to_have_text(room.words("counted", letter="4", number=1))


def test_magnified_four_times_everything_can_be_scrolled_to(room: Room):
    room.present(item=QUESTION)
    room.page.set_viewport_size({"width": 320, "height": 256})
    room.page.wait_for_timeout(400)
    assert room.page.evaluate("document.querySelector('.gb-stage').scrollWidth") <= 320
    for name in ("reveal", "next"):
        button = room.page.get_by_role("button", name=room.words(name), exact=True)
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport()


def test_forced_colours_keep_bars_letters_and_edges(room: Room):
    room.page.emulate_media(forced_colors="active")
    room.present(item=QUESTION)
    room.press("1", "n", "ArrowRight", "ArrowRight")
    bar, wall = room.page.evaluate(
        """["bar-length", "body"].map((name) =>
        getComputedStyle(document.querySelector(`.gb-stage__${name}`)).backgroundColor)"""
    )
    assert bar != wall
    edges = room.page.evaluate("getComputedStyle(document.querySelector('.gb-stage__option')).borderTopWidth")
    assert edges == "2px"
