"""Lists that the site makes of itself, agendas and comparisons: what they hold, in both languages."""

from __future__ import annotations

import pytest
from tests.unit.rendering import Site, all_of, words
from tests.unit.tiny_site import write_site

OTHER = """---
description: Another guideline of the tiny site, with one statement and one citation of its own.
---
# O1. {title}

{cited}

/// statement | O1.1 {title}
{facts}
{title} [@roe1990].

//// why
{title}.
////

//// practice
- {title}.
////
///
"""
ABOUT = """---
description: About the first guideline of the tiny site, on a page in the folder of that guideline.
---
# About

"""
PAGE = "guidelines/about.md"


def block(name: str, language: str, setting: str, content: str) -> str:
    shared = f"    {setting}\n" if setting and language == "en" else ""
    return f"/// {name}\n{shared}\n{content}\n///\n"


def site_with(folder, setting: str, name: str, content: str = "", change=None) -> Site:
    """The tiny site with a second guideline, and a page with one block of that name."""
    files = {f"docs/{code}/{PAGE}": ABOUT + block(name, code, setting, content) for code in ("en", "fr")}
    for code, facts in (("en", "    level: promotion\n    sources: [roe1990]\n"), ("fr", "")):
        text = OTHER.format(title="Playing", facts=facts, cited="Words [@poe2001].")
        files[f"docs/{code}/others/o1.md"] = text
    files["data/not-yet.yml"] = 'O1.1:\n  en: "Later."\n  fr: "Plus tard."\n'
    ledger = {"data/ids.txt": {"C4.2\n": "C4.2\nO1.1\n"}}
    return Site(write_site(folder, files, {**ledger, **(change or {})}))


def links(tree, class_: str) -> list[str]:
    return [a.get("href") for a in all_of(tree, class_)[0].iter("a")]


@pytest.mark.parametrize(
    ("setting", "hrefs"),
    [
        ("", ["c4.md", "c4.md#C4-1", "c4.md#C4-2", "../others/o1.md", "../others/o1.md#O1-1"]),
        ("guideline: others", ["../others/o1.md", "../others/o1.md#O1-1"]),
        ("group: A", ["c4.md", "c4.md#C4-1"]),
        ("group: B", ["c4.md", "c4.md#C4-1", "c4.md#C4-2"]),
    ],
)
def test_list_of_statements_holds_what_was_selected(tmp_path, language, setting, hrefs):
    page = site_with(tmp_path, setting, "statements").render(language, PAGE)
    assert links(page, "gb-statements") == hrefs
    number = sum("#" in href for href in hrefs)
    said = {"en": f"All {number} statements", "fr": f"Les {number} énoncés"}[language]
    assert words(all_of(page, "gb-statements")[0]).startswith(said)


def test_withdrawn_statement_is_on_no_list(tmp_path, language):
    change = {"docs/en/guidelines/c4.md": {"    who: B\n": "    status: withdrawn\n"}}
    page = site_with(tmp_path, "guideline: guidelines", "statements", change=change).render(language, PAGE)
    assert links(page, "gb-statements") == ["c4.md", "c4.md#C4-1"]


def test_references_of_a_guideline_are_those_that_its_pages_cite_in_the_order_of_their_names(tmp_path, language):
    page = site_with(tmp_path, "guideline: others", "references").render(language, PAGE)
    entries = list(all_of(page, "gb-references")[0])
    assert [entry.get("id") for entry in entries] == ["poe2001", "roe1990"]
    assert [[a.get("href") for a in entry.iter("a")] for entry in entries] == [[], ["../others/o1.md#O1-1"]]


def test_reference_that_another_guideline_cites_is_left_out(tmp_path, language):
    change = {f"docs/{code}/others/o1.md": {"Words [@poe2001].": "Words."} for code in ("en", "fr")}
    page = site_with(tmp_path, "guideline: others", "references", change=change).render(language, PAGE)
    assert [entry.get("id") for entry in all_of(page, "gb-references")[0]] == ["roe1990"]


