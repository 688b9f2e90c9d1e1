"""Whatever an author types in any place of a page is shown there, or told: no word is lost without a word."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.conftest import often
from tests.fuzz.project import lost_words

from guidebook.check import check_library
from guidebook.library import LANGUAGES, Library
from guidebook.load import _parse_page
from guidebook.sources import parse_source

PAGE = Path(__file__).with_name("every-place.md").read_text("utf-8")
PLACES = len(re.findall("«", PAGE))
URI = "guidelines/c4.md"
FACTS = re.compile(r"^ {4}(who|sources|type|about|pair|when):.*\n", re.MULTILINE)
"""Settings that stand in English only."""
SIGNS = r"""
* ** _ __ ` `` | || - + # ## 1. > >> = => -> → & &amp; \ \\ \| ~ ^ : ; ! ? ... -- --- $ % @ // / ( ) [ ] { }
{name} {: .a } {#b} <b> <zork> </b> <!-- --> [x] [x](help.md) [[C4.1]] [@roe1990] ![x](a.png) < > « » " ' ’ *[a]: [a]:
[^1] [^1]: +++ == 5<6 a<b <3 1=2 @x C4.1 Q1-01 œ 🙂 ﬁ x 1) a) /// //// ~~~ ``` https://example.org <https://example.org>
"""


def read(texts: list[str]) -> tuple[Library, list[str]]:
    """The page with these words, in both languages, on a site that holds nothing else."""
    text = re.sub(r"«(\d+)»", lambda match: texts[int(match[1])], PAGE)
    pages, facts, problems = {}, (None, None, None), []
    for language in LANGUAGES:
        typed = text if language == LANGUAGES[0] else FACTS.sub("", text)
        source, found = parse_source(typed, f"docs/{language}/{URI}", language, URI)
        page, more = _parse_page(source, *facts)
        facts = tuple({one.id: one for one in several} for several in (page.statements, page.questions, page.cases))
        pages[language], problems = {URI: page}, [*problems, *found, *more]
    library = Library(LANGUAGES, pages, {}, {})
    return library, [problem.what for problem in [*problems, *check_library(library)]]


WHOLE = [f"word{number}" for number in range(PLACES)]


def test_page_with_every_place_is_in_order(root):
    library, problems = read(WHOLE)
    assert problems == []
    assert [lost_words(library, root, language, URI) for language in LANGUAGES] == [[], []]


@st.composite
def typed(draw: st.DrawFn) -> list[str]:
    """Words with signs between them, in one place of the page."""
    parts = draw(
        st.lists(st.sampled_from(SIGNS.split()) | st.sampled_from(["alpha", "beta", "gamma"]), min_size=1, max_size=5)
    )
    text = draw(st.sampled_from([" ", " ", ""])).join([*parts, "omega"])
    texts = list(WHOLE)
    texts[draw(st.integers(0, PLACES - 1))] = text
    return texts


def test_every_word_is_shown_or_told(root):
    @often(150)
    @given(typed())
    def check(texts):
        library, problems = read(texts)
        if not problems:
            assert [lost_words(library, root, language, URI) for language in LANGUAGES] == [[], []]

    check()
