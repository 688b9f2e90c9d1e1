"""A small site with questions, and a browser that reports every error, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import serving
from tests.browser.question_page import Page as Source
from tests.browser.question_page import write_site


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
