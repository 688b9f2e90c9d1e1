"""What every page of the site promises, in the browser: read by axe, by keyboard, without JavaScript, on any screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.site_pages import page_paths

LANGUAGES = ("en", "fr")
HOME = {"en": "/", "fr": "/fr/"}
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
EVERYTHING = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def troubles() -> list[str]:
    """Errors of the console and requests to other hosts; every test ends with none."""
    return []


@pytest.fixture
def context(browser: Browser, site_url: str, troubles: list[str]) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    context.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: troubles.append(str(error.error)))
    context.on(
        "request", lambda request: None if request.url.startswith((site_url, "data:")) else troubles.append(request.url)
    )
    yield context
    context.close()
    assert troubles == []


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    yield context
    context.close()


AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
"""All that a change of scheme can spoil: the rest of a page is the same in the dark."""
RUN_AXE = """(only) => axe.run({runOnly: only, resultTypes: ["violations"]}).then((result) =>
  result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`)))"""


def looks(page: Page) -> Iterator[tuple[str, dict]]:
    """The page on a phone and on a desk, in light and in dark, without loading it again."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield f"{width} px, {scheme}", EVERYTHING if scheme == SCHEMES[0] else CONTRAST


def violations(page: Page) -> dict[str, list[str]]:
    """What axe finds, by look; empty when it finds nothing."""
    page.add_script_tag(path=AXE)
    found = {look: page.evaluate(RUN_AXE, only) for look, only in looks(page)}
    return {look: problems for look, problems in found.items() if problems}


PARTS = 6
"""The pages are shared out, so that two browsers can read them side by side."""


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_in_any_look(context: BrowserContext, site_url: str, part: int) -> None:
    found = {}
    for path in page_paths()[part::PARTS]:
        page = context.new_page()
        page.goto(site_url + path)
        page.wait_for_function("document.querySelectorAll('learning-question:not(:defined)').length === 0")
        if problems := violations(page):
            found[path] = problems
        page.close()
    assert len(page_paths()) >= 120
    assert found == {}


def test_nothing_is_wider_than_the_narrowest_phone(context: BrowserContext, site_url: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    wide = []
    for path in page_paths():
        page.goto(site_url + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    assert wide == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_after_answering(context: BrowserContext, site_url: str, language: str) -> None:
    page = context.new_page()
    page.goto(f"{site_url}{HOME[language]}modules/competencies/1-1/")
    question = page.locator("learning-question").first
    for choice in (0, 1):
        question.locator("input").nth(choice).check()
        question.locator("button[type=submit]").click()
        assert violations(page) == {}


@pytest.mark.parametrize(
    ("path", "twin"),
    [
        ("/guidelines/competencies/c4/#C4-3", "/fr/guidelines/competencies/c4/#C4-3"),
        ("/fr/modules/competencies/1-1/#Q1-02", "/modules/competencies/1-1/#Q1-02"),
        ("/", "/fr/"),
    ],
)
def test_the_language_link_leads_to_the_same_place_and_back(
    browser: Browser, site_url: str, path: str, twin: str
) -> None:
    page = browser.new_page()
    page.goto(site_url + path)
    page.locator("header .gb-language-link").click()
    page.wait_for_url(site_url + twin)
    page.locator("header .gb-language-link").click()
    page.wait_for_url(site_url + path)
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_leads_to_itself_in_the_other_language(plain: BrowserContext, site_url: str, language: str) -> None:
    page = plain.new_page()
    page.goto(f"{site_url}{HOME[language]}modules/competencies/1-1/")
    page.locator("#Q1-02 .gb-question__language a").click()
    other = next(code for code in LANGUAGES if code != language)
    assert page.url == f"{site_url}{HOME[other]}modules/competencies/1-1/#Q1-02"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_progress_kept_in_one_language_is_there_in_the_other(browser: Browser, site_url: str, language: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site_url}{HOME[language]}modules/competencies/1-1/")
    page.locator("#Q1-01 input").first.check()
    page.locator("#Q1-01 button[type=submit]").click()
    page.locator("header .gb-language-link").click()
    expect(page.locator("#Q1-01 .gb-question__result")).not_to_be_empty()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["nowhere/", "guidelines/competencies/c99/deep/er"])
def test_an_address_that_is_not_there_answers_in_both_languages(
    plain: BrowserContext, site_url: str, language: str, path: str
) -> None:
    page = plain.new_page()
    response = page.goto(f"{site_url}{HOME[language]}{path}")
    assert response
    assert response.status == 404
    for code in LANGUAGES:
        expect(page.locator(f".gb-not-found section[lang={code}]")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") in ("sticky", "fixed")
    page.locator(f".gb-not-found section[lang={language}] a").click()
    assert page.url == site_url + HOME[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_doors_are_one_tap_away(plain: BrowserContext, site_url: str, language: str) -> None:
    page = plain.new_page()
    for number, target in enumerate(("guidelines/competencies/", "modules/competencies/", "contribute/")):
        page.goto(site_url + HOME[language])
        page.locator(".gb-doors li").nth(number).click(position={"x": 12, "y": 12})
        assert page.url == f"{site_url}{HOME[language]}{target}"


def test_the_help_lines_are_one_tap_from_every_page(plain: BrowserContext, site_url: str) -> None:
    page = plain.new_page()
    for path in page_paths():
        page.goto(site_url + path)
        expect(page.locator("a.gb-help-link")).to_be_visible()
        expect(page.locator(".gb-help-box a[href='tel:988']")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(browser: Browser, site_url: str, language: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site_url}{HOME[language]}guidelines/competencies/c4/")
    inside = page.locator(".md-sidebar--primary a.md-nav__link").first
    expect(inside).not_to_be_visible()  # so it is not a stop of the Tab key either
    menu = page.locator("button.md-header__button").first
    menu.focus()
    page.keyboard.press("Enter")
    expect(inside).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(inside).not_to_be_visible()
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_statement_keeps_its_words_and_leaves_the_furniture(
    browser: Browser, site_url: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}{HOME[language]}guidelines/competencies/c4/")
    page.emulate_media(media="print")
    expect(page.locator(".gb-statement").first).to_be_visible()
    for furniture in (".md-header", ".md-tabs", ".md-sidebar--primary", ".gb-site-map"):
        expect(page.locator(furniture).first).not_to_be_visible()
    page.close()
