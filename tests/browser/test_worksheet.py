"""The sheet for a region prints alone, on one page of letter paper, in each language."""

from __future__ import annotations

import io

import pypdf
import pytest
from playwright.sync_api import Browser

SHEET = {"en": "/workforce/region-sheet/", "fr": "/fr/workforce/region-sheet/"}
LAST = {"en": "How to use this sheet", "fr": "Comment utiliser cette feuille"}
"""The last words of the page."""


@pytest.mark.parametrize("language", SHEET)
def test_sheet_prints_on_one_page(browser: Browser, site_url: str, language: str) -> None:
    page = browser.new_page()
    page.goto(site_url + SHEET[language])
    document = pypdf.PdfReader(io.BytesIO(page.pdf(format="Letter")))
    assert len(document.pages) == 1
    words = " ".join(document.pages[0].extract_text().split())
    assert LAST[language] in words
    assert "9-8-8" not in words
    page.emulate_media(media="print")
    printed = page.locator(".gb-worksheet tbody tr").evaluate_all("(rows) => rows.map((row) => row.offsetHeight)")
    assert min(printed) >= 60  # px: room for two lines by hand
    page.close()


@pytest.mark.parametrize("language", SHEET)
def test_sheet_fits_a_phone(browser: Browser, site_url: str, language: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(site_url + SHEET[language])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    right = page.locator(".gb-worksheet table").evaluate("(table) => table.getBoundingClientRect().right")
    assert right <= 360
    page.close()
