"""What a trainer does, and what a room and the trainer see."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from guidebook.strings import translator

LESSON = "modules/competencies/1-1/"
QUESTION = "Q1-01"
"""On that lesson: four options, one of them best."""


@dataclass
class Room:
    page: Page
    site_url: str
    language: str
    notes: Page | None = field(default=None)

    def words(self, key: str, **values: object) -> str:
        return translator(self.language)(f"present.{key}", **values)

    def url(self, path: str, language: str = "") -> str:
        language = language or self.language
        return f"{self.site_url}/{'' if language == 'en' else f'{language}/'}{path}"

    def present(self, path: str = LESSON, item: str = "", settled: bool = True) -> None:
        """Opens an address that presents, and waits until every page of the module is there."""
        self.page.goto(self.url(f"{path}?present{f'#{item}' if item else ''}"))
        if settled:
            self.settle()

    def settle(self) -> None:
        self.page.wait_for_selector(".gb-stage[data-ready=all]")
        self.page.wait_for_function("getComputedStyle(document.querySelector('.gb-stage')).display === 'flex'")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def open_notes(self) -> Page:
        with self.page.context.expect_page() as opened:
            self.press("s")
        self.notes = opened.value
        expect(self.notes.locator("#gb-notes")).to_be_visible()
        expect(self.notes.locator("[data-part=title]")).not_to_have_text("\xa0")
        return self.notes

    @property
    def title(self) -> str:
        return self.page.locator(".gb-stage__title").inner_text()

    @property
    def body(self) -> str:
        return self.page.locator(".gb-stage__body").inner_text()

    @property
    def place(self) -> str:
        return self.page.locator(".gb-stage__place").inner_text()

    @property
    def item(self) -> str:
        return self.page.evaluate("decodeURIComponent(location.hash.slice(1))")

    @property
    def state(self) -> tuple[str, str, str]:
        """What one more press may change."""
        return self.page.url, self.place, self.body

    def next(self) -> bool:
        """One press of a clicker; False when there is nothing after."""
        before = self.state, self.page.evaluate("document.querySelector('.gb-stage__body').scrollTop")
        if self.page.locator("[data-part=next]").is_disabled():
            return False
        self.press("PageDown")
        self.page.wait_for_function(
            """(before) => { const body = document.querySelector(".gb-stage__body");
            return location.href !== before[0] || body.innerText !== before[1] || body.scrollTop !== before[2]
            || document.querySelector(".gb-stage__place").innerText !== before[3]; }""",
            arg=[before[0][0], before[0][2], before[1], before[0][1]],
        )
        return True
