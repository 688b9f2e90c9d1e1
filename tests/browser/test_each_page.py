"""What each page of the site promises, in the browser. Every page is opened once: most of the time goes there."""

from __future__ import annotations

import posixpath

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.browser.axe import ALL_LOOKS, LOOKS, violations
from tests.browser.site_pages import page_paths

PARTS = 16
"""The pages are shared out, so that two browsers can read them side by side."""
NARROWEST = 320
"""CSS pixels: a phone of 2016, or 1280 px magnified four times."""


@pytest.mark.parametrize("part", range(PARTS))
def test_a_page_is_accessible_fits_a_phone_and_offers_help(context: BrowserContext, site_url: str, part: int) -> None:
    assert len(page_paths()) >= 120
    page = context.new_page()
    found = {}
    for path in page_paths()[part::PARTS]:
        page.goto(site_url + path)
        page.wait_for_function("document.querySelectorAll('main :not(:defined)').length === 0")
        if problems := [*help_missing(page), *too_wide(page), *axe_finds(page, path)]:
            found[path] = problems
    assert found == {}


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
