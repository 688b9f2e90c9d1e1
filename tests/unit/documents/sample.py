"""A small document in both languages that uses the whole vocabulary, and documents of one chapter."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from guidebook.documents.model import Chapter, Document
from guidebook.documents.produce import Produced, produce
from guidebook.strings import translator

DATA = Path(__file__).parent
SITE = "https://example.org/"
PAGES = {
    "1-reading": "guidelines/competencies/reading/",
    "2-c4": "guidelines/competencies/c4/",
    "3-references": "references/",
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])


def sample(language: str) -> Document:
    chapters = tuple(
        Chapter(name, (DATA / language / f"{name}.html").read_text("utf-8"), f"{SITE}{language}/{path}")
        for name, path in PAGES.items()
    )
    return document_of(*chapters, language=language)


def document_of(*chapters: Chapter, language: str = "en") -> Document:
    return Document(
        key="competencies",
        language=language,
        title={"en": "Competencies for practice", "fr": "Compétences pour la pratique"}[language],
        subtitle={"en": "What a person needs to know", "fr": "Ce qu’il faut savoir"}[language],
        site_name={"en": "First Relationships", "fr": "Premières relations"}[language],
        version="1.0.0",
        date=datetime.date(2026, 11, 21),
        url=f"{SITE}{language}/guidelines/competencies/",
        site_url=SITE,
        licence="CC BY 4.0",
        chapters=chapters,
        mark_svg=(DATA / "assets/circles.svg").read_text("utf-8"),
    )


def chapter(html: str, title: str = "One") -> Chapter:
    return Chapter(title, f"<h1>{title}</h1>{html}", f"{SITE}en/{title.lower()}/")


def made(document: Document, folder: Path) -> Produced:
    return produce(document, folder, translator(document.language), DATA.joinpath)
