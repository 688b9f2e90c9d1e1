"""What is found on a page and by which words, without a browser."""

from __future__ import annotations

import pytest

from guidebook.search.extract import entries_of
from guidebook.search.index import forms_of, index_of
from guidebook.search.model import Entry
from guidebook.search.synonyms import Synonyms
from guidebook.search.words import words_of

PAGE = """
<h1>C4. Observing</h1>
<p>One word <em>after</em> another.</p>
<p data-search-exclude="">Still to be reviewed.</p>
<section data-search-entry="statement"><h2 id="C4-1">C4.1 Describing<a class="headerlink" href="#C4-1">#</a></h2>
<p>Describes first.</p><div><h3 id="C4-1-why">Why</h3><p>Because.</p></div></section>
<h2 id="reading">Reading</h2>
<ul><li>First</li><li>Second &amp; <a href="x">third</a></li></ul>
<learning-question id="Q1-01" data-search-entry="question"><form><h3 id="Q1-01-title">A baby looks away</h3>
<div>What helps?</div><div data-search-exclude="">Wait</div><template><p>Right.</p></template></form>
</learning-question>
<p>After <span popover="">a definition that pops up</span> it.</p>
"""


def test_page_its_chapters_statements_and_questions_are_results():
    found = entries_of(PAGE, "c4/", "Menu title")
    assert [(entry.location, entry.title, entry.kind, entry.paragraphs) for entry in found] == [
        ("c4/", "C4. Observing", "", ["One word after another."]),
        ("c4/#C4-1", "C4.1 Describing", "statement", ["Describes first.", "Because."]),
        ("c4/#reading", "Reading", "", ["First", "Second & third", "After it."]),
        ("c4/#Q1-01", "A baby looks away", "question", ["What helps?"]),
    ]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "l'attachement", "Attachements"),
        ("fr", "l’éducatrice", "educatrices"),
        ("fr", "cœur", "coeurs"),
        ("fr", "réflexif", "réflexives"),
        ("fr", "observée", "observer"),
        ("fr", "niveaux", "niveau"),
        ("fr", "familiaux", "familial"),
        ("fr", "professionnelles", "professionnel"),
        ("fr", "d'une mère", "mères"),
        ("en", "babies", "baby"),
        ("en", "screening", "Screened"),
        ("en", "child's", "child"),
        ("en", "stress", "stress"),
        ("en", "families", "family"),
    ],
)
def test_forms_of_a_word_are_one_word(language, one, other):
    assert words_of(one, language) == words_of(other, language) != ()


@pytest.mark.parametrize(
    ("language", "one", "other"), [("fr", "mère", "mer"), ("en", "crisis", "crises"), ("fr", "père", "peur")]
)
def test_words_that_only_look_alike(language, one, other):
    """What these rules do not tell apart, or together, so that a change of them is seen."""
    assert (words_of(one, language) == words_of(other, language)) is (one == "mère")


@pytest.mark.parametrize(
    ("identifier", "forms"),
    [("C4.3", ["c4.3", "c43"]), ("C4-3", ["c4.3", "c43"]), ("P6", ["p6"]), ("Q1-A1", ["q1a1"]), ("reading", [])],
)
def test_id_is_found_in_any_form(identifier, forms):
    assert forms_of(identifier) == forms


def test_synonym_is_added_where_another_stands_and_an_abbreviation_only_where_it_is_written():
    group = Synonyms("en", ("adverse childhood experiences", "ACE", "ENE"))
    assert group.missing_in("An adverse childhood experience is no fate.") == ["ACE", "ENE"]
    assert group.missing_in("The ACE study.") == ["adverse childhood experiences", "ENE"]
    assert group.missing_in("An ace at cards, at a steady pace.") == []


def test_index_leads_from_ids_and_keywords_and_holds_no_markup_of_the_text():
    entries = [
        Entry("help/", "Help", ["a < b & c"], leads=["suicide"]),
        Entry("c4/#C4-3", "C4.3 Consent", kind="statement"),
    ]
    first, second = index_of(entries, "en", [])["docs"]
    assert first == {"location": "help/", "title": "Help", "text": "<p>a &lt; b &amp; c</p>", "leads": "suicide"}
    assert second["leads"] == "c4.3 c43"
