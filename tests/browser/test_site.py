"""What the site promises as a whole, in the browser: by keyboard, without JavaScript, across languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from tests.browser.axe import ALL_LOOKS, violations

LANGUAGES = ("en", "fr")
HOME = {"en": "/", "fr": "/fr/"}


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    yield context
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_after_answering(context: BrowserContext, site_url: str, language: str) -> None:
    page = context.new_page()
    page.goto(f"{site_url}{HOME[language]}modules/competencies/1-1/")
    question = page.locator("learning-question[data-type=choice]").first
    verdicts = {item.get_attribute("data-verdict"): item for item in question.locator("[data-verdict]").all()}
    for verdict in ("less-helpful", "best"):
        key = verdicts[verdict].get_attribute("data-key")
        question.locator(f"[value='{key}']").check()
        question.locator("button[type=submit]").click()
        assert violations(page, ALL_LOOKS, briefly=True) == {}


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
    for number, target in enumerate(("guidelines/competencies/", "modules/competencies/trainer/", "contribute/")):
        page.goto(site_url + HOME[language])
        page.locator(".gb-doors li").nth(number).click(position={"x": 12, "y": 12})
        assert page.url == f"{site_url}{HOME[language]}{target}"


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
