"""What is printed for a table, and what fits one screen: the model hour on one page, three situations on a phone."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page

ROOTS = {"en": "", "fr": "/fr"}
AUDIENCES = (
    *("home-visitors", "educators", "child-protection", "health"),
    *("clinicians", "managers", "trainers", "policy"),
)
PHONE = {"width": 360, "height": 800}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("language", ROOTS)
def test_model_hour_prints_whole_on_one_page(page, site_url, language, paper):
    page.goto(f"{site_url}{ROOTS[language]}/reflective-practice/model-hour/")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format=paper)))
    assert len(printed.pages) == 1
    text = " ".join(printed.pages[0].extract_text().split())
    assert {"en": "60 minutes in all", "fr": "60 minutes en tout"}[language] in text
    assert {"en": "Danger does not wait.", "fr": "Un danger n’attend pas."}[language] in text
    steps = page.locator(".gb-agenda li")
    size = steps.first.evaluate("step => parseFloat(getComputedStyle(step).fontSize)")
    page.emulate_media(media="print")
    assert steps.first.evaluate("step => parseFloat(getComputedStyle(step).fontSize)") > size
    assert steps.first.evaluate("step => parseFloat(getComputedStyle(step).fontSize)") >= 14 * 96 / 72


@pytest.mark.parametrize("language", ROOTS)
def test_model_hour_is_an_hour(page, site_url, language):
    page.goto(f"{site_url}{ROOTS[language]}/reflective-practice/model-hour/")
    minutes = [int(words.split()[0]) for words in page.locator(".gb-agenda__minutes").all_inner_texts()]
    assert sum(minutes) == 60
    assert len(minutes) == 7


@pytest.mark.parametrize("name", AUDIENCES)
@pytest.mark.parametrize("language", ROOTS)
def test_three_situations_stand_on_the_first_screen_of_a_phone(page, site_url, language, name):
    page.goto(f"{site_url}{ROOTS[language]}/who-it-is-for/{name}/")
    situations = page.locator(".gb-situations > ul > li")
    assert situations.count() == 3
    last = situations.last.locator("strong").first
    assert last.evaluate("name => name.getBoundingClientRect().bottom") <= PHONE["height"]


@pytest.mark.parametrize("language", ROOTS)
def test_comparison_is_read_without_scrolling_sideways(page, site_url, language):
    page.goto(f"{site_url}{ROOTS[language]}/reflective-practice/three-kinds/")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator(".gb-compare td .gb-compare__column").first.is_visible()
    assert page.get_by_role("columnheader").count() == 3
    assert page.get_by_role("rowheader").count() == 4
