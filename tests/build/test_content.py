"""The project's own content, as readers get it: every statement and question, whole, in both languages."""

from __future__ import annotations

import re

import pytest
from tests.build.project import ROOT
from tests.build.reading import words

GUIDELINES = {"C": ("competencies", 60), "P": ("prevention-intervention", 47), "O": ("organizations", 50)}
"""Letter -> folder, how many statements the guideline has."""
STATEMENTS = re.findall(r"^[CPO]\d+\.\d+$", (ROOT / "data" / "ids.txt").read_text("utf-8"), re.MULTILINE)
QUESTIONS = re.findall(r"^Q[123]-\d\d$", (ROOT / "data" / "ids.txt").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("letter", GUIDELINES)
def test_guideline_has_all_its_statements(letter):
    assert len([id for id in STATEMENTS if id.startswith(letter)]) == GUIDELINES[letter][1]


@pytest.mark.parametrize("id", STATEMENTS)
def test_statement_is_whole(real, language, id):
    folder = GUIDELINES[id[0]][0]
    page = real.page(language, f"guidelines/{folder}/{id.split('.')[0].lower()}/index.html")
    anchor = id.replace(".", "-")
    assert {anchor, f"{anchor}-why", f"{anchor}-practice"} <= set(page.ids)
    (statement,) = (element for element in page.all("gb-statement") if element.get("data-id") == id)
    assert words(statement.find_class("gb-statement__text")[0])
    assert words(statement.find_class("gb-statement__why")[0])
    assert statement.xpath(".//*[contains(@class, 'gb-statement__practice')]//li")
    facts = [words(term) for term in statement.iter("dt")]
    assert {"en": "Sources", "fr": "Sources"}[language] in facts
    assert ({"en": "For", "fr": "Pour"}[language] in facts) == id.startswith("C")


def test_no_statement_stands_anywhere_else(real, language):
    found = [element.get("data-id") for page in real.of(language) for element in page.all("gb-statement")]
    assert sorted(found) == sorted(STATEMENTS)


@pytest.mark.parametrize("id", QUESTIONS)
def test_question_is_there_once(real, language, id):
    assert len([page for page in real.of(language) if id in page.ids]) == 1


def test_anchor_of_a_statement_is_the_same_in_both_languages(tiny, language):
    assert "C4-1" in tiny.page(language, "guidelines/c4/index.html").ids