def test_whole_bibliography_holds_what_nobody_cites(site, language):
    assert len(list(all_of(site.render(language, "references.md"), "gb-references")[0])) == len(site.library.references)


def test_reviews_of_a_guideline_name_its_own_pages(tmp_path, language):
    page = site_with(tmp_path, "guideline: guidelines", "reviews").render(language, PAGE)
    assert links(page, "gb-reviews") == ["c4.md"]
    everything = {"en": "every page of this guideline", "fr": "toutes les pages de cette ligne directrice"}[language]
    assert (everything in words(all_of(page, "gb-reviews")[0])) == (language == "fr")


def counts(page) -> list[int]:
    return [int(words(number)) for number in all_of(page, "gb-rests-on")[0].iter("dd")]


@pytest.mark.parametrize(
    ("design", "expected"),
    [("trial", [1, 0, 0, 0, 1, 2]), ("review", [0, 1, 0, 0, 1, 2]), ("study", [0, 0, 1, 0, 1, 2])],
)
def test_statements_are_counted_by_what_they_rest_on(tmp_path, language, design, expected):
    change = {"data/references.bib": {"{1990}": f"{{1990}}, design = {{{design}}}"}}
    page = site_with(tmp_path, "guideline: guidelines", "rests-on", change=change).render(language, PAGE)
    assert counts(page) == expected


def test_work_without_a_design_counts_as_another_work(tmp_path, language):
    page = site_with(tmp_path, "guideline: guidelines", "rests-on").render(language, PAGE)
    assert counts(page) == [0, 0, 0, 1, 1, 2]


def test_first_kind_that_fits_counts_once(tmp_path, language):
    change = {"data/references.bib": {"{1990}": "{1990}, design = {study}", "{2001}": "{2001}, design = {trial}"}}
    page = site_with(tmp_path, "", "rests-on", change=change).render(language, PAGE)
    assert counts(page) == [1, 0, 1, 0, 1, 3]


def test_citation_names_the_guideline_and_the_edition(tmp_path, language):
    page = site_with(tmp_path, "", "cite").render(language, PAGE)
    (cite,) = all_of(page, "gb-cite")
    assert words(cite.find("p")).startswith("First Relationships contributors. (2026). About")
    assert "ersion 1.0.0" in words(cite.find("p"))
    assert {"en": "November 22, 2026", "fr": "22\u00a0novembre\u00a02026"}[language].replace("\u00a0", " ") in words(
        page
    ).replace("\u00a0", " ")


def test_agenda_adds_its_minutes_up(tmp_path, language):
    steps = "1. **Arrive** now.\n2. Tell.\n3. Close."
    page = site_with(tmp_path, "minutes: [5, 15, 10]", "agenda", steps).render(language, PAGE)
    clocks = [words(clock) for clock in all_of(page, "gb-agenda__clock")]
    assert [clock.split("(")[0] for clock in clocks] == ["0–5", "5–20", "20–30"]
    total = {"en": "30 minutes in all", "fr": "30 minutes en tout"}[language]
    assert words(all_of(page, "gb-agenda__total")[0]) == total
    assert [words(step) for step in all_of(page, "gb-agenda__step")] == ["Arrive now.", "Tell.", "Close."]


@pytest.mark.parametrize("corner", ["", "Topic"])
def test_comparison_says_on_every_answer_to_which_column_it_belongs(tmp_path, language, corner):
    table = f"| {corner} | One | Two |\n| --- | :-: | --- |\n| What? | *This* | That |\n| Why? | So | Not so |"
    page = site_with(tmp_path, "", "compare", table).render(language, PAGE)
    (comparison,) = all_of(page, "gb-compare")
    assert [words(th) for th in comparison.iter("th")] == [*filter(None, [corner]), "One", "Two", "What?", "Why?"]
    answers = [words(td) for td in comparison.iter("td") if words(td)]
    assert answers == ["One This", "Two That", "One So", "Two Not so"]
