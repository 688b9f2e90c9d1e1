"""A small site with questions, and a browser that reports every error, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import serving
from tests.browser.question_page import Page as Source
from tests.browser.question_page import write_site
from tests.browser.questions.every_kind import every_kind
from tests.browser.questions.faults import TODAY


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions")
    write_site(folder)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serving(site) as url:
        yield url


@pytest.fixture
def troubles() -> list[str]:
    """Errors and warnings of the browser's console; every test ends with none."""
    return []


@pytest.fixture
def context(browser: Browser, troubles: list[str]) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 800, "height": 900})
    watch(context, troubles)
    yield context
    context.close()
    assert troubles == []


@pytest.fixture
def fixed_day(context: BrowserContext) -> None:
    """It is noon of the same day in every test: what is kept names its day."""
    context.clock.set_fixed_time(f"{TODAY}T12:00:00")


def watch(context: BrowserContext, troubles: list[str]) -> None:
    context.on(
        "console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None
    )
    context.on("weberror", lambda error: troubles.append(str(error.error)))


@pytest.fixture
def open_page(context: BrowserContext, address: str) -> Callable[[str], Page]:
    def open_page(name: str = "en.html") -> Page:
        page = context.new_page()
        page.goto(f"{address}/{name}")
        return page

    return open_page


@pytest.fixture
def serve(site: Path) -> Callable[[str, Source], str]:
    """Put one more page on the site; returns its name."""

    def serve(name: str, source: Source) -> str:
        (site / name).write_text(source.html(), "utf-8")
        return name

    return serve


@pytest.fixture
def every_page(serve: Callable[[str, Source], str], address: str) -> Callable[..., str]:
    """The address of a page with a question of each kind."""

    def every_page(language: str, scheme: str = "default") -> str:
        source = Source(language, questions=every_kind(language), scheme=scheme)
        return f"{address}/{serve(f'every-{language}-{scheme}.html', source)}"

    return every_page
