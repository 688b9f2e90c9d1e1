"""Search as a reader meets it: in Material's box, in one language, with the words that come to mind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page
from tests.browser.search_box import HOME, ask, wait_until_usable
from tests.browser.site_pages import SITE

from guidebook.load import load_library
from guidebook.strings import translator

LANGUAGES = ("en", "fr")
ROOT = Path(__file__).parents[2]
QUERIES = {
    language: yaml.safe_load(Path(__file__).with_name(f"queries.{language}.yml").read_text("utf-8"))
    for language in LANGUAGES
}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def faults() -> list[str]:
    """What the console and the network complain of."""
    return []


@pytest.fixture
def home(browser: Browser, site_url: str, language: str, faults: list[str]) -> Iterator[Page]:
    page = browser.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.goto(site_url + HOME[language])
    wait_until_usable(page)
    yield page
    page.close()


def test_every_query_leads_where_it_should(home: Page, site_url: str, language: str, faults: list[str]) -> None:
    assert len(QUERIES[language]) >= 30
    wrong = {}
    for query, expected in QUERIES[language].items():
        hits = ask(home, query)
        found = hits[0].href.removeprefix(site_url + HOME[language]) if hits else None
        if found != expected:
            wrong[query] = found
    assert wrong == {}
    assert faults == []


def test_no_result_is_of_the_other_language(home: Page, site_url: str, language: str) -> None:
    for query in ("violence", "attention", "culture", "trauma"):
        hits = ask(home, query)
        assert hits
        assert [hit.href for hit in hits if hit.href.startswith(f"{site_url}/fr/") is (language == "en")] == []


def test_every_statement_and_question_is_found_by_its_id(home: Page, site_url: str, language: str) -> None:
    library, _ = load_library(ROOT)
    statements = [(id, id.replace(".", "-")) for id in library.statements[language]]
    wrong = {}
    for id, anchor in statements[::7] + [(id, id) for id in [*library.questions[language]][::9]]:
        hits = ask(home, id)
        if not hits or not hits[0].href.endswith(f"/#{anchor}"):
            wrong[id] = hits[0].href if hits else None
    assert wrong == {}


def test_results_name_their_section(home: Page, language: str) -> None:
    hit = ask(home, "C4.3")[0]
    page = next(each for each in ask(home, "C4.3") if each.title == each.page == hit.page)
    menu = {"en": "Guidelines · Competencies", "fr": "Lignes directrices · Compétences"}
    assert hit.title.startswith("C4.3 ")
    assert hit.page.startswith("C4. ")
    assert page.label == menu[language]
    assert ask(home, "Q1-05")[0].label == translator(language)("search.question")


def test_results_stay_while_a_word_is_typed(home: Page, language: str) -> None:
    """`attach`, `attache` … : no letter on the way to a word makes everything vanish."""
    for word in {"en": ("attachments", "supervision", "families"), "fr": ("attachements", "réflexives", "éducatrices")}[
        language
    ]:
        empty = [word[:end] for end in range(3, len(word) + 1) if not ask(home, word[:end])]
        assert empty == []


def test_enter_opens_the_statement_and_what_was_typed_stays_on_the_device(
    home: Page, site_url: str, language: str
) -> None:
    asked: list[str] = []
    home.on("request", lambda request: asked.append(request.url))
    home.keyboard.press("/")
    home.keyboard.type("c 4.3")
    home.wait_for_selector(".md-search-result a[href$='#C4-3']")
    home.keyboard.press("Enter")
    home.wait_for_url(f"{site_url}{HOME[language]}guidelines/competencies/c4/#C4-3")
    assert [url for url in asked if "?" in url or "c 4" in url.lower()] == []


def test_nothing_is_fetched_for_search_before_somebody_types(browser: Browser, site_url: str, language: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + HOME[language], wait_until="networkidle")
    assert [url for url in asked if url.endswith(f"search/{language}.json")] == []
    assert sum(len((SITE / "search" / f"{code}.json").read_bytes()) for code in LANGUAGES) > 100_000
    page.close()


def test_a_network_that_fails_is_not_nothing_found(browser: Browser, site_url: str, language: str) -> None:
    """The box goes on to say that results may take a moment, and they come by themselves when the network is back."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site_url + HOME[language])
    wait_until_usable(page)
    context.route("**/search/*.json", lambda route: route.abort())
    page.locator(".md-search__input").focus()
    with page.expect_event("requestfailed"):
        page.keyboard.type("stress")
    page.wait_for_timeout(300)
    assert "C4.3" in page.locator(".md-search-result__meta").inner_text()
    context.unroute("**/search/*.json")
    page.wait_for_selector(".md-search-result__item")
    context.close()
