"""What an author marks reaches the room: a section that is only read is not shown, one that may be left out says so."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from tests.browser.room.steps import Room

READ_ONLY = "modules/competencies/1-4/"
OPTIONAL = "modules/competencies/case-d/"


def test_section_for_reading_alone_is_no_slide_and_its_neighbours_are(room: Room):
    room.present(READ_ONLY)
    marked = room.page.evaluate(
        """[...document.querySelectorAll("article > .gb-trainer[data-part=reading]")].map((note) => {
          let before = note;
          while (!before.matches("h2")) before = before.previousElementSibling;
          return before.id;
        })"""
    )
    assert marked
    sections = room.page.evaluate("[...document.querySelectorAll('article > h2')].map((heading) => heading.id)")
    room.press("o")
    shown = [button.get_attribute("data-item") for button in room.page.locator("[data-part=items] button").all()]
    assert not set(marked) & set(shown)
    assert len(set(sections) & set(shown)) >= 3


def test_optional_item_is_told_in_the_overview_and_in_the_notes(room: Room):
    room.present(OPTIONAL)
    notes = room.open_notes()
    room.press("o")
    optional = room.page.locator("[data-part=items] button", has_text=re.compile(rf"\b{room.words('optional')}\b"))
    assert optional.count() >= 1
    optional.first.click()
    expect(notes.locator("[data-part=minutes]")).to_contain_text(room.words("optional"))
