"""What a learner does on a page with questions, and what the device then holds."""

from __future__ import annotations

import json

from playwright.sync_api import Page

LANGUAGES = ("en", "fr")
KEY = "first-relationships.learn:"
"""Begins the name of each record; the module ends it."""
OLD_KEY = "first-relationships.answers.1"
"""The one record of the first edition."""
ECHO = 700
"""A little longer than the time in which the script takes a second press for the echo of the first."""


def question(page: Page, id: str):
    return page.locator(f"[id='{id}']")


def tick(page: Page, id: str, *keys: str) -> None:
    for key in keys:
        page.locator(f"[id='{id}-{key}']").check()


def press_check(page: Page, id: str) -> None:
    question(page, id).locator(".gb-question__check").click()


def answer(page: Page, id: str, *keys: str) -> None:
    tick(page, id, *keys)
    press_check(page, id)


def part(page: Page, id: str, name: str):
    return question(page, id).locator(f".gb-question__{name}").first


def item(page: Page, id: str, key: str):
    return question(page, id).locator(f".gb-question__reveal [data-key='{key}']")


def record(page: Page, module: str = "module-1") -> dict:
    """What the device keeps of a module; None when nothing."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY + module) or "null")


def saved(page: Page, id: str) -> dict:
    return record(page)["items"][id]


def store(page: Page, value: object, key: str = KEY + "module-1") -> None:
    """Put a value where the record of a module is, as text or as JSON, and open the page again."""
    text = value if isinstance(value, str) else json.dumps(value)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.reload()


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
    )
