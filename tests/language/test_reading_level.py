"""Plain words: no page is harder to read than the hardest of the first edition, within some points."""

from __future__ import annotations

import pytest

from guidebook.counts import READING_LEVEL_LIMIT, count, reading_levels
from guidebook.load import load_library
from guidebook.prose import prose_of
from guidebook.reading_level import lix
from tests.language.spelling import ROOT

ENOUGH_WORDS = 150
"""Below, a page is a few names and numbers, and its sentences are too few to measure."""


def words_of(page) -> int:
    return sum(len(words.split()) for _, words in prose_of(page.source))


@pytest.fixture(scope="module")
def library():
    return load_library(ROOT)[0]


@pytest.mark.parametrize("language", READING_LEVEL_LIMIT)
def test_no_page_is_too_hard_to_read(library, language):
    limit = READING_LEVEL_LIMIT[language]
    levels = reading_levels(
        {uri: page for uri, page in library.pages[language].items() if words_of(page) >= ENOUGH_WORDS}
    )
    assert {uri: round(level) for uri, level in levels.items() if level > limit} == {}


def test_nothing_is_without_its_twin(library):
    counts = {found.name: found for found in count(library)}
    words = counts.pop("words").numbers
    assert [found for found in counts.values() if not found.is_even or min(found.numbers.values()) == 0] == []
    assert words["fr"] > words["en"] > 100_000


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (["The baby looks away. Wait for her."], 3.5),
        (["The baby looks away", "Wait for her"], 3.5),  # headings and items of a list end without a full stop
        (["L'établissement accompagne « les familles! »"], 5 + 100 * 3 / 5),
        (["", "12 345"], None),
    ],
)
def test_reading_level_is_words_in_a_sentence_and_long_words_in_a_hundred(text, level):
    assert lix(text) == level
