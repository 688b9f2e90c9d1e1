"""How questions look: colours, room, paper, and what axe finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.axe import violations_now
from tests.browser.question_page import Page as Source
from tests.browser.questions.conftest import watch
from tests.browser.questions.every_kind import LARGEST, MARKED, STATES, bring
from tests.browser.questions.steps import LANGUAGES, answer, part, press_check, question

FILLING = "dot => getComputedStyle(dot).backgroundColor"
BEYOND_ITS_CARD = """() => [...document.querySelectorAll("learning-question")].flatMap((card) => {
  const { left, right } = card.getBoundingClientRect();
  return [...card.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible";
    return box.width > 1 && (box.left < left - 1 || box.right > right + 1 || (isCut && !element.matches("select")));
  }).map((element) => element.outerHTML.slice(0, 120));
})"""
"""A native list shows the letter of what was chosen, and as much of its words as there is room: they stand above."""
EDGED = """.gb-question__option, .gb-question__row, .gb-question__answer, .gb-question__sure label,
  .gb-question__scale label, .gb-question__compare > p, button, select, textarea, input[type=text]"""
WITHOUT_A_BORDER = """(edged) => [...document.querySelectorAll("learning-question")]
  .flatMap((card) => [card, ...card.querySelectorAll(edged)]).filter((element) => element.getClientRects().length)
  .filter((element) => ["none", "hidden"].includes(getComputedStyle(element).borderTopStyle))
  .map((element) => element.outerHTML.slice(0, 120))"""
STROKES = """() => [...document.querySelectorAll("learning-question svg")]
  .filter((icon) => icon.getClientRects().length).map((icon) => getComputedStyle(icon).stroke)"""
WHITE = "rgb(255, 255, 255)"
"""White on black: what forced colours in the dark are in the browser of these tests."""
LINES_TO_WRITE_ON = """group => getComputedStyle(group, "::after").borderTopStyle === "solid"
  && getComputedStyle(group, "::after").display === "block" """


@pytest.fixture
def opened(browser: Browser, every_page: Callable[..., str], troubles: list[str]) -> Iterator[Callable[..., Page]]:
    """Open the page of every kind in a browser that looks as the settings say."""
    contexts: list[BrowserContext] = []

    def opened(language: str, scheme: str = "default", **settings: object) -> Page:
        contexts.append(browser.new_context(**settings))
        watch(contexts[-1], troubles)
        page = contexts[-1].new_page()
        page.goto(every_page(language, scheme))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_state(browser: Browser, address: str, serve, language, scheme, width) -> None:
    name = serve(f"axe-{language}-{scheme}.html", Source(language, scheme=scheme))
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/{name}")
    steps: list[Callable[[], None]] = [
        lambda: None,
        lambda: press_check(page, "Q1-01"),
        lambda: answer(page, "Q1-01", "end-play"),
        lambda: answer(page, "Q1-01", "pause"),
        lambda: answer(page, "Q1-05", "add-to-file"),
        lambda: answer(page, "Q1-05", "describe-and-supervise"),
        lambda: page.locator(".gb-clear__ask").click(),
        lambda: page.locator(".gb-clear__yes").click(),
    ]
    for step in steps:
        step()
        assert violations_now(page, within=["learning-question", "learning-progress", "learning-clear"]) == []
    context.close()


@pytest.mark.parametrize("look", [(360, "default"), (1280, "slate")], ids=["narrow and light", "wide and dark"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_kind(opened, language: str, state: str, look: tuple[int, str]) -> None:
    width, scheme = look
    page = opened(language, scheme, viewport={"width": width, "height": 900})
    bring(page, state)
    assert violations_now(page, within=["learning-question"]) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_at_320_pixels_and_large_text_nothing_is_cut(opened, language: str, state: str) -> None:
    page = opened(language, viewport={"width": 320, "height": 640})
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", LARGEST)
    bring(page, state)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(BEYOND_ITS_CARD) == []
    for target in page.locator(
        "learning-question :is(label:has(input), button, summary, select, textarea):visible"
    ).all():
        assert target.bounding_box()["height"] >= 44


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("state", STATES)
def test_forced_colours_keep_borders_and_icons(opened, state: str, scheme: str) -> None:
    page = opened("en", scheme, forced_colors="active", color_scheme="dark", reduced_motion="reduce")
    bring(page, state)
    assert page.evaluate(WITHOUT_A_BORDER, EDGED) == []
    assert set(page.evaluate(STROKES)) <= {WHITE}
    for chosen in page.locator("learning-question label:has(:checked):visible").all():
        assert chosen.evaluate("label => getComputedStyle(label).outlineStyle") == "solid"
    full = page.locator("[id='Q1-34'] [data-full]:visible")
    if state not in ("untouched", "refused"):
        expect(full).to_have_count(7)  # 2 of 5 before, 5 of 5 now
        empty = page.locator("[id='Q1-34'] [data-dot='5']:not([data-full])")
        assert {dot.evaluate(FILLING) for dot in full.all()} == {WHITE}
        assert empty.evaluate(FILLING) != WHITE


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_print_shows_options_and_hides_answers_until_they_are_opened(opened, language: str, state: str) -> None:
    page = opened(language)
    bring(page, state)
    page.emulate_media(media="print")
    expect(page.locator("learning-question :is(button, select, textarea, input[type=text]):visible")).to_have_count(0)
    is_done = state in ("right", "revealed")
    for kind in MARKED.values():
        expect(part(page, kind.id, "title")).to_be_visible()
        expect(part(page, kind.id, "stem")).to_be_visible()
        expect(part(page, kind.id, "options")).to_be_visible(visible=not is_done)
        expect(part(page, kind.id, "sure")).to_be_hidden()
        expect(part(page, kind.id, "reveal")).to_be_visible(visible=is_done)
        expect(part(page, kind.id, "result")).to_be_visible(visible=is_done)
        if kind.id != "Q1-31" and not is_done:
            assert part(page, kind.id, "options").inner_text().strip()
        assert part(page, kind.id, "group").evaluate(LINES_TO_WRITE_ON) is not is_done
    for rating in ("Q1-33", "Q1-34"):
        expect(question(page, rating).locator(".gb-question__scale label:visible")).to_have_count(5)
        assert not part(page, rating, "group").evaluate(LINES_TO_WRITE_ON), "a number needs none"
    written = part(page, "Q1-35", "written")
    if state in ("untouched", "refused"):
        assert written.evaluate(LINES_TO_WRITE_ON)
        assert written.bounding_box()["height"] > 100
    else:
        expect(written).to_have_text("Words.\nWords.\nWords.\n")


def test_style_does_not_leak(open_page) -> None:
    page = open_page()
    leaked = page.evaluate(
        """() => [...document.styleSheets].filter(sheet => sheet.href.endsWith('question.css'))
          .flatMap(sheet => [...sheet.cssRules]).flatMap(rule => rule.cssRules?.length ? [...rule.cssRules] : [rule])
          .map(rule => rule.selectorText).filter(text => !/learning-(question|progress|clear)/.test(text))"""
    )
    assert leaked == []


def test_link_to_the_other_language_says_its_language(open_page) -> None:
    page = open_page()
    link = part(page, "Q1-01", "language").locator("a")
    assert (link.get_attribute("lang"), link.get_attribute("hreflang")) == ("fr", "fr")
    assert link.get_attribute("href") == "fr.html#Q1-01"
