"""Made once: the same input makes the same bytes, and whatever the engine reads changes the key."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
import typst
from tests.unit.documents.sample import DATA, LANGUAGES, chapter, document_of, made, sample

from guidebook.documents import fonts
from guidebook.documents.model import Document
from guidebook.documents.produce import delete_unreferenced, produce
from guidebook.documents.template import edition_date
from guidebook.strings import translator


@LANGUAGES
def test_the_same_input_makes_the_same_bytes(language: str, tmp_path: Path) -> None:
    first, second = made(sample(language), tmp_path / "a"), made(sample(language), tmp_path / "b")
    assert (first.key, first.sha256, first.cached, second.cached) == (second.key, second.sha256, False, False)
    assert first.path.read_bytes() == second.path.read_bytes()


def test_an_unchanged_document_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(sample("en"), tmp_path)
    monkeypatch.setattr(typst, "Compiler", None)
    again = made(sample("en"), tmp_path)
    assert again == replace(first, cached=True)


def test_half_a_file_in_the_cache_is_made_again(tmp_path: Path) -> None:
    first = made(sample("en"), tmp_path)
    first.path.write_bytes(first.path.read_bytes()[:5000])
    assert made(sample("en"), tmp_path) == first


def test_whatever_the_engine_reads_changes_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_of(chapter("<p><img src='/assets/a.svg' alt='a'></p>"))
    (tmp_path / "assets").mkdir()
    image = tmp_path / "assets/a.svg"
    image.write_text((DATA / "assets/circles.svg").read_text("utf-8"), "utf-8")

    def key(document: Document) -> str:
        return produce(document, tmp_path, translator("en"), tmp_path.joinpath).key

    keys = [key(document), key(replace(document, version="1.0.1"))]
    image.write_text(image.read_text("utf-8").replace("26", "24"), "utf-8")
    keys.append(key(document))
    monkeypatch.setattr(fonts, "fingerprint", lambda: "other fonts")
    keys.append(key(document))
    assert len(set(keys)) == 4


def test_the_pdf_carries_the_key_of_its_source(cache_dir: Path) -> None:
    result = made(sample("fr"), cache_dir)
    reader = pypdf.PdfReader(result.path)
    assert reader.metadata is not None
    assert reader.metadata["/Keywords"] == result.key == result.path.stem
    assert (result.pages, result.bytes) == (len(reader.pages), result.path.stat().st_size)


def test_pdfs_that_nothing_refers_to_are_deleted(tmp_path: Path) -> None:
    old, new = made(sample("en"), tmp_path), made(sample("fr"), tmp_path)
    assert delete_unreferenced(tmp_path, {new.key}) == (old.path,)
    assert [path.name for path in tmp_path.glob("*.pdf")] == [new.path.name]


def test_dates_are_written_as_canadians_write_them() -> None:
    first = datetime.date(2026, 12, 1)
    assert edition_date(sample("en")) == "November\u00a021, 2026"
    assert edition_date(sample("fr")) == "21\u00a0novembre 2026"
    assert edition_date(replace(sample("fr"), date=first)) == "1er\u00a0décembre 2026"
