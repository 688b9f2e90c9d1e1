"""Small facts that each language writes its own way: dates, sizes, addresses, and the letters of the heading face."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import USE_MY_METRICS

from guidebook.documents.plan import Download, shown_size, write_downloads
from guidebook.edition import load_edition, long_date
from guidebook.fonts import write_web_font
from guidebook.languages import other_language_url
from guidebook.load import load_library
from guidebook.strings import load_strings, translator
from guidebook.typography import set_type

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("day", "en", "fr"),
    [
        ("2026-11-21", "November 21, 2026", "21 novembre 2026"),
        ("2026-08-01", "August 1, 2026", "1er août 2026"),
        ("2027-01-11", "January 11, 2027", "11 janvier 2027"),
        ("2027-12-31", "December 31, 2027", "31 décembre 2027"),
    ],
)
def test_date_is_written_as_its_language_writes_it(day, en, fr, language):
    text = long_date(datetime.date.fromisoformat(day), language)
    assert text.replace("\u00a0", " ") == {"en": en, "fr": fr}[language]


@pytest.mark.parametrize(
    ("size", "en", "fr"),
    [
        (1, "1 kB", "1 ko"),
        (412_300, "412 kB", "412 ko"),
        (999_499, "999 kB", "999 ko"),
        (1_000_000, "1.0 MB", "1,0 Mo"),
        (1_330_000, "1.3 MB", "1,3 Mo"),
    ],
)
def test_size_is_written_as_its_language_writes_it(size, en, fr, language):
    assert shown_size(size, language) == {"en": en, "fr": fr}[language].replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("url", "language", "other", "twin"),
    [
        ("help/", "en", "fr", "fr/help/"),
        ("fr/help/", "fr", "en", "help/"),
        ("", "en", "fr", "fr/"),
        ("fr/", "fr", "en", ""),
        ("frost/", "en", "fr", "fr/frost/"),
        ("fr/fr/", "fr", "en", "fr/"),
        ("help/", "en", "en", "help/"),
    ],
)
def test_same_page_in_the_other_language(url, language, other, twin):
    assert other_language_url(url, language, other, "en") == twin


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> set[str]:
    """The characters of the web font."""
    font = write_web_font(tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("cache"))
    return set(map(chr, TTFont(io.BytesIO(font.read_bytes())).getBestCmap()))


def test_web_font_draws_every_heading(drawn, language):
    pages = load_library(ROOT)[0].pages[language].values()
    words = [heading.text for page in pages for heading in page.outline.headings]
    words += [block.title for page in pages for block in page.blocks]
    words += [entry[language] for entry in load_strings().values()]
    missing = {letter: text for text in words for letter in set_type(text, language) if letter not in drawn}
    assert not missing


def test_web_font_is_the_same_each_time(tmp_path):
    first = write_web_font(tmp_path / "a", tmp_path / "cache-a").read_bytes()
    assert write_web_font(tmp_path / "b", tmp_path / "cache-b").read_bytes() == first
    assert write_web_font(tmp_path / "c", tmp_path / "cache-b").read_bytes() == first


def test_mark_made_of_two_marks_has_its_own_width(tmp_path):
    font = TTFont(io.BytesIO(write_web_font(tmp_path / "site", tmp_path / "cache").read_bytes()))
    glyphs = [font["glyf"][font.getBestCmap()[ord(sign)]] for sign in "«»“”…"]
    parts = [part for glyph in glyphs if glyph.isComposite() for part in glyph.components]
    assert parts, "nothing to be seen: each mark is drawn on its own"
    assert not any(part.flags & USE_MY_METRICS for part in parts)


def test_list_of_downloads_is_sorted_and_complete(tmp_path):
    one, two = (Download("tiny", "guideline", code, "Watching", f"d/{code}.pdf", 3, 5, "0f") for code in ("fr", "en"))
    write_downloads(tmp_path / "downloads.json", [one, two])
    listed = json.loads((tmp_path / "downloads.json").read_text("utf-8"))["downloads"]
    assert [entry["language"] for entry in listed] == ["en", "fr"]
    assert set(listed[0]) == {"key", "kind", "language", "title", "href", "pages", "bytes", "sha256"}


def test_plan_of_the_documents_names_pages_that_exist():
    pages = load_library(ROOT)[0].pages
    for plan in load_library(ROOT)[0].documents.values():
        assert set(plan.title) == set(plan.subtitle) == set(plan.file) == set(pages)
        for language in pages:
            assert set(plan.pages) <= set(pages[language])


def test_edition_of_the_project_can_be_read():
    assert load_edition(ROOT).version


def test_edition_that_cannot_be_read_names_its_file(tmp_path):
    with pytest.raises(ValueError, match=r"data/edition\.yml:1"):
        load_edition(tmp_path)


def test_words_are_given_their_values(language):
    assert (
        translator(language)("facts.minutes", number=7)
        == {"en": "about 7 minutes", "fr": "environ 7 minutes"}[language]
    )


def test_words_that_do_not_exist_are_an_error(language):
    with pytest.raises(KeyError):
        translator(language)("no.such.key")
