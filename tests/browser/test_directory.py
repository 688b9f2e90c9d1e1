"""The directory of programs in the browser: it is whole without JavaScript, and its filter can be shared and undone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.axe import violations

LANGUAGES = ("en", "fr")
ADDRESS = {"en": "/programs/", "fr": "/fr/programs/"}
ALL = 23
SHOWN = {"en": "Showing {} of 23", "fr": "{} sur 23"}
NOTHING = {"en": "Nothing fits", "fr": "Rien ne correspond"}


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    return page


def visible(page: Page) -> int:
    return page.locator(".gb-program:visible").count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_program_can_be_read_without_a_script(browser: Browser, site_url: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = opened(context, f"{site_url}{ADDRESS[language]}?level=clinical")
    assert visible(page) == ALL
    expect(page.locator(".gb-filter__form")).not_to_be_visible()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_choice_is_made_by_keyboard_counted_politely_and_kept_in_the_address(
    context: BrowserContext, site_url: str, language: str
) -> None:
    page = opened(context, site_url + ADDRESS[language])
    level, status = page.locator("#directory-level"), page.locator(".gb-filter__count")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_contain_text(SHOWN[language].format(ALL))
    level.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(level).to_have_value("prevention")
    expect(level).to_be_focused()
    page.locator("#directory-format").select_option("home")
    assert page.url == f"{site_url}{ADDRESS[language]}?level=prevention&format=home"
    left = visible(page)
    assert 0 < left < ALL
    expect(status).to_contain_text(SHOWN[language].format(left))
    for card in page.locator(".gb-program:visible").all():
        assert "prevention" in card.get_attribute("data-level").split()
        assert "home" in card.get_attribute("data-format").split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_address_brings_its_choices_back_and_a_wrong_one_is_ignored(
    context: BrowserContext, site_url: str, language: str
) -> None:
    page = opened(context, f"{site_url}{ADDRESS[language]}?level=clinical&format=balloon&other=1&age=")
    expect(page.locator("#directory-level")).to_have_value("clinical")
    expect(page.locator("#directory-format")).to_have_value("")
    first = visible(page)
    assert 0 < first < ALL
    page.locator("#directory-evidence").select_option("not-reviewed")
    assert page.url == f"{site_url}{ADDRESS[language]}?level=clinical&other=1&evidence=not-reviewed"
    page.reload()
    assert visible(page) < first
    page.locator("header .gb-language-link").click()
    expect(page.locator("#directory-evidence")).to_have_value("not-reviewed")
    assert page.url.endswith("?level=clinical&other=1&evidence=not-reviewed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_left_is_said_kindly_and_one_button_undoes_it(
    context: BrowserContext, site_url: str, language: str
) -> None:
    page = opened(context, f"{site_url}{ADDRESS[language]}?age=unclear&format=home")
    assert visible(page) == 0
    expect(page.locator(".gb-filter__count")).to_contain_text(NOTHING[language])
    assert page.locator(".gb-programs__none:visible").count() == 4
    assert violations(page) == {}
    clear = page.locator(".gb-filter__reset")
    clear.focus()
    page.keyboard.press("Enter")
    expect(clear).to_be_hidden()
    assert visible(page) == ALL
    assert page.url == site_url + ADDRESS[language]
    expect(page.locator("#directory-level")).to_be_focused()
    assert page.locator(".gb-programs__none:visible").count() == 0


def test_each_choice_alone_leaves_a_program(context: BrowserContext, site_url: str) -> None:
    page = opened(context, site_url + ADDRESS["en"])
    for choice in page.locator("list-filter select").all():
        for value in choice.evaluate("(select) => [...select.options].map((option) => option.value)"):
            choice.select_option(value)
            assert visible(page) > 0, value
        choice.select_option("")


def test_back_leaves_the_page_in_one_step(context: BrowserContext, site_url: str) -> None:
    page = opened(context, site_url + "/")
    page.goto(site_url + ADDRESS["en"])
    page.locator("#directory-level").select_option("clinical")
    page.locator("#directory-age").select_option("birth-2")
    page.go_back()
    assert page.url == site_url + "/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_link_to_a_program_finds_it_though_a_choice_hides_it(
    context: BrowserContext, site_url: str, language: str
) -> None:
    page = opened(context, f"{site_url}{ADDRESS[language]}?level=promotion#child-first")
    expect(page.locator("#child-first")).to_be_visible()
    assert visible(page) == ALL
    assert page.url == f"{site_url}{ADDRESS[language]}#child-first"


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_shows_what_was_chosen_and_what_is_left(browser: Browser, site_url: str, language: str) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(site_url + ADDRESS[language])
    expect(page.locator(".gb-filter__form")).not_to_be_visible()
    assert visible(page) == ALL
    page.goto(f"{site_url}{ADDRESS[language]}?level=clinical")
    expect(page.locator("#directory-level")).to_be_visible()
    expect(page.locator(".gb-filter__reset")).not_to_be_visible()
    assert 0 < visible(page) < ALL
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_of_the_report_carries_its_place_and_year(
    context: BrowserContext, site_url: str, language: str
) -> None:
    page = opened(context, site_url + ADDRESS[language])
    labels = page.locator(".gb-program__label").all_inner_texts()
    assert len([label for label in labels if "Connecticut" in label and "2015" in label]) == 18
    assert len(labels) == ALL
