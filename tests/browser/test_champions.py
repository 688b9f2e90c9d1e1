"""Tip sheets on paper, and the calendar as somebody with a phone meets it."""

from __future__ import annotations

import io

import pypdf
import pytest
from playwright.sync_api import Browser, expect
from tests.browser.site_pages import SITE

LANGUAGES = ("en", "fr")
HOME = {"en": "/", "fr": "/fr/"}
SHEETS = sorted(path.parent.name for path in SITE.glob("champions/tip-sheets/*/index.html"))


def test_every_aim_has_its_sheet() -> None:
    assert len(SHEETS) == 7


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("paper", "scheme"), [("Letter", "light"), ("A4", "light"), ("Letter", "dark")])
def test_tip_sheet_prints_on_one_page(browser: Browser, site_url: str, language: str, paper: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    pages = {}
    for sheet in SHEETS:
        page.goto(f"{site_url}{HOME[language]}champions/tip-sheets/{sheet}/")
        printed = pypdf.PdfReader(io.BytesIO(page.pdf(format=paper)))
        pages[sheet] = len(printed.pages)
        words = printed.pages[0].extract_text()
        assert "9-1-1" in words
        assert f"champions/tip-sheets/{sheet}/" in words
    assert pages == dict.fromkeys(SHEETS, 1)
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_calendar_leads_to_each_session_and_back_without_a_script(
    browser: Browser, site_url: str, language: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    calendar = f"{site_url}{HOME[language]}champions/sessions/"
    page.goto(calendar)
    count = page.locator(".gb-sessions__title a").count()
    assert count >= 6
    for number in range(count):
        page.locator(".gb-sessions__title a").nth(number).click()
        expect(page.locator(".gb-session__facts")).to_be_visible()
        page.locator(".gb-session__links a").last.click()
        assert page.url == calendar
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_of_the_calendar_are_large_enough_for_a_thumb(browser: Browser, site_url: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{site_url}{HOME[language]}champions/sessions/")
    for link in page.locator(".gb-sessions__title a, .gb-subscribe li a").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 44, link.inner_text()
    context.close()
