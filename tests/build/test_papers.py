"""What is printed of the project's own modules: accessible, whole, and a handout that gives nothing away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import page as validation
import pypdf
import pytest
from tests.unit.documents.reading import letters

from guidebook.check import ROOT
from guidebook.library import Library
from guidebook.load import load_library
from guidebook.prose import plain

MODULES = {"module-1": "competencies", "module-2": "prevention-intervention", "module-3": "organizations"}
KINDS = ("handout", "answers", "guide")


@cache
def library() -> Library:
    return load_library(ROOT)[0]


@pytest.fixture(params=MODULES)
def module(request) -> str:
    return request.param


def path_of(real, module: str, kind: str, language: str):
    listed = json.loads((real.folder / "downloads.json").read_text("utf-8"))["downloads"]
    entries = [entry for entry in listed if (entry["key"], entry["language"]) == (f"{module}-{kind}", language)]
    assert [entry["kind"] for entry in entries] == [kind]
    return real.folder / entries[0]["href"]


def text_of(real, module: str, kind: str, language: str) -> str:
    """The letters of all pages; each has one running line above and one or two below, which are left out."""
    pages = [one.extract_text().split("\n") for one in pypdf.PdfReader(path_of(real, module, kind, language)).pages]
    return letters("".join(line for lines in pages for line in lines[1:] if "·" not in line))


def reasons(module: str, language: str) -> Iterator[str]:
    for page in library().folders[language][f"modules/{MODULES[module]}"]:
        for question in page.questions:
            yield from (each.reason for each in (*question.options, *question.pairs))
        for case in page.cases:
            yield from (option.reason for step in case.steps for option in step.options)


def begins(markdown: str) -> str:
    """The first letters of its words: what a line's end, a link or a page between two lines cannot change."""
    return letters(plain(markdown))[:40]


def test_handout_gives_no_reason_away_and_the_answer_key_has_them_all(real, module, language):
    handout, answers = (text_of(real, module, kind, language) for kind in ("handout", "answers"))
    found = [begins(reason) for reason in reasons(module, language)]
    assert len(found) > 80
    assert [reason for reason in found if reason in handout] == []
    assert [reason for reason in found if reason not in answers] == []


def test_guide_has_every_note(real, module, language):
    guide = text_of(real, module, "guide", language)
    notes = [item.note for page in library().folders[language][f"modules/{MODULES[module]}"] for item in page.items]
    lines = [begins(note.strip().splitlines()[0]) for note in notes if note]
    assert len(lines) > 30
    assert [line for line in lines if line not in guide] == []


@pytest.mark.parametrize("kind", KINDS)
def test_piece_is_accessible(real, module, kind, language):
    report = validation.validate_pdf(
        path_of(real, module, kind, language), profile=validation.ValidationProfile.PDF_UA_1
    )
    assert [failure.message for failure in report.failures] == []
