"""Nothing is lost and everything is reachable: the PDF is read back and held against its HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import page
import pypdf
from tests.unit.documents.reading import (
    blocks_of,
    bookmarks,
    children,
    letters,
    link_targets,
    printed_letters,
    sample_pdf,
    tagged,
)
from tests.unit.documents.sample import LANGUAGES, SITE, chapter, document_of, made, sample

from guidebook.documents.convert import convert
from guidebook.documents.template import cover_words, edition_date
from guidebook.documents.tree import parse_html, text_of
from guidebook.strings import translator

STATEMENT = """<section class="gb-statement"><h2 id="a"><span class="gb-id">C1.1</span> Seeing</h2>
<p class="gb-statement__text">{}</p></section>"""


def printed(html: str, cache_dir: Path) -> str:
    """The text of a document of one chapter."""
    reader = pypdf.PdfReader(made(document_of(chapter(html)), cache_dir).path)
    return "".join(page.extract_text() for page in reader.pages)


# ---- nothing is lost ------------------------------------------------------------------------------------------------


@LANGUAGES
def test_every_sentence_of_the_pages_is_in_the_pdf(language: str, cache_dir: Path) -> None:
    document = sample(language)
    printed = printed_letters(document, sample_pdf(language, cache_dir))
    sentences = [text for part in document.chapters for text in blocks_of(parse_html(part))]
    assert len(sentences) > 60
    assert [text for text in sentences if letters(text) not in printed] == []


@LANGUAGES
def test_what_is_for_screens_only_is_not_in_the_pdf(language: str, cache_dir: Path) -> None:
    text = "".join(page.extract_text() for page in sample_pdf(language, cache_dir).pages)
    for omitted in ("¶", "Download", "Télécharger", "paper", "papier", "screens", "écran", "Copy", "Copier"):
        assert omitted not in text


def test_a_statement_longer_than_two_pages_loses_nothing(cache_dir: Path) -> None:
    words = [f"word{number}" for number in range(2500)]
    text = printed(STATEMENT.format(" ".join(words)) + f"<aside><p>{' '.join(words)}</p></aside>", cache_dir)
    assert [word for word in words if len(re.findall(rf"\b{word}\b", text)) != 2] == []


def test_a_note_of_many_short_lines_loses_nothing(cache_dir: Path) -> None:
    items = "".join(f"<li>i{number}x</li>" for number in range(120))
    text = printed(f"<aside><ul>{items}</ul></aside>", cache_dir)
    assert [number for number in range(120) if f"i{number}x" not in text] == []


def test_a_part_that_belongs_together_is_kept_on_a_page_with_its_lines_and_loses_nothing(cache_dir: Path) -> None:
    lines = "<div class='gb-write' data-lines='{1}'></div>"
    part = f"<section class='gb-together'><h2 id='p{{0}}'>Part{{0}}x</h2><p>Asked{{0}}x.</p>{lines}{{2}}</section>"
    short = "".join(part.format(number, 3, f"<p>End{number}x.</p>") for number in range(12))
    pages = [
        leaf.extract_text() for leaf in pypdf.PdfReader(made(document_of(chapter(short)), cache_dir).path).pages[2:]
    ]
    for number in range(12):
        assert [f"Part{number}x" in text for text in pages] == [f"End{number}x." in text for text in pages]
    words = [f"word{number}" for number in range(2500)]
    text = printed(part.format(0, 2, f"<p>{' '.join(words)}</p>"), cache_dir)
    assert [word for word in words if not re.search(rf"\b{word}\b", text)] == []


def test_the_text_of_an_author_is_never_read_as_typst(cache_dir: Path) -> None:
    odd = 'a "quote" \\ #panic() $x$ *b* _c_ `d` @e //f ~g [h] {i} -- ... 1. - + = <j>'
    html = f"<p>{odd.replace('<', '&lt;')}</p><p><code>#x[</code>[y]<a href='#z'>(z)</a>[k](l).m</p><h2 id='z'>#z</h2>"
    text = printed(html, cache_dir)
    assert odd in text
    assert "#x[[y](z)[k](l).m" in text


# ---- everything is reachable ----------------------------------------------------------------------------------------


@LANGUAGES
def test_the_pdf_is_accessible_by_pdf_ua_1(language: str, cache_dir: Path) -> None:
    report = page.validate_pdf(made(sample(language), cache_dir).path, profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


@LANGUAGES
def test_title_language_date_and_standards_are_declared(language: str, cache_dir: Path) -> None:
    reader = sample_pdf(language, cache_dir)
    root, metadata = reader.trailer["/Root"], reader.metadata
    assert metadata is not None
    assert (metadata.title, root["/Lang"]) == (sample(language).title, f"{language}-CA")
    assert str(metadata.creation_date) == "2026-11-21 00:00:00+00:00"
    declared = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in declared
    assert "<pdfaid:part>2</pdfaid:part>" in declared


@LANGUAGES
def test_bookmarks_are_the_headings(language: str, cache_dir: Path) -> None:
    trees = [parse_html(part) for part in sample(language).chapters]
    headings = [(int(each.tag[1]), text_of(each)) for tree in trees for each in tree.walk() if each.is_heading]
    assert list(bookmarks(sample_pdf(language, cache_dir).outline)) == headings
    assert (2, {"en": "C4.3 Screening with consent", "fr": "C4.3 Le dépistage avec consentement"}[language]) in headings


@LANGUAGES
def test_links_inside_the_document_stay_inside_and_others_are_absolute(language: str, cache_dir: Path) -> None:
    reader = sample_pdf(language, cache_dir)
    addresses, places = link_targets(reader)
    assert addresses == {
        "https://doi.org/10.1192/bjp.150.6.782",
        "mailto:words@example.org",
        f"{SITE}{language}/guidelines/competencies/",
        f"{SITE}{language}/modules/competencies/1-4/",
    }
    named = {place for place in places if not place.startswith("page")}
    assert {"C4-3", "who", "chapter:3"} <= named <= set(reader.named_destinations)
    assert len(places - named) == 2
    assert all(place.startswith(f"page {len(reader.pages)} at") for place in places - named)


def test_each_statement_can_be_opened_by_the_address_of_the_file(cache_dir: Path) -> None:
    assert {"C4-3", "C4-4"} <= set(sample_pdf("en", cache_dir).named_destinations)


def test_a_link_to_a_page_of_the_document_without_a_fragment_goes_to_its_title(cache_dir: Path) -> None:
    two = chapter("<p><a href='../one/'>a</a> <a href='../one/index.html#x'>b</a></p>", "Two")
    reader = pypdf.PdfReader(made(document_of(chapter("<h2 id='x'>x</h2>"), two), cache_dir).path)
    assert link_targets(reader)[1] == {"chapter:1", "chapter:2", "x"}


def test_a_citation_leads_to_the_list_that_stands_for_that_of_the_site_and_else_to_the_web(cache_dir: Path) -> None:
    there = f"{SITE}en/references/"
    links = (f"<a href='../references/{end}'>a work</a>" for end in ("#bride", "#other", ""))
    cites = f"<p>{' '.join(links)}</p>"
    own = replace(chapter("<ul><li id='bride'>Bride</li></ul>", "Two"), stands_for=there)
    reader = pypdf.PdfReader(made(document_of(chapter(cites), own), cache_dir).path)
    addresses, places = link_targets(reader)
    assert [place.partition(" at")[0] for place in places if place.startswith("page")] == [f"page {len(reader.pages)}"]
    assert {address for address in addresses if "references" in address} == {f"{there}#other", there}


def test_the_same_id_in_two_chapters_makes_two_places(cache_dir: Path) -> None:
    html = "<h2 id='why'>Why</h2><p><a href='#why'>there</a></p>"
    reader = pypdf.PdfReader(made(document_of(chapter(html), chapter(html, "Two")), cache_dir).path)
    assert link_targets(reader)[1] == {"chapter:1", "chapter:2", "chapter:1:why", "chapter:2:why"}


@LANGUAGES
def test_every_image_has_its_words(language: str, cache_dir: Path) -> None:
    images = [each for part in sample(language).chapters for each in parse_html(part).walk() if each.tag == "img"]
    figures = tagged(sample_pdf(language, cache_dir), "/Figure")
    assert [figure["/Alt"] for figure in figures] == [image.attributes["alt"] for image in images]


def test_nested_lists_are_lists_within_lists(cache_dir: Path) -> None:
    inside = [[child["/S"] for child in children(each)] for each in tagged(sample_pdf("en", cache_dir), "/L")]
    assert inside.count(["/LI", "/L", "/LI"]) == 2
    source = "".join(part.source for part in convert(sample("en")))
    assert '[#"Look first.";\n#list()[#"At the baby";\n#list()[#"At the hands";];]' in source


def test_the_header_of_a_table_is_marked_and_repeated_on_each_page(cache_dir: Path) -> None:
    rows = "".join(f"<tr><td>{number}</td><td>words</td></tr>" for number in range(120))
    html = f"<table><thead><tr><th>Columnone</th><th>Two</th></tr></thead><tbody>{rows}</tbody></table>"
    reader = pypdf.PdfReader(made(document_of(chapter(html)), cache_dir).path)
    pages = [page.extract_text() for page in reader.pages if "words" in page.extract_text()]
    assert len(pages) > 2
    assert all(text.count("Columnone") == 1 for text in pages)
    assert len(tagged(reader, "/Table")) == 1
    assert len(tagged(reader, "/TH")) == 2


def test_a_part_in_another_language_says_so(cache_dir: Path) -> None:
    contents = [page.get_contents() for page in sample_pdf("en", cache_dir).pages]
    declared = [re.findall(rb"/Lang\(([\w-]+)\)", content.get_data()) for content in contents if content is not None]
    assert {language for languages in declared for language in languages} == {b"en-CA", b"fr"}


def test_a_heading_stays_with_the_first_lines_of_its_statement(cache_dir: Path) -> None:
    filler, sentence = "<p>Filler.</p>", "The sentence of the statement stands here."
    for lines in range(24, 36):
        html = filler * lines + STATEMENT.format(sentence)
        pages = pypdf.PdfReader(made(document_of(chapter(html)), cache_dir).path).pages[2:]
        assert [sentence in page.extract_text() for page in pages] == [
            "Seeing" in page.extract_text() for page in pages
        ]


# ---- cover, words, made once ----------------------------------------------------------------------------------------


@LANGUAGES
def test_the_cover_says_what_how_new_where_and_under_which_licence(language: str, cache_dir: Path) -> None:
    document = sample(language)
    cover = letters(sample_pdf(language, cache_dir).pages[0].extract_text())
    version = translator(language)("pdf.version", version="1.0.0")
    words = [document.title, document.subtitle, document.site_name, version, edition_date(document)]
    for text in [*words, document.url, document.licence]:
        assert letters(text) in cover


@LANGUAGES
def test_each_page_says_its_number_its_chapter_and_its_edition(language: str, cache_dir: Path) -> None:
    reader = sample_pdf(language, cache_dir)
    edition = cover_words(sample(language), translator(language))["edition"].split()
    for number, leaf in enumerate(reader.pages[1:], start=2):
        lines = leaf.extract_text().strip().split("\n")
        assert lines[0].startswith(sample(language).title)
        assert lines[-1].split() == [*edition, str(number), "/", str(len(reader.pages))]
