"""Presenting under the site's own policy, with Trusted Types reported: nothing of ours is refused or makes markup."""

from __future__ import annotations

from playwright.sync_api import Browser, Route
from tests.browser.conftest import LISTEN
from tests.browser.room.steps import QUESTION, Room
from tests.browser.test_policy import WHERE


def test_presenting_keeps_the_policy_and_makes_no_markup(browser: Browser, site_url: str, language: str):
    def with_trusted_types(route: Route) -> None:
        answer = route.fetch()
        policy = {"Content-Security-Policy-Report-Only": "require-trusted-types-for 'script'"}
        route.fulfill(response=answer, headers=answer.headers | policy)

    heard: list[str] = []
    asked: list[str] = []
    context = browser.new_context(bypass_csp=False, reduced_motion="reduce", accept_downloads=True)
    context.add_init_script(LISTEN)
    context.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: heard.append(str(error.error)))
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.route(lambda url: url.split("?")[0].endswith("/"), with_trusted_types)
    room = Room(page, site_url, language)
    room.present(item=QUESTION)
    notes = room.open_notes()
    room.press("1", "n", "ArrowRight", "2", "ArrowRight", "ArrowRight", "ArrowRight", "b", "o", "Escape", "?")
    with page.expect_download():
        page.get_by_role("button", name=room.words("do.export")).click()
    room.press("Escape", "l")
    notes.locator("[data-do=next]").click()
    page.wait_for_timeout(300)
    places = [found[1] for text in heard if (found := WHERE.match(text))]
    assert any("/assets/javascripts/" in place for place in places), "only who hears the theme can trust our silence"
    assert [place for place in places if "/components/" in place] == []
    assert [text for text in heard if not WHERE.match(text) and "report-only" not in text.lower()] == []
    assert [url for url in asked if not url.startswith((site_url, "data:", "blob:"))] == []
    context.close()
