"""The list of statements by level, narrowed by its filter: by mouse, by keyboard, by address, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

LANGUAGES = ("en", "fr")
ADDRESS = {"en": "/workforce/levels/", "fr": "/fr/workforce/levels/"}
SHOWN = {"en": "Showing {} of {}", "fr": "{} sur {}"}
OTHER = {"en": "fr", "fr": "en"}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def ids(page: Page) -> set[str]:
    return set(page.locator("[data-filter-item]:visible .gb-id").all_inner_texts())


def say(page: Page, language: str) -> None:
    """The status tells how many are shown, and of how many."""
    items = page.locator("[data-filter-item]")
    words = SHOWN[language].format(items.filter(visible=True).count(), items.count())
    expect(page.locator(".gb-filter__count")).to_have_text(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_narrow_the_list_and_stand_in_the_address(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + ADDRESS[language])
    everything = ids(page)
    assert {"C4.3", "P2.1", "P5.1", "C1.1"} <= everything
    page.locator("select[name=level]").select_option("prevention")
    assert "C1.1" not in ids(page)
    assert {"C4.3", "P2.1", "P5.1"} <= ids(page)
    expect(page.locator("#list-clinical")).to_be_hidden()
    page.locator("select[name=who]").select_option("B")
    assert "P2.1" not in ids(page)
    assert "C4.3" in ids(page)
    say(page, language)
    assert page.url.endswith("?level=prevention&who=B")


@pytest.mark.parametrize("language", LANGUAGES)
def test_address_that_a_colleague_sent_shows_the_same_list(page: Page, site_url: str, language: str) -> None:
    page.goto(f"{site_url}{ADDRESS[language]}?level=prevention&who=B#list")
    say(page, language)
    found = ids(page)
    assert "C4.3" in found
    assert not {"C1.1", "P2.1", "C4.6"} & found
    page.locator("a.gb-language-link").first.click()
    page.wait_for_url(f"{site_url}{ADDRESS[OTHER[language]]}?level=prevention&who=B#list")
    assert ids(page) == found


@pytest.mark.parametrize("asked", ["?level=nothing&who=", "?level=<b>&level=prevention", "?other=1"])
def test_address_that_asks_for_what_is_not_there_shows_the_whole_list(page: Page, site_url: str, asked: str) -> None:
    page.goto(site_url + ADDRESS["en"] + asked)
    say(page, "en")
    assert "C1.1" in ids(page)
    assert page.locator("[data-filter-item]:visible").count() == page.locator("[data-filter-item]").count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_fits_is_said_and_undone_by_keyboard(page: Page, site_url: str, language: str) -> None:
    page.goto(f"{site_url}{ADDRESS[language]}?who=A&level=clinical&h=word")
    expect(page.locator(".gb-filter__count")).to_contain_text({"en": "Nothing fits", "fr": "Rien ne"}[language])
    page.locator("select[name=who]").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".gb-filter__reset")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".gb-filter__reset")).to_be_hidden()
    say(page, language)
    expect(page.locator("select[name=level]")).to_be_focused()
    assert page.url.endswith("/?h=word")


def test_whole_list_is_there_without_javascript(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + ADDRESS["fr"] + "?level=clinical")
    assert {"C1.1", "P2.1", "P4.6"} <= ids(page)
    expect(page.locator(".gb-filter__form")).to_be_hidden()
    context.close()
