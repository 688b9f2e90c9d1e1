"""A room: a projector that presents, and the trainer's notes beside it."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext
from tests.browser.room.steps import Room

SCREEN = {"width": 1024, "height": 768}


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def room(context: BrowserContext, site_url: str, language: str) -> Room:
    page = context.new_page()
    page.set_viewport_size(SCREEN)
    return Room(page, site_url, language)
