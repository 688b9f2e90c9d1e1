"""Figures in the browser: letters of a readable size, inside their shapes, on any screen and in any colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

LANGUAGES = ("en", "fr")
HOME = {"en": "/", "fr": "/fr/"}
FIGURES = 5
SMALLEST = 14
"""Height of letters in pixels on the narrowest common phone."""
OUTSIDE = """() => [...document.querySelectorAll(".gb-figure text")].flatMap((text) => {
  const [x, y, width, height] = text.dataset.place.split(" ").map(Number);
  const box = text.getBBox();
  const whole = text.ownerSVGElement.viewBox.baseVal;
  const isInside = box.x >= x - 3 && box.x + box.width <= x + width + 1 && box.y >= y - 4
    && box.y + box.height <= y + height + 8 && box.x + box.width <= whole.width && box.y + box.height <= whole.height;
  return isInside ? [] : [text.textContent];
})"""
OVERLAPS = """() => [...document.querySelectorAll(".gb-figure svg")].flatMap((drawing) => {
  const boxes = [...drawing.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([words, a], index) => boxes.slice(index + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top + 1 < b.bottom - 1 && b.top + 1 < a.bottom - 1)
    .map(([others]) => `${words} / ${others}`));
})"""
HEIGHTS = """() => [...document.querySelectorAll(".gb-figure text")].map((text) =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""


@pytest.fixture(params=LANGUAGES)
def address(request, site_url: str) -> str:
    return f"{site_url}{HOME[request.param]}figures/"


@pytest.mark.parametrize("width", [360, 1280])
def test_words_stay_in_their_shapes_and_can_be_read(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    assert page.locator(".gb-figure svg").count() == FIGURES
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPS) == []
    assert min(page.evaluate(HEIGHTS)) >= SMALLEST - 0.01
    page.close()


def test_the_words_of_each_figure_stand_open_where_figures_are_the_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    for told in page.locator(".gb-figure__told").all():
        expect(told.locator("li").first).to_be_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_words_differ_from_what_they_stand_on(browser: Browser, address: str, scheme: str) -> None:
    """In forced colours too, where the browser chooses two."""
    for forced in ("none", "active"):
        context = browser.new_context(color_scheme=scheme, forced_colors=forced)
        page = context.new_page()
        page.goto(address)
        for figure in page.locator(".gb-figure svg").all():
            ink = figure.locator("text").first.evaluate("text => getComputedStyle(text).fill")
            paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert ink != paper
        context.close()
