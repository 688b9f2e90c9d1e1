"""What is printed of a module: what each piece holds, and above all what the handout does not."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import page as validation
import pypdf
import pytest
from tests.unit.documents.reading import blocks_of, bookmarks, letters, link_targets, printed_letters
from tests.unit.rendering import Site
from tests.unit.test_plans import module_files
from tests.unit.test_training import NOTED
from tests.unit.tiny_site import write_site

from guidebook.documents.model import Chapter, Document
from guidebook.documents.planned import Plan
from guidebook.documents.produce import produce
from guidebook.documents.tree import Element, parse_html, text_of
from guidebook.library import Library
from guidebook.strings import translator
from guidebook.training.paper import PIECES, chapters_of

SITE = "https://tiny.example/guide/"
MORE = {
    "docs/en/modules/1-1.md": {"# 1.1 A baby turns away\n": "# 1.1 A baby turns away\n\n## First {#first}\n\nWords.\n"
        "\n/// trainer\n    minutes: 3\n    part: reading\n\nTo be read.\n///\n"},
    "docs/fr/modules/1-1.md": {"# 1.1 Un bébé détourne la tête\n": "# 1.1 Un bébé détourne la tête\n\n"
        "## D'abord {#first}\n\nMots.\n\n/// trainer\nÀ lire.\n///\n"},
}  # fmt: skip


@dataclass
class Printed:
    """The pieces of the tiny site's module in one language."""

    library: Library
    language: str
    pages: dict[str, Chapter]
    cache: Path
    made: dict[str, pypdf.PdfReader] = field(default_factory=dict)

    def chapters(self, kind: str) -> list[Chapter]:
        return chapters_of(self.plan(kind), self.pages, self.library, self.language)

    def plan(self, kind: str) -> Plan:
        same = dict.fromkeys(("en", "fr"), kind)
        return Plan(f"module-1-{kind}", kind, same, same, same, module="modules")

    def words(self, kind: str) -> str:
        return " ".join(text_of(parse_html(chapter)) for chapter in self.chapters(kind))

    def document(self, kind: str) -> Document:
        return Document(
            key=f"module-1-{kind}",
            language=self.language,
            title=kind,
            subtitle=kind,
            site_name="Tiny",
            version="1.0.0",
            date=datetime.date(2026, 11, 21),
            url=f"{SITE}modules/trainer/",
            site_url=SITE,
            licence="CC BY 4.0",
            chapters=tuple(self.chapters(kind)),
            mark_svg="",
        )

    def path(self, kind: str) -> Path:
        return produce(self.document(kind), self.cache, translator(self.language)).path


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    root = tmp_path_factory.mktemp("site")
    change = {path: {**words, **MORE.get(path, {})} for path, words in NOTED.items()}
    return Site(write_site(root, module_files(), change))


@pytest.fixture(scope="module", params=["en", "fr"])
def printed(request, site, tmp_path_factory) -> Printed:
    language = request.param
    uris = [uri for uri in site.library.pages[language] if uri.startswith("modules/")]
    pages = {uri: chapter_of(site, language, uri) for uri in uris}
    return Printed(site.library, language, pages, tmp_path_factory.mktemp("pdf"))


def chapter_of(site: Site, language: str, uri: str) -> Chapter:
    tree = site.render(language, uri)
    html = "".join(ElementTree.tostring(part, encoding="unicode", method="html") for part in tree)
    return Chapter(site.library.page(language, uri).title, html, f"{SITE}{uri.removesuffix('.md')}/")


def parts_of(chapter: Chapter) -> list[Element]:
    """The questions of a handout, or what a guide says of each part."""
    return list(parse_html(chapter).all("gb-together"))


def texts(printed: Printed, of: str) -> list[str]:
    """A field of every option, pair and step of the module, as an author typed it."""
    found: list[str] = []
    for page in printed.library.folders[printed.language]["modules"]:
        for question in page.questions:
            found += [getattr(each, of) for each in (*question.options, *question.pairs) if hasattr(each, of)]
        for case in page.cases:
            found += [getattr(option, of) for step in case.steps for option in step.options]
    assert len(found) > 15
    return [letters(text) for text in found]


def test_handout_holds_every_question_and_no_answer_reason_hint_or_note(printed):
    t = translator(printed.language)
    words = letters(printed.words("handout"))
    pages = printed.library.folders[printed.language]["modules"]
    questions = [question for page in pages for question in page.questions]
    assert [q.id for q in questions if letters(q.stem) not in words] == []
    assert [reason for reason in texts(printed, "reason") if reason in words] == []
    hidden = (
        [q.answer or "" for q in questions] + [q.closing for q in questions] + [h for q in questions for h in q.hints]
    )
    hidden += [item.note for page in pages for item in page.items]
    assert [text for text in hidden if text and letters(text) in words] == []
    assert [
        v for v in ("best", "acceptable", "less-helpful", "unsafe") if letters(t(f"question.verdict.{v}")) in words
    ] == []
    assert [html for html in (chapter.html for chapter in printed.chapters("handout")) if "data-verdict" in html] == []


