"""The workbook: what it shows, what it prints, progress as a file, and what a file may do. On the built site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader
from tests.browser.axe import ALL_LOOKS, violations
from tests.browser.test_progress import HOME, LANGUAGES, TODAY, kept, put, totals

from guidebook.strings import translator

WORKBOOK = "modules/workbook/"
FORMAT = "first-relationships.progress"
EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture(autouse=True)
def _fixed_day(context: BrowserContext) -> None:
    context.clock.set_fixed_time(f"{TODAY}T12:00:00")


def open_workbook(context: BrowserContext, site_url: str, language: str = "en") -> Page:
    page = context.new_page()
    page.goto(f"{site_url}{HOME[language]}{WORKBOOK}")
    return page


def choose(page: Page, content: str | bytes, name: str = "progress.json") -> None:
    buffer = content if isinstance(content, bytes) else content.encode()
    page.locator("#workbook-file").set_input_files([{"name": name, "mimeType": "application/json", "buffer": buffer}])


def progress(items: dict[str, object], module: str = "module-1", **more: object) -> str:
    whole = {
        "format": "first-relationships.progress",
        "schema": 2,
        "exported": TODAY,
        "modules": {module: {"items": items}},
    }
    return json.dumps({**whole, **more})


def everything(page: Page) -> dict[str, object]:
    return page.evaluate("learningStore.readAll()")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_the_workbook_says_why_it_is_empty(browser: Browser, site_url: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = open_workbook(context, site_url, language)
    expect(page.get_by_text(translator(language)("workbook.no-script"))).to_be_visible()
    expect(page.locator("article :is(button, input, textarea):visible")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_empty_workbook_says_what_will_come(context, site_url: str, language: str) -> None:
    page, t = open_workbook(context, site_url, language), translator(language)
    for name in ("record", "reflections", "ratings", "statements"):
        expect(page.get_by_text(t(f"workbook.{name}.empty"))).to_be_visible()
    assert violations(page, ALL_LOOKS, briefly=True) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_record_says_in_words_what_was_done_and_when(context, site_url: str, language: str) -> None:
    page, t = open_workbook(context, site_url, language), translator(language)
    put(page, {"Q1-01": kept(on="2026-02-01"), "Q1-02": kept("missed")})
    days = {"en": ("February 1, 2026", "March 3, 2026"), "fr": ("1er février 2026", "3 mars 2026")}[language]
    parts = (
        t("lessons.answered", number=2, total=totals()[0]),
        t("lessons.best", number=1),
        t("lessons.again", number=1),
        t("lessons.days", first=days[0], last=days[1]),
    )
    expect(page.locator(".gb-workbook__module:visible")).to_have_count(1)
    expect(page.locator(".gb-workbook__module li:visible .gb-lessons__state")).to_have_text(" · ".join(parts))
    assert violations(page, ALL_LOOKS, briefly=True) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_statement_set_aside_by_keyboard_is_in_the_workbook_of_both_languages(context, site_url, language: str) -> None:
    page, t = context.new_page(), translator(language)
    page.goto(f"{site_url}{HOME[language]}guidelines/competencies/c1/")
    button = page.get_by_role("button", name=f"{t('statement.mark')} C1.3")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert violations(page) == {}
    for other in LANGUAGES:
        link = open_workbook(context, site_url, other).locator(".gb-workbook__statements a")
        expect(link).to_have_count(1)
        assert link.evaluate("a => a.pathname + a.hash") == f"{HOME[other]}guidelines/competencies/c1/#C1-3"
    button.click()
    expect(open_workbook(context, site_url).locator(".gb-workbook__statements li")).to_have_count(0)


def test_notes_are_kept_as_they_are_and_shown_as_text(context, site_url: str) -> None:
    page = open_workbook(context, site_url)
    words = f"{EVIL}\n\nÉté 🙂 שלום é"
    page.get_by_role("textbox", name="My notes").fill(words)
    page.get_by_role("textbox", name="My notes").blur()
    page.reload()
    expect(page.get_by_role("textbox", name="My notes")).to_have_value(words)
    assert page.locator("learning-workbook img").count() == 0


def test_notes_being_written_are_kept_when_the_page_goes_away(context, site_url: str) -> None:
    page = open_workbook(context, site_url)
    page.get_by_role("textbox", name="My notes").press_sequentially("Half a sen")
    page.goto(site_url)
    field = open_workbook(context, site_url).get_by_role("textbox", name="My notes")
    expect(field).to_have_value("Half a sen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_print_has_the_words_whole_and_no_button_and_no_name_is_kept(context, site_url, tmp_path, language) -> None:
    page, t = open_workbook(context, site_url, language), translator(language)
    put(page, {"Q1-01": kept()})
    page.locator("[data-text=notes] textarea").fill("A line of notes.\n" * 60 + "The very last line.")
    page.locator("#workbook-name").fill("Somebody")
    page.locator("#workbook-name").blur()
    page.emulate_media(media="print")
    expect(page.locator("article :is(button, textarea, input[type=file]):visible")).to_have_count(0)
    pdf = tmp_path / "workbook.pdf"
    page.pdf(path=pdf)
    text = " ".join(sheet.extract_text() for sheet in PdfReader(pdf).pages)
    for words in ("The very last line.", t("workbook.record"), "Somebody"):
        assert words.replace("’", "'") in text.replace("’", "'")
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "Somebody" not in stored
    page.reload()
    expect(page.locator("#workbook-name")).to_have_value("")


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_goes_to_another_device_in_a_file(context, browser, site_url, language: str) -> None:
    page, t = open_workbook(context, site_url, language), translator(language)
    put(page, {"Q1-01": kept(), "Q1-02": kept("missed")})
    with page.expect_download() as download:
        page.get_by_role("button", name=t("workbook.export")).click()
    assert download.value.suggested_filename == t("workbook.file", day=TODAY)
    expect(page.get_by_text(t("workbook.import.exported"))).to_be_visible()

    with browser.new_context(reduced_motion="reduce") as elsewhere:
        other = open_workbook(elsewhere, site_url, language)
        choose(other, Path(download.value.path()).read_bytes())
        expect(other.get_by_text(t("workbook.import.fresh", number=2))).to_be_visible()
        take = other.get_by_role("button", name=t("workbook.take"))
        expect(take).to_be_focused()
        assert everything(other) == {}  # nothing is taken before yes
        assert violations(other, ALL_LOOKS, briefly=True) == {}
        take.press("Enter")
        expect(other.get_by_text(t("workbook.import.taken"))).to_be_visible()
        assert everything(other) == everything(page)
        choose(other, Path(download.value.path()).read_bytes())
        expect(other.get_by_text(t("workbook.import.nothing"))).to_be_visible()
        expect(other.get_by_role("button", name=t("workbook.take"))).to_be_hidden()


def test_a_file_overwrites_nothing_newer_and_the_first_try_stays_the_first(context, site_url: str) -> None:
    page, t = open_workbook(context, site_url), translator("en")
    here = {
        "Q1-01": kept(at="2026-03-09"),
        "Q1-02": kept("missed", on="2026-03-02", at="2026-03-03"),
        "Q1-03": kept(v=2),
    }
    put(page, here)
    theirs = {
        "Q1-01": kept("missed", on="2026-03-08", at="2026-03-08"),
        "Q1-02": kept(first=["y"], on="2026-03-05", at="2026-03-08", unsafe=["z"]),
        "Q1-03": kept(at="2026-03-09"),
        "Q1-04": kept(),
        "Q1-05": {"v": "nonsense"},
    }
    choose(page, progress(theirs))
    for name, number in (("fresh", 1), ("newer-answers", 1), ("kept", 2), ("bad", 1)):
        expect(page.get_by_text(t(f"workbook.import.{name}", number=number))).to_be_visible()
    page.get_by_role("button", name=t("workbook.take")).click()
    now = everything(page)["module-1"]
    assert (now["Q1-01"], now["Q1-03"]) == (here["Q1-01"], here["Q1-03"])
    second = now["Q1-02"]
    assert (second["first"], second["best"], second["on"]) == (["x"], False, "2026-03-02")
    assert (second["at"], second["last"], second["unsafe"]) == ("2026-03-08", "best", ["z"])
    assert "Q1-05" not in now


def test_a_file_that_is_refused_by_the_learner_changes_nothing(context, site_url: str) -> None:
    page, t = open_workbook(context, site_url), translator("en")
    choose(page, progress({"Q1-01": kept()}))
    page.get_by_role("button", name=t("workbook.leave")).click()
    expect(page.get_by_text(t("workbook.import.left"))).to_be_visible()
    expect(page.locator("#workbook-file")).to_be_focused()
    assert everything(page) == {}


HALF = progress({"Q1-01": kept()})[:-20]
WRONG = {
    "not JSON": b"\x89PNG\r\n", "half a file": HALF, "nothing": "", "a list": "[]", "a number": "7", "null": "null",
    "another format": progress({}, format="theirs"), "no modules": json.dumps({"format": FORMAT, "schema": 2}),
    "schema in words": progress({}, schema="2"), "schema nought": progress({}, schema=0), "deep": "[" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_file_is_refused_in_words_and_changes_nothing(context, site_url: str, language: str) -> None:
    page, t = open_workbook(context, site_url, language), translator(language)
    put(page, {"Q1-01": kept()})
    before = everything(page)
    cases = [(content, "wrong") for content in WRONG.values()]
    cases += [("x" * 3_000_000, "large"), (progress({}, schema=3), "newer-file"), (progress({}), "nothing")]
    for content, name in cases:
        choose(page, progress({"Q1-77": kept()}))  # so that the words of the file before are gone
        expect(page.get_by_text(t("workbook.import.fresh", number=1))).to_be_visible()
        choose(page, content)
        expect(page.locator(".gb-workbook__found")).to_have_text(t(f"workbook.import.{name}"))
        expect(page.get_by_role("button", name=t("workbook.take"))).to_be_hidden()
    assert violations(page, ALL_LOOKS, briefly=True) == {}
    assert everything(page) == before


def test_nothing_of_a_file_becomes_markup(context, site_url: str) -> None:
    page, t = open_workbook(context, site_url), translator("en")
    choose(page, progress({"notes": {"v": 1, "text": EVIL}, EVIL: kept(), "__proto__": kept()}, module="workbook"))
    page.get_by_role("button", name=t("workbook.take")).click()
    expect(page.get_by_role("textbox", name="My notes")).to_have_value(EVIL)
    assert page.locator("learning-workbook img").count() == 0
    assert page.evaluate("({}).v") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_clearing_empties_the_workbook(context, site_url: str, language: str) -> None:
    page, t = open_workbook(context, site_url, language), translator(language)
    put(page, {"Q1-01": kept()})
    page.locator("[data-text=notes] textarea").fill("Words")
    page.locator("[data-text=notes] textarea").blur()
    page.get_by_role("button", name=t("clear.ask")).click()
    page.get_by_role("button", name=t("clear.yes")).click()
    expect(page.locator("[data-text=notes] textarea")).to_have_value("")
    expect(page.get_by_text(t("workbook.record.empty"))).to_be_visible()
    assert [key for key in page.evaluate("Object.keys(localStorage)") if key.startswith("first-relationships")] == []
