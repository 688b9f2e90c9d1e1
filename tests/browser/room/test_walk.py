"""A whole module with two windows, from its home page to the end of its review, with a reload of each in the middle."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect
from tests.browser.room.steps import Room

MODULE = "modules/organizations/"
PAGES = 12
"""Its home, six lessons, four cases and a review."""


def test_two_windows_walk_a_whole_module_and_a_reload_of_each(room: Room):
    room.present(MODULE)
    notes = room.open_notes()
    seen: dict[str, list[str]] = {}
    reloaded = set()
    while True:
        page, item = in_step(room, notes)
        items = seen.setdefault(page, [])
        if item not in items:
            items.append(item)
        if len(seen) == PAGES // 2 and item.startswith("Q") and "both" not in reloaded:
            reload_each(room, notes)
            reloaded.add("both")
        if not room.next():
            break
    assert reloaded == {"both"}
    assert len(seen) == PAGES
    assert list(seen)[0] == MODULE
    assert list(seen)[-1] == f"{MODULE}review/"
    assert sum(map(len, seen.values())) > 100
    asked = {item for items in seen.values() for item in items if item.startswith("Q")}
    assert len(asked) >= 40


def in_step(room: Room, notes: Page) -> tuple[str, str]:
    """Where both windows are, as (page, item); they agree."""
    room.page.wait_for_timeout(0)
    path = room.page.evaluate("location.pathname").lstrip("/").removeprefix("fr/")
    number = room.place.split(",")[0]
    expect(notes.locator("[data-part=title]")).to_have_text(room.title, use_inner_text=True)
    expect(notes.locator("[data-part=under]")).to_contain_text(number)
    return path, room.item


def reload_each(room: Room, notes: Page) -> None:
    """Hands are counted, a step is taken; the notes come back, then the projector."""
    room.press("1", "1", "2")
    counted = room.page.locator("output").all_inner_texts()
    assert counted[:2] == ["2", "1"]
    room.next()
    step = notes.locator("[data-part=step]")
    expect(step).to_have_text(room.words("step.talk"))
    notes.reload()
    expect(step).to_have_text(room.words("step.talk"))
    expect(notes.locator("[data-part=title]")).to_have_text(room.title)
    before = room.state
    room.page.reload()
    room.settle()
    assert room.state == before
    room.page.locator("[data-part=back]").click()
    assert room.page.locator("output").all_inner_texts() == counted
    expect(step).to_have_text(room.words("step.ask"))
    expect(notes.locator("[data-part=hands] .gb-notes__counts").first).to_contain_text("2")
    notes.locator("[data-do=next]").click()
    expect(room.page.locator(".gb-stage__body")).to_contain_text(room.words("talk.ask"))


def test_notes_stay_in_their_language_when_the_wall_changes_its_own(room: Room):
    room.present(f"{MODULE}3-1/", "start")
    notes = room.open_notes()
    title = notes.locator("[data-part=title]").inner_text()
    assert title == room.title
    room.press("l")
    expect(room.page.locator(".gb-stage")).not_to_have_attribute("lang", room.language)
    room.press("ArrowRight", "ArrowLeft")
    expect(notes.locator("[data-part=title]")).to_have_text(title)
    assert room.title != title


def test_notes_can_change_their_own_language(room: Room):
    room.present(f"{MODULE}3-1/", "start")
    notes = room.open_notes()
    title = notes.locator("[data-part=title]").inner_text()
    notes.locator("header a.gb-language-link").click()
    expect(notes.locator("[data-part=title]")).not_to_have_text("\xa0")
    expect(notes.locator("[data-part=title]")).not_to_have_text(title)
    assert notes.evaluate("document.documentElement.lang") != room.language
    assert room.title == title


def test_notes_show_what_the_author_wrote_for_the_trainer_and_the_room_does_not(room: Room):
    room.present(f"{MODULE}3-1/")
    notes = room.open_notes()
    authored = room.page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('learning-question:has(.gb-trainer)')]"
        ".map((node) => [node.id, node.querySelector('.gb-trainer').textContent.trim()]))"
    )
    assert authored, "no question of this lesson has a note"
    for id, words in authored.items():
        room.press("o")
        room.page.locator(f"[data-item='{id}']").click()
        expect(notes.locator("[data-part=notes]")).to_contain_text(words[:40])
        assert words[:40] not in room.page.locator(".gb-stage").text_content()
        minutes = room.page.locator(f"#{id}").get_attribute("data-minutes")
        expect(notes.locator("[data-part=minutes]")).to_contain_text(room.words("minutes", number=minutes))
        assert json.loads(room.page.evaluate("sessionStorage.getItem('first-relationships.room')"))["at"]["item"] == id
