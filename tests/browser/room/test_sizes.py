"""What a room reads: large enough on each screen, nothing cut off, in both colour schemes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.room.steps import Room

LOOKS = ((1024, 768, "light"), (1280, 720, "dark"), (1920, 1080, "light"))
"""The screens of projectors; a scheme changes colours and no size, so each is looked at once or twice."""
SMALLEST = 24
"""CSS pixels that the back row can read."""
PAGES = ("modules/competencies/1-2/", "modules/competencies/case-a/", "modules/competencies/case-e/")
"""A drawing, questions of several kinds and a box; a case with its care note; a case whose choices lead on."""

WALK = Path(__file__).with_name("walk.js").read_text("utf-8")


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}x{look[1]}-{look[2]}")
def wall(browser: Browser, site_url: str, language: str, request: pytest.FixtureRequest) -> Iterator[Room]:
    width, height, scheme = request.param
    context = browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": height}
    )
    yield Room(context.new_page(), site_url, language)
    context.close()


def walked(page: Page, both: bool = False) -> list[str]:
    found = page.evaluate(WALK, SMALLEST)
    assert found["steps"] > (10 if not both else 5)
    return found["wrong"]


def test_every_word_can_be_read_from_the_back_row_and_nothing_is_cut_off(wall: Room):
    wrong = {}
    for path in PAGES:
        wall.present(path)
        if found := walked(wall.page):
            wrong[path] = found
    assert wrong == {}


def test_two_languages_beside_each_other_can_be_read_too(wall: Room):
    wall.present(PAGES[0])
    wall.press("b")
    wall.page.wait_for_selector(".gb-stage[data-both]")
    assert walked(wall.page, both=True) == []


def test_rounds_and_dialogs_can_be_read_too(wall: Room):
    wall.present(item="Q1-05")
    wall.press("1", "2", "2", "3", "n")
    assert walked(wall.page) == []
    for key in ("o", "?"):
        wall.press(key)
        small = wall.page.evaluate(
            """(until) => [...document.querySelectorAll("dialog[open] *")].filter((node) => node.checkVisibility()
            && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
            && parseFloat(getComputedStyle(node).fontSize) < until).map((node) => node.textContent)""",
            SMALLEST,
        )
        assert small == []
        wall.press("Escape")
