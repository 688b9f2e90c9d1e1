"""A case in which each choice leads to another step: by keyboard, back and again, kept, and without a script."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.axe import ALL_LOOKS, LOOKS, violations

from guidebook.strings import translator

LANGUAGES = ("en", "fr")
HOME = {"en": "/", "fr": "/fr/"}
PATH = "modules/competencies/case-e/"
ID = "case-1-E"
BEST = ("say-what-you-see", "what-noticed", "ask-plainly", "call-together")
UNSAFE = ("say-what-you-see", "what-noticed", "all-parents")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(context: BrowserContext, site_url: str, language: str) -> Page:
    page = context.new_page()
    page.goto(f"{site_url}{HOME[language]}{PATH}")
    return page


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    yield context
    context.close()


def part(page: Page, name: str):
    return page.locator(f"#{ID} .gb-branching__{name}")


def steps(page: Page):
    return part(page, "step").and_(page.locator(":visible"))


def take(page: Page, *keys: str) -> None:
    for key in keys:
        page.locator(f"#{ID} button[data-key='{key}']").press("Enter")


def kept(page: Page) -> dict:
    record = page.evaluate("localStorage.getItem('first-relationships.learn:module-1')")
    return json.loads(record)["items"][ID] if record else {}


def test_one_step_at_a_time_and_each_choice_is_explained(page: Page, language: str) -> None:
    t = translator(language)
    expect(steps(page)).to_have_count(1)
    expect(part(page, "actions")).to_be_hidden()
    take(page, BEST[0])
    expect(steps(page)).to_have_attribute("data-step", "he-looks-up")
    said = part(page, "said")
    assert said.get_attribute("role") == "status"
    expect(said).to_contain_text(t("branching.chose"))
    expect(said).to_contain_text(t("question.verdict.best"))
    expect(said.locator(".gb-branching__reason")).not_to_be_empty()
    expect(said).not_to_contain_text(t("branching.goes-to"))


def test_the_end_tells_the_whole_way(page: Page) -> None:
    take(page, *BEST)
    expect(steps(page)).to_have_attribute("data-step", "together")
    expect(part(page, "path").locator(":scope > li")).to_have_count(len(BEST))
    expect(part(page, "warning")).to_be_hidden()
    assert [choice.split(":")[1] for choice in kept(page)["first"]] == list(BEST)
    assert kept(page)["best"] is True


def test_an_unsafe_choice_is_told_at_the_end_also_after_going_back(page: Page, language: str) -> None:
    t = translator(language)
    take(page, *UNSAFE)
    expect(part(page, "warning")).to_have_text(t("branching.unsafe"))
    part(page, "back").click()
    take(page, "ask-plainly", "call-together")
    expect(part(page, "warning")).to_be_visible()
    assert kept(page)["best"] is False
    assert kept(page)["unsafe"] == ["the-nights:all-parents"]
    part(page, "again").click()
    take(page, *BEST)
    expect(part(page, "warning")).to_be_visible()
    assert kept(page)["first"][-1] == "the-nights:all-parents", "the first way is what counts"


def test_by_keyboard_the_focus_goes_to_each_step(page: Page) -> None:
    page.locator(f"#{ID} button[data-key='{BEST[0]}']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{ID}-he-looks-up-title")).to_be_focused()
    page.keyboard.press("Tab")  # the mark that links to the heading
    while page.evaluate("document.activeElement.tagName") != "BUTTON":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(f"#{ID}-the-nights-title")).to_be_focused()
    part(page, "back").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{ID}-he-looks-up-title")).to_be_focused()


def test_a_double_press_takes_one_step(page: Page) -> None:
    page.locator(f"#{ID} button[data-key='{BEST[0]}']").dblclick()
    expect(steps(page)).to_have_attribute("data-step", "he-looks-up")
    assert len(kept(page)["path"]) == 1


def test_the_way_is_there_after_a_reload_and_in_the_other_language(page: Page, site_url: str, language: str) -> None:
    take(page, *BEST[:2])
    page.reload()
    expect(steps(page)).to_have_attribute("data-step", "the-nights")
    expect(part(page, "said")).to_have_attribute("aria-live", "off")
    other = next(code for code in LANGUAGES if code != language)
    page.goto(f"{site_url}{HOME[other]}{PATH}")
    expect(steps(page)).to_have_attribute("data-step", "the-nights")


@pytest.mark.parametrize(
    "spoilt",
    [
        {"path": ["first-minute:gone"]},
        {"path": ["nowhere:at-all"]},
        {"path": "first-minute"},
        {"path": [1, None]},
        {"path": ["first-minute:say-what-you-see"], "v": 99},
    ],
)
def test_a_way_that_leads_nowhere_begins_anew(page: Page, spoilt: dict[str, object]) -> None:
    take(page, *BEST)
    page.evaluate(
        """([id, spoilt]) => { const key = "first-relationships.learn:module-1";
        const record = JSON.parse(localStorage.getItem(key)); Object.assign(record.items[id], spoilt);
        localStorage.setItem(key, JSON.stringify(record)); }""",
        [ID, spoilt],
    )
    page.reload()
    expect(steps(page)).to_have_attribute("data-step", "first-minute")


def test_a_case_counts_in_the_module_once_its_end_was_reached(page: Page, site_url: str, language: str) -> None:
    t = translator(language)
    module = f"{site_url}{HOME[language]}modules/competencies/"
    take(page, *UNSAFE[:2])
    page.goto(module)
    line = page.locator(f".gb-lessons__item[data-asks='{ID}'] .gb-lessons__state")
    expect(line).to_have_text(t("lessons.story"))
    page.goto(module + "case-e/")
    take(page, UNSAFE[2])
    page.goto(module)
    expect(line).to_contain_text(t("lessons.all"))
    page.goto(f"{site_url}{HOME[language]}modules/revisit/")
    link = page.locator(".gb-revisit__group:visible li a").first
    link.click()
    expect(steps(page)).to_have_attribute("data-step", "first-minute")
    take(page, BEST[0])
    assert "again" not in page.url


def test_without_a_script_every_step_and_reason_can_be_read(
    plain: BrowserContext, site_url: str, language: str
) -> None:
    page = plain.new_page()
    page.goto(f"{site_url}{HOME[language]}{PATH}")
    expect(steps(page)).to_have_count(8)
    page.locator(f"#{ID} a[data-key='{BEST[0]}']").click()
    assert page.url.endswith(f"#{ID}-he-looks-up")
    part(page, "reasons").first.locator("summary").click()
    expect(part(page, "reasons").first.locator(".gb-branching__reason").first).to_be_visible()


def test_axe_finds_nothing_at_the_start_on_the_way_and_at_the_end(page: Page) -> None:
    assert violations(page, ALL_LOOKS) == {}
    take(page, BEST[0])
    assert violations(page, LOOKS, briefly=True) == {}
    take(page, BEST[1], "all-parents")
    assert violations(page, ALL_LOOKS, briefly=True) == {}


def test_in_forced_colours_a_choice_has_a_border(browser: Browser, site_url: str, language: str) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(f"{site_url}{HOME[language]}{PATH}")
    widths = page.locator(f"#{ID} button[data-key]:visible").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).borderTopWidth))"
    )
    assert len(widths) == 3
    assert min(widths) >= 1
    page.close()
