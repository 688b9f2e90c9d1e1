"""What each page of the site promises, in the browser. Every page is opened once: most of the time goes there."""

from __future__ import annotations

import posixpath

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.browser.axe import ALL_LOOKS, LOOKS, violations
from tests.browser.search_box import ask, wait_until_usable
from tests.browser.site_pages import page_paths
from tests.browser.tools import ready, use_tools

PARTS = 16
"""The pages are shared out, so that several browsers can read them side by side."""
NARROWEST = 320
"""CSS pixels: a phone of 2016, or 1280 px magnified four times."""


@pytest.mark.parametrize("part", range(PARTS))
def test_a_page_is_accessible_fits_a_phone_offers_help_and_asks_nobody(
    under_policy: BrowserContext, site_url: str, troubles: list[str], part: int
) -> None:
    """The policy is in force, and every tool of the page is used."""
    assert len(page_paths()) >= 120
    page = under_policy.new_page()
    found: dict[str, list[object]] = {}
    for number, path in enumerate(page_paths()[part::PARTS]):
        page.goto(site_url + path)
        ready(page)
        problems = [*help_missing(page), *axe_finds(page, path), *too_wide(page)]
        use_tools(page)
        if number % 12 == 0:
            wait_until_usable(page)
            assert ask(page, "trauma")
        if problems := [*problems, *troubles]:
            found[path] = problems
            troubles.clear()
    page.wait_for_timeout(200)
    assert found == {}
    assert troubles == []


def axe_finds(page: Page, path: str) -> list[object]:
    """All four looks, by every rule, for the first page of each folder; the others have the same parts."""
    folder = posixpath.dirname(path.rstrip("/"))
    first = next(p for p in page_paths() if posixpath.dirname(p.rstrip("/")) == folder)
    return [*(violations(page, ALL_LOOKS) if path == first else violations(page, LOOKS, briefly=True)).items()]


def help_missing(page: Page) -> list[str]:
    """The help lines are one tap away, at the top and at the end."""
    links = ("a.gb-help-link", ".gb-help-box a[href='tel:988']", ".gb-help-box a[href='tel:911']")
    return [f"no {link} in sight" for link in links if not page.locator(link).first.is_visible()]


def too_wide(page: Page) -> list[str]:
    page.set_viewport_size({"width": NARROWEST, "height": 700})
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} px wide on a screen of {NARROWEST}"] if width > NARROWEST else []
