"""The same site two folders down on somebody's web server: links, styles, scripts, search and what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import serving
from tests.browser.search_box import ask, wait_until_usable
from tests.build.project import build, write_project

FOLDER = "/a/b/"
HOME = {"en": FOLDER, "fr": f"{FOLDER}fr/"}
PAGES = ("", "guidelines/c4/", "modules/1-1/", "champions/sessions/", "help/")


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that has the tiny site in a folder, and whose answer to an unknown address is the site's."""
    root = tmp_path_factory.mktemp("host")
    project = write_project(tmp_path_factory.mktemp("project"))
    built = build(project, root / "a" / "b", f"https://tiny.example{FOLDER}")
    assert built.code == 0, built.output
    (root / "404.html").symlink_to(built.site / "404.html")
    with serving(root) as url:
        yield url


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    """A page whose every request must stay in the folder and be answered."""
    page, lost = browser.new_page(), []
    page.on("response", lambda response: lost.append(response.url) if is_lost(response, host) else None)
    page.on("console", lambda message: lost.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert [words for words in lost if "nowhere" not in words and "404 (" not in words] == []


def is_lost(response, host: str) -> bool:
    return response.status >= 400 or not response.url.startswith((host + FOLDER, "data:", "blob:"))


@pytest.mark.parametrize("language", HOME)
def test_every_page_and_everything_it_leads_to_is_there(page: Page, host: str, language: str) -> None:
    seen = set()
    for path in PAGES:
        page.goto(host + HOME[language] + path, wait_until="networkidle")
        assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") in ("sticky", "fixed")
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.href)")
        seen |= {urldefrag(link).url for link in links if link.startswith(host)}
    assert len(seen) > 10
    assert {link for link in seen if not link.startswith(host + FOLDER)} == set()
    assert {link for link in seen if page.request.get(link).status != 200} == set()


@pytest.mark.parametrize("language", HOME)
def test_question_answers_and_remembers(page: Page, host: str, language: str) -> None:
    page.goto(f"{host}{HOME[language]}modules/1-1/")
    page.locator("#Q1-01 input").first.check()
    page.locator("#Q1-01 button[type=submit]").click()
    page.reload()
    expect(page.locator("#Q1-01 .gb-question__result")).not_to_be_empty()


@pytest.mark.parametrize("language", HOME)
def test_search_leads_to_a_page_of_the_folder(page: Page, host: str, language: str) -> None:
    page.goto(host + HOME[language])
    wait_until_usable(page)
    hits = ask(page, "C4.2")
    assert hits
    assert hits[0].href.startswith(f"{host}{HOME[language]}guidelines/c4/")
    response = page.goto(hits[0].href)
    assert response is None or response.status == 200


@pytest.mark.parametrize("language", HOME)
def test_address_that_is_not_there_leads_home(page: Page, host: str, language: str) -> None:
    response = page.goto(f"{host}{HOME[language]}nowhere/deep/er")
    assert response is not None
    assert response.status == 404
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") in ("sticky", "fixed")
    page.locator(f".gb-not-found section[lang={language}] a").click()
    assert page.url == host + HOME[language]


def test_language_link_stays_in_the_folder(page: Page, host: str) -> None:
    page.goto(f"{host}{HOME['en']}guidelines/c4/")
    page.locator("header .gb-language-link").click()
    page.wait_for_url(f"{host}{HOME['fr']}guidelines/c4/**")
