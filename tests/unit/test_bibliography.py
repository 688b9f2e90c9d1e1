"""References as a reader meets them: in a sentence, and in the list, in each language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from guidebook.bibliography import cache
from guidebook.bibliography.cache import cached_citations
from guidebook.bibliography.load import load_references, plain
from guidebook.bibliography.render import render_citations

ROOT = Path(__file__).parents[2]
SHORT = {
    "mainsolomon1990": {"en": "Main & Solomon, 1990", "fr": "Main et Solomon, 1990"},
    "bowlby1969": {"en": "Bowlby, 1969", "fr": "Bowlby, 1969"},
    "fraiberg1975": {"en": "Fraiberg et al., 1975", "fr": "Fraiberg et al., 1975"},
}
FULL = {
    "mainsolomon1990": {
        "en": (
            "Main, M., &amp; Solomon, J. (1990).",
            "In M. T. Greenberg",
            "(Eds.)",
            "(pp. 121–160)",
            "<em>Attachment in",
        ),
        "fr": ("Main, M. et Solomon, J. (1990).", "Dans M. T. Greenberg", "(p. 121-160)", "<em>Attachment in"),
    },
    "winnicott1960": {
        "en": ("<em>41</em>, 585–595",),
        "fr": ("<em>41</em>, 585-595",),
    },
}


@pytest.fixture(scope="module")
def references():
    references, problems = load_references(ROOT / "data" / "references.bib", ROOT)
    assert not problems
    return references


@pytest.fixture(scope="module")
def citations(references):
    return {language: render_citations(references, language) for language in ("en", "fr")}


@pytest.mark.parametrize("key", SHORT)
def test_citation_in_a_sentence(citations, key, language):
    assert citations[language].short[key] == SHORT[key][language]


@pytest.mark.parametrize("key", FULL)
def test_full_reference(citations, key, language):
    entry = citations[language].entries[key]
    for words in FULL[key][language]:
        assert words in entry.replace("\u00a0", " ").replace("\u2011", "-")  # no-break space, no-break hyphen


def test_list_holds_every_reference_once_in_the_order_of_its_names(citations, language):
    entries = citations[language].entries
    assert set(entries) == set(citations[language].short)
    assert (
        list(entries).index("ainsworth1978") < list(entries).index("bowlby1969") < list(entries).index("winnicott1960")
    )


def test_citation_is_plain_text(citations, language):
    assert not [text for text in citations[language].short.values() if set(text) & set("<>{}\\&") - {"&"}]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Human \& Development", "Human & Development"),
        ("{ACE} study", "ACE study"),
        ("385--393", "385–393"),
        ("the infant's `voice'", "the infant’s ‘voice’"),
        (r"L\'ea", "Léa"),
    ],
)
def test_spelling_of_bibtex_becomes_unicode(latex, text):
    assert plain(latex) == text


ODD = {
    "others": ("author = {Roe, Ann and others}, title = {T}, year = {1990}", "Roe et al., 1990"),
    "organization": ("author = {{Agency of Health}}, title = {T}, year = {2020}", "Agency of Health, 2020"),
    "editor": ("editor = {Roe, Ann}, title = {T}, year = {1990}", "Roe, 1990"),
    "signs": ("author = {Roe, Ann}, title = {p <i>and > .05 \\& so}, year = {1990}", "Roe, 1990"),
}


@pytest.mark.parametrize("name", ODD)
def test_unusual_entry_is_shown_and_is_well_formed(name, language, tmp_path):
    fields, short = ODD[name]
    path = tmp_path / "references.bib"
    path.write_text(f"@book{{key, {fields}}}", "utf-8")
    references, problems = load_references(path, tmp_path)
    citations = render_citations(references, language)
    assert not problems
    assert citations.short["key"] == short
    ElementTree.fromstring(f"<p>{citations.entries['key']}</p>")


def test_page_in_french_names_an_institution_in_french(tmp_path, language):
    path = tmp_path / "references.bib"
    path.write_text(
        "@misc{key, author = {{Health Agency}}, author_fr = {Agence de la santé}, title = {T}, year = {2020},"
        " howpublished = {Web page}, howpublished_fr = {Page Web}, url = {https://a.ca/en}, url_fr = {https://a.ca/fr}}",
        "utf-8",
    )
    references, problems = load_references(path, tmp_path)
    citations = render_citations(references, language)
    name, kind = {"en": ("Health Agency", "Web page"), "fr": ("Agence de la santé", "Page Web")}[language]
    assert problems == []
    assert citations.short["key"] == f"{name}, 2020"
    assert f'{name}. (2020). <em>T</em>. {kind}. <a href="https://a.ca/{language}">' in citations.entries["key"]


def test_editor_in_the_place_of_an_author_is_named_once(tmp_path, language):
    path = tmp_path / "references.bib"
    path.write_text("@book{key, editor = {Roe, Ann}, title = {Why?}, publisher = {P}, year = {1990}}", "utf-8")
    entry = render_citations(load_references(path, tmp_path)[0], language).entries["key"]
    assert entry.count("Roe") == 1
    assert "<em>Why?</em> P." in entry


def test_work_without_a_date_says_so(tmp_path, language):
    path = tmp_path / "references.bib"
    path.write_text("@book{key, author = {Roe, Ann}, title = {T}}", "utf-8")
    short = render_citations(load_references(path, tmp_path)[0], language).short["key"]
    assert short.replace("\u00a0", " ") == {"en": "Roe, n.d.", "fr": "Roe, s. d."}[language]


def test_language_of_a_work_is_known(tmp_path):
    path = tmp_path / "references.bib"
    path.write_text("@book{a, author={A}, title={T}, langid={french}}\n@book{b, author={B}, title={T}}", "utf-8")
    references = load_references(path, tmp_path)[0]
    assert [(reference.language, reference.line) for reference in references.values()] == [("fr", 1), ("en", 2)]


def test_kept_citations_are_those_of_this_bibliography(references, tmp_path, monkeypatch):
    first = cached_citations(references, "fr", tmp_path)
    monkeypatch.setattr(cache, "render_citations", lambda *_: pytest.fail("rendered again"))
    assert cached_citations(references, "fr", tmp_path) == first


def test_a_changed_work_or_half_a_file_is_rendered_anew(references, tmp_path):
    first = cached_citations(references, "en", tmp_path)
    (kept,) = tmp_path.glob("en-*.json")
    kept.write_text(kept.read_text("utf-8")[:40], "utf-8")
    assert cached_citations(references, "en", tmp_path) == first
    key, reference = next(iter(references.items()))
    changed = references | {key: replace(reference, csl=reference.csl | {"title": "Another title"})}
    assert "Another title" in cached_citations(changed, "en", tmp_path).entries[key]
    assert len(list(tmp_path.glob("en-*.json"))) == 1
