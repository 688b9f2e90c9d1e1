"""What cannot be printed without loss is refused, with its chapter and its heading."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.documents.sample import SITE, chapter, document_of, made, sample

from guidebook.documents.convert import convert
from guidebook.documents.model import (
    BrokenLink,
    BrokenOutline,
    Chapter,
    DocumentError,
    MalformedHtml,
    MissingAlternative,
    MissingGlyph,
    MissingImage,
    NotCompiled,
    UnknownElement,
)
from guidebook.documents.produce import compile_pdf

REFUSED = [
    ("<video></video>", UnknownElement, "<video> is not in the vocabulary of documents."),
    ("<p><kbd>a</kbd></p>", UnknownElement, "<kbd> is not in the vocabulary of documents."),
    ("<p><ul><li>a</li></ul></p>", UnknownElement, "<ul> is not in the vocabulary of documents."),
    ("<ul>loose<li>a</li></ul>", UnknownElement, '<ul> holds words outside its items: "loose".'),
    ("<ol reversed><li>a</li></ol>", UnknownElement, "<ol> is numbered in a way that documents do not know."),
    (
        '<p lang="klingon">a</p>',
        UnknownElement,
        '<p> has the language "klingon", which is not of the form "fr" or "fr-CA".',
    ),
    ("<p><strong>a</p>", MalformedHtml, "</p> closes <strong> (line 2, column 12 of its HTML)."),
    ('<p><a href="#nowhere">a</a></p>', BrokenLink, 'the link "#nowhere" goes to no heading or anchor.'),
    (
        '<p><a href="javascript:x">a</a></p>',
        BrokenLink,
        'the link "javascript:x" is not a web, mail or telephone address.',
    ),
    ("<p><img src='a.png'></p>", MissingAlternative, 'the image "a.png" has no alt; omit it with data-pdf="omit".'),
    ("<p><img src='//b.org/a.png' alt='a'></p>", MissingImage, 'the image "//b.org/a.png" is not a file of this site.'),
    (
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
        MissingAlternative,
        "a table needs a header row (thead) with words in each cell.",
    ),
    ('<p><code><a href="#x">a</a></code></p>', UnknownElement, "<a> cannot stand in <code>."),
    (
        "<details><summary>a</summary><summary>b</summary></details>",
        UnknownElement,
        "<summary> is not in the vocabulary of documents.",
    ),
    (
        '<table><thead><tr id="r"><th>a</th></tr></thead></table><p><a href="#r">b</a></p>',
        BrokenLink,
        'the anchor "r" stands on an element that a document cannot link to.',
    ),
    ("<h4>Deep</h4>", BrokenOutline, '"Deep" is an h4 after an h2.'),
    ("<h1>Again</h1>", BrokenOutline, '"Again" is an h1 after an h2.'),
]


@pytest.mark.parametrize(("html", "kind", "message"), REFUSED)
def test_what_would_be_lost_is_refused_with_chapter_and_heading(
    html: str, kind: type[DocumentError], message: str
) -> None:
    with pytest.raises(kind) as caught:
        convert(document_of(chapter(f"<h2>Before</h2>\n{html}")))
    assert str(caught.value) == f'chapter "One", under "Before": {message}'


def test_an_id_used_twice_is_named() -> None:
    with pytest.raises(BrokenLink, match='chapter "One": the id "a" is there twice'):
        convert(document_of(chapter("<p id='a'>a</p><p id='a'>b</p>")))


def test_a_chapter_without_its_title_is_refused() -> None:
    with pytest.raises(BrokenOutline, match="does not begin with its title"):
        convert(document_of(Chapter("One", "<p>a</p>", SITE)))


def test_a_character_that_the_typefaces_lack_is_named(cache_dir: Path) -> None:
    with pytest.raises(MissingGlyph) as caught:
        made(document_of(chapter("<h2>Inuktitut</h2><p>ᐃ</p>")), cache_dir)
    expected = 'no glyph for "ᐃ" (U+1403 CANADIAN SYLLABICS I) in the typefaces of documents.'
    assert str(caught.value) == f'chapter "One", under "Inuktitut": {expected}'


def test_an_image_that_is_not_there_is_named(cache_dir: Path) -> None:
    with pytest.raises(MissingImage, match=r'chapter "One": the image "assets/none\.png" is not a file'):
        made(document_of(chapter("<p><img src='/assets/none.png' alt='a'></p>")), cache_dir)


def test_what_the_engine_refuses_names_the_document_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotCompiled, match=r"Competencies for practice.*assertion"):
        compile_pdf("#assert(false)", {}, sample("en"), tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []
