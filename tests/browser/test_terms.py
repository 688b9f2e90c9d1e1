"""Words that open their definition: by tap, keyboard or resting mouse, without a script, and left out of every copy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.axe import violations
from tests.browser.site_pages import SITE

LANGUAGES = ("en", "fr")
HOME = {"en": "/", "fr": "/fr/"}
PATH = "modules/competencies/1-2/"
KEY = "temperament"
OPENED = {"en": "temperament", "fr": "tempérament"}
EQUIVALENT = {"en": "tempérament", "fr": "temperament"}


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


@pytest.fixture(params=[360, 1280])
def page(request, browser: Browser, site_url: str, language: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site_url}{HOME[language]}{PATH}")
    page.wait_for_function("document.querySelector('a.gb-term[role=button]')")
    yield page
    context.close()
    assert errors == []


def term(page: Page):
    return page.locator(f"a.gb-term[data-term={KEY}]")


def box(page: Page):
    return page.locator(".gb-terms")


def test_a_tap_opens_the_definition_where_the_word_stands_and_a_tap_elsewhere_closes_it(page, language):
    url = page.url
    term(page).click()
    expect(box(page)).to_be_visible()
    expect(box(page).locator(".gb-terms__name")).to_have_text(OPENED[language])
    expect(box(page).locator(".gb-terms__other [lang]")).to_have_text(EQUIVALENT[language])
    expect(term(page)).to_have_attribute("aria-expanded", "true")
    area, width = box(page).bounding_box(), page.viewport_size["width"]
    assert area["x"] >= 0
    assert area["x"] + area["width"] <= width
    page.locator("h1").click()
    expect(box(page)).to_have_count(0)
    expect(term(page)).to_have_attribute("aria-expanded", "false")
    assert page.url == url


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_reads_and_closes_and_comes_back_to_the_word(page, language, key):
    term(page).focus()
    page.keyboard.press(key)
    expect(box(page)).to_be_focused()
    assert box(page).get_attribute("role") == "dialog"
    spoken = page.evaluate("""() => {
        const box = document.querySelector(".gb-terms");
        const ids = ["aria-labelledby", "aria-describedby"].map((name) => box.getAttribute(name));
        return ids.map((id) => document.getElementById(id).textContent);
    }""")
    assert spoken[0] == OPENED[language]
    assert len(spoken[1]) > 20
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    expect(term(page)).to_be_focused()


def test_the_tab_key_goes_through_the_box_and_on(page):
    term(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(box(page).locator(".gb-terms__more")).to_be_focused()
    page.keyboard.press("Tab")
    expect(box(page).locator(".gb-terms__close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(page)).to_have_count(0)
    expect(term(page)).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(box(page)).to_have_count(0)


def test_a_resting_mouse_opens_it_may_go_to_the_box_and_closes_by_leaving_or_by_escape(page):
    term(page).scroll_into_view_if_needed()
    term(page).hover()
    expect(box(page)).to_be_visible()
    assert page.evaluate("document.activeElement === document.body")
    box(page).locator(".gb-terms__words").hover()
    page.wait_for_timeout(600)
    expect(box(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(box(page)).to_have_count(0)
    term(page).hover()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)


def test_axe_finds_nothing_while_a_definition_is_open(page):
    term(page).click()
    assert violations(page) == {}


def test_the_link_of_the_box_leads_to_the_entry(page, language, site_url):
    term(page).click()
    box(page).locator(".gb-terms__more").click()
    page.wait_for_url(f"{site_url}{HOME[language]}glossary/#term-{KEY}")
    expect(page.locator(f"#term-{KEY}")).to_be_in_viewport()


UNFOLD = "() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }"
SELECT_ALL = "() => getSelection().selectAllChildren(document.querySelector('article'))"
COPIED = "() => String(getSelection())"
UNMARK = """() => {
  document.querySelector("glossary-terms").remove();
  for (const link of document.querySelectorAll("a.gb-term")) link.replaceWith(...link.childNodes);
}"""


def test_a_copy_holds_the_words_of_the_page_and_nothing_else(page):
    page.evaluate(UNFOLD)
    term(page).click()
    expect(box(page)).to_be_visible()
    page.evaluate(SELECT_ALL)
    expect(box(page)).to_have_count(0)
    copied = page.evaluate(COPIED)
    page.evaluate(UNMARK)
    page.evaluate(SELECT_ALL)
    assert copied == page.evaluate(COPIED)
    assert len(copied) > 2000


def test_without_a_script_a_word_is_a_link_to_its_entry(browser, site_url, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{HOME[language]}{PATH}")
    term(page).click()
    assert page.url == f"{site_url}{HOME[language]}glossary/#term-{KEY}"
    context.close()


def test_on_paper_a_word_is_a_word(page):
    term(page).click()
    page.emulate_media(media="print")
    assert term(page).evaluate("link => getComputedStyle(link).textDecorationLine") == "none"
    expect(box(page)).not_to_be_visible()


def test_no_definition_is_in_the_search_but_of_the_glossary(language):
    entries = json.loads((SITE / "search" / f"{language}.json").read_text("utf-8"))["docs"]
    definition = page_of_the_glossary(language)[KEY]
    places = {entry["location"] for entry in entries if definition in re.sub(r"<[^>]+>", "", entry["text"])}
    assert places == {f"{HOME[language].lstrip(chr(47))}glossary/#term-{KEY}"}


def page_of_the_glossary(language: str) -> dict[str, str]:
    """Key -> definition, as the page of the glossary shows it."""
    html = (SITE / HOME[language].strip("/") / "glossary" / "index.html").read_text("utf-8")
    return dict(re.findall(r'<h3 id="term-([\w-]+)">.*?</h3>\s*<p>(.*?)</p>', html, re.DOTALL))
