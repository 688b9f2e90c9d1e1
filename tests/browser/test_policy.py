"""The policy is in force, and our scripts make no markup of text. It holds on every page: test_each_page.py."""

from __future__ import annotations

import json
import re

from playwright.sync_api import BrowserContext, Page, Route
from tests.browser.search_box import ask, wait_until_usable
from tests.browser.tools import ready, use_tools

WHERE = re.compile(r"policy: require-trusted-types-for by (\S*) of ")
OURS = ("/components/", "/store/", "/assets/site.js", "/assets/search-worker.js")
TOOLS = (
    "/",
    "/fr/",
    "/modules/competencies/1-1/",
    "/fr/modules/competencies/case-a/",
    "/glossary/",
    "/about/",
    "/help/",
)
HOSTILE = "<img src=x onerror=document.title='taken'><script>document.title='taken'</script>"


def test_policy_is_in_force(under_policy: BrowserContext, site_url: str, troubles: list[str]) -> None:
    """The listener would hear a violation: one is provoked."""
    page = under_policy.new_page()
    page.goto(site_url)
    page.evaluate("document.body.setAttribute('onclick', 'document.title = 1')")
    page.evaluate("document.body.click()")
    page.wait_for_timeout(200)
    assert any(trouble.startswith("policy: script-src-attr by") for trouble in troubles)


def test_our_scripts_never_give_text_to_what_makes_markup(
    under_policy: BrowserContext, site_url: str, troubles: list[str]
) -> None:
    """Trusted Types, reported only: the theme's bundle cannot hold them, every script of ours does."""

    def with_trusted_types(route: Route) -> None:
        answer = route.fetch()
        policy = {"Content-Security-Policy-Report-Only": "require-trusted-types-for 'script'"}
        route.fulfill(response=answer, headers=answer.headers | policy)

    page = under_policy.new_page()
    page.route(lambda url: url.endswith("/"), with_trusted_types)
    for path in TOOLS:
        use(page, site_url, path)
        wait_until_usable(page)
        ask(page, "stress")
    page.wait_for_timeout(200)
    heard = [found[1] for trouble in troubles if (found := WHERE.match(trouble))]
    assert any("/assets/javascripts/" in place for place in heard), "only who hears the theme can trust our silence"
    assert [place for place in heard if any(ours in place for ours in OURS)] == []


def test_what_comes_back_from_storage_never_becomes_markup(
    under_policy: BrowserContext, site_url: str, troubles: list[str]
) -> None:
    page = under_policy.new_page()
    for path in ("/modules/competencies/1-1/", "/modules/competencies/case-a/"):
        use(page, site_url, path)
    kept = page.evaluate("Object.entries(localStorage)")
    assert kept
    for spoilt in (spoil_strings, lambda text: HOSTILE, lambda text: json.dumps({HOSTILE: HOSTILE})):
        for key, value in kept:
            page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, spoilt(value)])
        for path in ("/modules/competencies/1-1/", "/modules/competencies/case-a/", "/about/"):
            use_without_palette(page, site_url, path)
            assert page.locator("img[src=x]").count() == 0
            assert page.title() != "taken"
    assert [trouble for trouble in troubles if "policy" in trouble] == []


def use(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    use_tools(page)


def use_without_palette(page: Page, site_url: str, path: str) -> None:
    """The theme's own script gives up on a spoilt palette; that key is kept as it is."""
    page.evaluate("localStorage.removeItem('/.__palette')")
    page.goto(site_url + path)
    ready(page)


def spoil_strings(text: str) -> str:
    """The same record with hostile words in the place of every text."""

    def spoilt(value: object) -> object:
        if isinstance(value, dict):
            return {key: spoilt(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [spoilt(inner) for inner in value]
        return HOSTILE if isinstance(value, str) else value

    return json.dumps(spoilt(json.loads(text)))
