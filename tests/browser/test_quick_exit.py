"""Leaving a page that speaks of violence, at once, as somebody who may be watched leaves it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.site_pages import SITE, page_paths

HOME = {"en": "/", "fr": "/fr/"}
NEUTRAL = {"en": "https://weather.gc.ca/", "fr": "https://meteo.gc.ca/"}
PAGE = "guidelines/prevention-intervention/p5/"
PHONE = {"width": 360, "height": 740}


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def prepared(context: BrowserContext, asked: list[dict[str, str]]) -> BrowserContext:
    """The weather, as far as this machine is concerned."""

    def weather(route, request) -> None:
        asked.append(request.headers)
        route.fulfill(content_type="text/html", body="<title>Weather</title>")

    for address in NEUTRAL.values():
        context.route(f"{address}**", weather)
    return context


@pytest.fixture
def asked() -> list[dict[str, str]]:
    """The headers of each request to the neutral page."""
    return []


@pytest.fixture
def page(browser: Browser, site_url: str, language: str, asked: list[dict[str, str]]) -> Iterator[Page]:
    """On the page, come from the home page."""
    context = prepared(browser.new_context(viewport=PHONE), asked)
    page = context.new_page()
    page.goto(site_url + HOME[language])
    page.goto(site_url + HOME[language] + PAGE)
    expect(page.locator("quick-exit:not(:defined)")).to_have_count(0)
    yield page
    context.close()


def expect_left(page: Page, site_url: str, language: str, asked: list[dict[str, str]]) -> None:
    page.wait_for_url(NEUTRAL[language])
    assert [headers for headers in asked if "referer" in headers] == []
    page.go_back()
    page.wait_for_url(site_url + HOME[language])


def test_link_leaves_and_back_does_not_return(
    page: Page, site_url: str, language: str, asked: list[dict[str, str]]
) -> None:
    assert asked == []  # before somebody leaves, nothing is asked of another site
    page.locator(".gb-exit__link").click()
    expect_left(page, site_url, language, asked)


def test_escape_three_times_leaves_wherever_the_focus_is(
    page: Page, site_url: str, language: str, asked: list[dict[str, str]]
) -> None:
    page.locator(".gb-statement a").last.focus()
    for _ in range(3):
        page.keyboard.press("Escape")
    expect_left(page, site_url, language, asked)


def test_escape_twice_or_slowly_or_held_stays(page: Page, asked: list[dict[str, str]]) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_timeout(2100)
    page.keyboard.press("Escape")
    page.wait_for_timeout(2100)
    for _ in range(4):
        page.keyboard.down("Escape")  # a key that is held repeats itself
    page.wait_for_timeout(300)
    assert asked == []


def test_link_works_without_javascript(
    browser: Browser, site_url: str, language: str, asked: list[dict[str, str]]
) -> None:
    context = prepared(browser.new_context(viewport=PHONE, java_script_enabled=False), asked)
    page = context.new_page()
    page.goto(site_url + HOME[language] + PAGE)
    page.locator(".gb-exit__about summary").click()
    expect(page.locator(".gb-exit__about strong")).to_be_visible()
    page.locator(".gb-exit__link").click()
    page.wait_for_url(NEUTRAL[language])
    assert [headers for headers in asked if "referer" in headers] == []
    context.close()


def test_link_stays_in_sight_and_covers_nothing_that_an_address_names(page: Page, site_url: str, language: str) -> None:
    link = page.locator(".gb-exit__link")
    top = link.bounding_box()
    assert top
    assert top["y"] + top["height"] < PHONE["height"]
    assert top["height"] >= 44
    page.goto(f"{site_url}{HOME[language]}{PAGE}#P5-4")
    expect(link).to_be_in_viewport(ratio=1)
    heading, bar = page.locator("#P5-4").bounding_box(), page.locator(".gb-exit__bar").bounding_box()
    assert heading
    assert bar
    assert heading["y"] >= bar["y"] + bar["height"]


def test_link_is_not_printed(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".gb-exit__link")).not_to_be_visible()
    expect(page.locator(".gb-exit__about")).not_to_be_visible()


def test_every_page_that_announces_violence_has_the_link_in_both_languages() -> None:
    with_link = {path for path in page_paths() if "gb-exit__link" in html_of(path)}
    english = {path for path in with_link if not path.startswith("/fr/")}
    assert with_link - english == {f"/fr{path}" for path in english}
    assert {"/help/", "/guidelines/prevention-intervention/p5/", "/modules/competencies/1-5/"} <= english
    assert "/guidelines/competencies/c4/" not in english


def html_of(path: str) -> str:
    return (SITE / path.lstrip("/") / "index.html").read_text("utf-8")
