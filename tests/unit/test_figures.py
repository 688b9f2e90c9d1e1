"""Figures: every word has its place and fits in it, and what is drawn is told in words, in every language."""

from __future__ import annotations

import pytest
from tests.unit.rendering import Site, all_of, find, words
from tests.unit.tiny_site import write_site

from guidebook.check import ROOT
from guidebook.figures.draw import break_lines, draw
from guidebook.figures.rules import shown_in
from guidebook.library import Library
from guidebook.load import load_library

CASE = "modules/case-a.md"


@pytest.fixture(scope="module")
def project() -> Library:
    return load_library(ROOT)[0]


@pytest.fixture
def page(tmp_path, language):
    block = {"/// case": "/// figure | three-tiers\n///\n\n/// case"}
    change = {f"docs/{code}/{CASE}": block for code in ("en", "fr")}
    return Site(write_site(tmp_path, change=change)).render(language, CASE)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("one two three", 100, ["one two three"]),
        ("one two three", 5, ["one two", "three"]),
        ("one two three", 1, ["one", "two", "three"]),
        ("a\u00a0b c", 1, ["a\u00a0b", "c"]),
        ("iiii iiii", 4, ["iiii iiii"]),
        ("mmmm mmmm", 4, ["mmmm", "mmmm"]),
    ],
)
def test_lines_are_broken_between_words_where_they_are_full(text, ems, lines):
    assert break_lines(text, ems) == lines


def test_figure_has_its_drawing_its_caption_and_its_words(page, language):
    figure = find(page, "figure-three-tiers")
    drawing = next(figure.iter("svg"))
    assert drawing.get("role") == "img"
    caption = find(page, drawing.get("aria-labelledby"))
    assert caption.tag == "figcaption"
    assert words(caption) == {"en": "Three tiers.", "fr": "Trois niveaux."}[language]
    told = [words(item) for item in all_of(figure, "gb-figure__told")[0].iter("li")]
    assert (
        told
        == {
            "en": ["For all, a word.", "For some, a visit."],
            "fr": ["Pour tout le monde, un mot.", "Pour plusieurs, une visite."],
        }[language]
    )
    assert {"en": "a treatment", "fr": "un traitement"}[language] in words(drawing)


def test_drawing_stays_out_of_the_search_and_of_the_pdf_where_its_words_stand_instead(page):
    drawing = next(page.iter("svg"))
    assert drawing.get("data-pdf") == "omit"
    assert "data-search-exclude" in drawing.attrib
    assert "data-pdf" not in all_of(page, "gb-figure__told")[0].attrib


def test_project_has_five_figures_and_each_is_shown_with_the_others_and_where_it_is_taught(project, language):
    assert len(project.figures) == 5
    shown = {uri: keys for uri, page in project.pages[language].items() if (keys := shown_in(page.blocks))}
    assert set(shown.pop("figures.md")) == set(project.figures)
    assert {key for keys in shown.values() for key in keys} == set(project.figures)


def test_every_word_of_a_drawing_is_placed_in_every_language(project, language):
    for figure in project.figures.values():
        drawing = draw(figure, language)
        assert set(drawing.places) == set(figure.words[language]), figure.key
        assert drawing.too_long == {}, figure.key


def test_no_figure_names_a_child_or_a_family_by_its_stress(project):
    for code, sentence in (("en", "never name a child or a family"), ("fr", "ne désignent jamais un enfant ni une")):
        assert any(sentence in told for told in project.figures["stress"].told[code])