def test_handout_gives_nothing_away_by_its_order(printed):
    """Steps to put in order, and sides to put beside each other, stand as they do on the screen."""
    question = printed.library.questions[printed.language]["Q1-12"][0]
    (part,) = (
        part for chapter in printed.chapters("handout") for part in parts_of(chapter) if "Q1-12" in text_of(part)
    )
    shown = [text_of(step) for step in next(part.all("gb-boxes")).elements()]
    assert sorted(shown) == sorted(option.text for option in question.options)
    assert shown != [option.text for option in question.options]


def test_handout_has_room_to_write_and_says_what_holds_in_the_room(printed):
    t = translator(printed.language)
    first, *others = printed.chapters("handout")
    assert first.title == t("paper.before")
    assert "9-8-8" in first.html
    assert "9-1-1" in first.html
    parts = [part for chapter in others for part in parts_of(chapter)]
    rooms = {
        text_of(part).split()[0]: [room.attributes["data-lines"] for room in part.all("gb-write")] for part in parts
    }
    assert rooms["Q1-01"] == ["2"]
    assert rooms["Q1-14"] == ["6"]
    assert rooms["Q1-13"] == []


def test_answer_key_holds_every_reason_after_its_verdict(printed):
    t = translator(printed.language)
    words = letters(printed.words("answers"))
    assert [reason for reason in texts(printed, "reason") if reason not in words] == []
    for of, verdict in (("wait", "best"), ("hum", "acceptable"), ("ring", "less-helpful"), ("turn", "unsafe")):
        question = printed.library.questions[printed.language]["Q1-01"][0]
        option = next(option for option in question.options if option.key == of)
        assert letters(option.text + t(f"question.verdict.{verdict}") + option.reason) in words
    reflection = printed.library.questions[printed.language]["Q1-14"][0]
    assert letters(reflection.answer) in words


def test_answer_key_names_no_rating(printed):
    assert "Q1-13" not in printed.words("answers")


def test_guide_holds_the_plans_and_every_note_with_its_minutes_and_part(printed):
    t = translator(printed.language)
    first, *others = printed.chapters("guide")
    assert first.url == f"{SITE}modules/trainer/"
    words = " ".join(text_of(parse_html(chapter)) for chapter in others)
    for text in (
        {"en": "Vote, then talk.", "fr": "Votez, parlez."},
        {"en": "Read it aloud.", "fr": "Lisez à voix haute."},
    ):
        assert text[printed.language] in words
    facts = t("paper.facts", number=9, part=t("paper.part.core"))
    question = printed.library.questions[printed.language]["Q1-01"][0]
    assert letters(f"Q1-01 {question.title} {facts} {question.stem}") in letters(words)
    reading = t("paper.facts", number=3, part=t("paper.part.reading"))
    heading, note = {"en": ("First", "To be read."), "fr": ("D’abord", "À lire.")}[printed.language]
    assert letters(heading + reading + note) in letters(words)


@pytest.mark.parametrize("kind", PIECES)
def test_piece_is_accessible_and_loses_no_word(printed, kind):
    path = printed.path(kind)
    report = validation.validate_pdf(path, profile=validation.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    document, reader = printed.document(kind), pypdf.PdfReader(path)
    on_paper = printed_letters(document, reader)
    sentences = [text for part in document.chapters for text in blocks_of(parse_html(part))]
    assert [text for text in sentences if letters(text) not in on_paper] == []
    assert reader.trailer["/Root"]["/Lang"] == f"{printed.language}-CA"


@pytest.mark.parametrize("kind", PIECES)
def test_bookmarks_of_a_piece_are_its_headings(printed, kind):
    trees = [parse_html(part) for part in printed.chapters(kind)]
    headings = [(int(each.tag[1]), text_of(each)) for tree in trees for each in tree.walk() if each.is_heading]
    assert list(bookmarks(pypdf.PdfReader(printed.path(kind)).outline)) == headings


@pytest.mark.parametrize("kind", PIECES)
def test_links_of_a_piece_lead_to_the_site(printed, kind):
    addresses, _ = link_targets(pypdf.PdfReader(printed.path(kind)))
    assert addresses
    assert [address for address in addresses if not address.startswith(SITE)] == []


def test_withdrawn_question_is_in_no_piece(tmp_path):
    change = {"docs/en/modules/1-1.md": {"    version: 2\n": "    version: 2\n    status: withdrawn\n"}}
    site = Site(write_site(tmp_path, module_files(), change))
    pages = {uri: chapter_of(site, "en", uri) for uri in site.library.pages["en"] if uri.startswith("modules/")}
    printed = Printed(site.library, "en", pages, tmp_path)
    words = " ".join(text_of(parse_html(part)) for kind in PIECES for part in printed.chapters(kind)[1:])
    assert "Q1-02" not in words
    assert "Q1-03" in words
