"""Where progress shows: the home page of a module, the menu, the questions to revisit. On the built site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.axe import ALL_LOOKS, violations

from guidebook.catalogue import modules_of
from guidebook.load import load_library
from guidebook.strings import translator

LANGUAGES = ("en", "fr")
HOME = {"en": "/", "fr": "/fr/"}
LESSON = "modules/competencies/1-2/"
MODULE = "modules/competencies/"
REVISIT = "modules/revisit/"
TODAY = "2026-03-10"
ROOT = Path(__file__).parents[2]


@cache
def totals() -> list[int]:
    """How many questions each page of module 1 asks, in the order of its list."""
    library, _ = load_library(ROOT)
    return [len(sitting.asked) for sitting in modules_of(library, "en")[0].sittings]


def kept(last: str = "best", **more: object) -> dict[str, object]:
    """An answer of the device, a week old and not yet due."""
    best = last == "best"
    days = {"on": "2026-03-03", "at": "2026-03-03", "due": "2026-03-24", "box": 2}
    item = {"v": 1, "first": ["x"], "tries": [["x"]], "best": best, "unsafe": [], **days, "last": last}
    return {**item, **more}


@pytest.fixture(autouse=True)
def _fixed_day(context: BrowserContext) -> None:
    context.clock.set_fixed_time(f"{TODAY}T12:00:00")


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    yield context
    context.close()


def put(page: Page, items: dict[str, dict[str, object]]) -> None:
    page.evaluate("items => learningStore.put('module-1', items)", items)


def asked(page: Page, path: str) -> list[str]:
    """The ids that the menu says a page asks."""
    tick = page.locator(f".md-nav__link:visible[href$='{path}'] .gb-tick")
    return tick.first.get_attribute("data-asks").split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_lessons_say_how_many_questions_they_have_without_a_script(plain, site_url: str, language: str) -> None:
    page, t = plain.new_page(), translator(language)
    page.goto(f"{site_url}{HOME[language]}{MODULE}")
    expect(page.locator(".gb-lessons__item")).to_have_count(len(totals()))
    expect(page.locator(".gb-lessons__state").first).to_have_text(t("lessons.questions", number=totals()[0]))
    expect(page.locator(".gb-tick:visible")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_module_says_where_the_learner_stands_in_each_lesson(context, site_url: str, language: str) -> None:
    page, t = context.new_page(), translator(language)
    page.goto(f"{site_url}{HOME[language]}{MODULE}")
    put(page, {"Q1-01": kept(), "Q1-02": kept("missed"), "Q1-06": kept(v=9)})
    states = page.locator(".gb-lessons__state")
    parts = (
        t("lessons.answered", number=2, total=totals()[0]),
        t("lessons.best", number=1),
        t("lessons.again", number=1),
    )
    expect(states.nth(0)).to_have_text(" · ".join(parts))
    expect(states.nth(1)).to_have_text(
        t("lessons.questions", number=totals()[1])
    )  # another version is another question
    assert violations(page, ALL_LOOKS, briefly=True) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_ticks_a_lesson_once_all_its_questions_are_answered(context, site_url: str, language: str) -> None:
    page, t = context.new_page(), translator(language)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site_url}{HOME[language]}{MODULE}1-1/")
    ids = asked(page, "1-2/")
    link = page.locator(".md-nav__link:visible[href$='1-2/']").first
    place = link.bounding_box()
    put(page, {id: kept("missed") for id in ids[1:]})
    expect(page.locator(".gb-tick:visible")).to_have_count(0)
    put(page, {ids[0]: kept()})
    expect(page.locator(".gb-tick:visible")).to_have_count(1)
    assert t("nav.answered").strip() in link.inner_text()
    assert link.bounding_box() == place
    page.goto(page.url.replace("/1-1/", "/1-2/"))
    expect(page.locator(".md-nav__link--active:visible .gb-tick--on")).to_have_count(1)


def test_pages_without_questions_load_nothing_for_progress(context, site_url: str) -> None:
    page = context.new_page()
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    for path in ("", "help/", "about/", "references/"):
        page.goto(site_url + "/" + path)
    assert [url for url in asked_for if "/store/" in url or "/question" in url] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_to_revisit_are_all_questions_by_lesson_without_a_script(plain, site_url: str, language: str) -> None:
    page = plain.new_page()
    page.goto(f"{site_url}{HOME[language]}{REVISIT}")
    expect(page.locator(".gb-revisit__live")).to_be_hidden()
    expect(page.locator(".gb-revisit__module")).to_have_count(3)
    page.locator(".gb-revisit__module > summary").first.click()
    page.locator(".gb-revisit__question").first.click()
    assert page.url.endswith("modules/competencies/1-1/#Q1-01")


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_to_revisit_have_words_when_there_is_none(context, site_url: str, language: str) -> None:
    page, t = context.new_page(), translator(language)
    page.goto(f"{site_url}{HOME[language]}{REVISIT}")
    expect(page.get_by_text(t("revisit.begin"))).to_be_visible()
    assert violations(page, ALL_LOOKS, briefly=True) == {}
    put(page, {"Q1-01": kept()})
    expect(page.get_by_text(t("revisit.begin"))).to_be_hidden()
    expect(page.get_by_text(t("revisit.none"))).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_to_revisit_come_under_the_reason_they_are_here_for(context, site_url: str, language: str) -> None:
    page, t = context.new_page(), translator(language)
    page.goto(f"{site_url}{HOME[language]}{REVISIT}")
    put(
        page,
        {
            "Q1-01": kept(due="2026-03-10"),
            "Q1-02": kept(conf="unsure"),
            "Q1-03": kept("missed"),
            "Q1-04": kept("unsafe", unsafe=["x"]),
            "Q1-06": kept("missed", conf="sure"),
            "Q1-07": kept(due="2026-03-11"),
            "Q1-08": kept(due="2031-01-01"),
            "Q1-99": kept("missed"),
        },
    )
    shown = page.locator(".gb-revisit__group:visible")
    reasons = ("sure", "unsafe", "missed", "unsure", "due")
    assert [text.removesuffix("#") for text in shown.locator("h2").all_inner_texts()] == [
        t(f"revisit.{reason}") for reason in reasons
    ]
    for number, ids in enumerate((["Q1-06"], ["Q1-04"], ["Q1-03"], ["Q1-02"], ["Q1-01", "Q1-08"])):
        hrefs = [link.get_attribute("href") for link in shown.nth(number).locator("li a").all()]
        assert [href.partition("#")[2] for href in hrefs] == ids
    expect(shown.nth(4).locator("li").first).to_contain_text("1.1 ")  # the title of its lesson
    assert violations(page, ALL_LOOKS, briefly=True) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_to_revisit_is_asked_afresh_and_its_first_answer_stays(
    context, site_url: str, language: str
) -> None:
    page = context.new_page()
    page.goto(f"{site_url}{HOME[language]}{MODULE}1-1/")
    question = page.locator("#Q1-01")
    keys = {verdict: question.locator(f"[data-verdict={verdict}]").first.get_attribute("data-key") for verdict in
            ("best", "acceptable")}  # fmt: skip
    tries = [[keys["acceptable"]], [keys["best"]]]
    missed = kept("missed", first=tries[0], tries=tries, due="2026-03-05", box=0)
    put(page, {"Q1-01": missed})
    page.goto(f"{site_url}{HOME[language]}{REVISIT}")
    page.locator(".gb-revisit__group:visible li a").click()

    expect(question).to_have_attribute("data-state", "open")
    expect(question.locator(".gb-question__reveal")).to_be_hidden()
    assert page.evaluate("learningStore.read('module-1')['Q1-01']") == missed  # nothing happens before an answer
    page.locator(f"[id='Q1-01-{keys['best']}']").check()
    question.locator(".gb-question__check").click()
    expect(question).to_have_attribute("data-state", "done")
    now = page.evaluate("learningStore.read('module-1')['Q1-01']")
    assert (now["first"], now["best"], now["due"], now["box"]) == (tries[0], False, "2026-03-17", 1)
    page.reload()
    expect(question).to_have_attribute("data-state", "done")
    page.goto(f"{site_url}{HOME[language]}{REVISIT}")
    expect(page.get_by_text(translator(language)("revisit.none"))).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_in_another_tab_leaves_the_list_at_once(context, site_url: str, language: str) -> None:
    page, other = context.new_page(), context.new_page()
    page.goto(f"{site_url}{HOME[language]}{REVISIT}")
    other.goto(f"{site_url}{HOME[language]}{MODULE}")
    put(other, {"Q1-01": kept("missed")})
    expect(page.locator(".gb-revisit__group:visible li")).to_have_count(1)
    put(other, {"Q1-01": kept()})
    expect(page.locator(".gb-revisit__group:visible")).to_have_count(0)
