"""The page that shows where each statement is taught and tested, and what it says of a gap."""

from __future__ import annotations

from tests.unit.rendering import Site, all_of, words
from tests.unit.tiny_site import write_site

PAGE = """---
description: Where each statement of the tiny site is taught and tested, as the site finds it by itself.
---
# Coverage

/// coverage
///
"""
FILES = {f"docs/{language}/coverage.md": PAGE for language in ("en", "fr")}
GAP = {
    "files": {**FILES, "data/not-yet.yml": 'C4.2:\n  en: "Its lesson is being written."\n  fr: "Sa leçon s\'écrit."\n'},
    "change": {"docs/en/modules/case-a.md": {"teaches: [C4.2]": "teaches: [C4.1]"}},
}


def rows(tree) -> dict[str, list[str]]:
    """First words of a row -> the others, as read."""
    sections = all_of(tree, "gb-coverage")
    cells = [[words(cell) for cell in row] for section in sections for row in section.iter("tr")]
    return {first: rest for first, *rest in cells}


def test_statement_leads_to_what_teaches_and_tests_it(tmp_path, language):
    tree = Site(write_site(tmp_path, FILES)).render(language, "coverage.md")
    title = {"en": "C4.1 Watching first", "fr": "C4.1 Observer d’abord"}[language]
    lessons, questions = rows(tree)[title]
    assert lessons.startswith("1.1 ")
    assert questions.startswith("Q1-01 ")
    hrefs = [link.get("href") for link in all_of(tree, "gb-coverage")[0].iter("a")]
    assert {"guidelines/c4.md", "guidelines/c4.md#C4-1", "modules/1-1.md", "modules/1-1.md#Q1-01"} <= set(hrefs)


def test_gap_is_said_with_its_reason(tmp_path, language):
    tree = Site(write_site(tmp_path, **GAP)).render(language, "coverage.md")
    text = words(all_of(tree, "gb-coverage")[0])
    assert {"en": "not yet", "fr": "pas encore"}[language] in text
    assert {"en": "Its lesson is being written.", "fr": "Sa leçon s’écrit."}[language] in text
    counted = words(all_of(tree, "gb-coverage__sum")[0])
    assert (
        counted
        == {
            "en": "Statements in force: 2. With a lesson and a question: 1.",
            "fr": "Énoncés en vigueur\u00a0: 2. Avec une leçon et une question\u00a0: 1.",
        }[language]
    )
