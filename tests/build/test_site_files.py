"""What belongs to the site as a whole: 404, site map, search, downloads."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.etree
import lxml.html
import pypdf
from tests.build.project import ROOT
from tests.build.reading import LANGUAGES, BuiltPage, read, words
from tests.unit.tiny_site import SITE

from guidebook.documents.plan import shown_size
from guidebook.library import Page
from guidebook.load import load_library
from guidebook.policy import KNOWN
from guidebook.strings import translator

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_page_that_is_not_there_speaks_both_languages_and_works_at_any_depth(built_site):
    page = BuiltPage("404.html", read(built_site.folder / "404.html"))
    shown = words(page.tree)
    folder = urlsplit(built_site.root_url).path
    for language in LANGUAGES:
        assert translator(language)("notfound.title") in shown
    sections = page.tree.xpath("//*[@class='gb-not-found']/section")
    homes = [urljoin(built_site.root_url, link) for section in sections for link in section.xpath(".//a/@href")]
    assert {section.get("lang") for section in sections} == set(LANGUAGES)
    assert sorted(homes) == [built_site.root_url, f"{built_site.root_url}fr/"]
    inner = [
        address for address in page.loaded() + page.links() if not re.match(r"https?:|tel:|mailto:|#|data:", address)
    ]
    assert [address for address in inner if not address.startswith(folder)] == []
    assert page.alternates == {}


def test_other_404_pages_are_bilingual_too(built_site):
    for path in built_site.folder.rglob("404.html"):
        assert all(translator(code)("notfound.title") in words(read(path)) for code in LANGUAGES), path


def test_site_map_lists_every_page_with_its_twin(built_site):
    tree = lxml.etree.parse(built_site.folder / "sitemap.xml")
    listed = {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", namespaces=NAMES)
        }
        for url in tree.iterfind("s:url", namespaces=NAMES)
    }
    assert listed == {page.url: page.alternates for page in built_site.pages.values()}
    packed = gzip.decompress((built_site.folder / "sitemap.xml.gz").read_bytes())
    assert packed == (built_site.folder / "sitemap.xml").read_bytes()


def test_search_finds_questions_and_gives_no_answer_away(built_site, request):
    root = SITE if "tiny" in request.node.name else ROOT
    entries = found_in(built_site.folder)
    index = words(lxml.html.fromstring("<p>" + " ".join(entry["text"] for entry in entries) + "</p>"))
    pages = load_library(root)[0].pages
    elsewhere = " ".join(
        line for code in LANGUAGES for page in pages[code].values() for line in outside_questions(page)
    )
    given_away = {}
    for question in (q for code in LANGUAGES for page in pages[code].values() for q in page.questions):
        kept = (
            [option.reason for option in question.options]
            + [option.text for option in question.options if len(telling(option.text)) >= 40]
            + [pair.reason for pair in question.pairs]
            + [*question.hints]
        )
        if found := [text for text in kept if telling(text) in index and telling(text) not in elsewhere]:
            given_away[f"{question.src_path}:{question.line}"] = found
    assert given_away == {}


def outside_questions(page: Page) -> Iterator[str]:
    """Its lines but those of questions: a reason may say a lesson's words again, and those are found."""
    asked = {number for block in page.blocks if block.name == "question" for number in range(block.line, block.end + 1)}
    return (line for number, line in enumerate(page.source.lines, start=1) if number not in asked)


def found_in(folder: Path) -> list[dict]:
    """All that search can find, in every language; Material's own index holds nothing."""
    own = json.loads((folder / "search" / "search_index.json").read_text("utf-8"))
    assert own["docs"] == []
    texts = [(folder / "search" / f"{language}.json").read_text("utf-8") for language in LANGUAGES]
    return [entry for text in texts for entry in json.loads(text)["docs"]]


def telling(markdown: str) -> str:
    """Sixty characters that nothing but this text has: of its longest stretch that typography leaves alone."""
    return max(re.split(r"[^\w ,.-]+| [:»] ?", markdown), key=len).strip()[:60]


def test_search_finds_the_words_of_statements_and_questions(tiny):
    index = " ".join(entry["text"] for entry in found_in(tiny.folder))
    for words_ in ("Watches before acting", "Observer avant", "Nora looks away", "Nora détourne la tête"):
        assert words_ in index


def test_list_of_downloads_is_true(built_site):
    listed = json.loads((built_site.folder / "downloads.json").read_text("utf-8"))["downloads"]
    assert {entry["language"] for entry in listed} == set(LANGUAGES)
    for entry in listed:
        path = built_site.folder / entry["href"]
        data = path.read_bytes()
        assert len(data) == entry["bytes"]
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        assert len(pypdf.PdfReader(path).pages) == entry["pages"]
    on_disk = {path.relative_to(built_site.folder).as_posix() for path in built_site.folder.rglob("*.pdf")}
    assert on_disk == {entry["href"] for entry in listed}


def test_download_is_linked_with_its_true_size_in_its_language(built_site):
    listed = json.loads((built_site.folder / "downloads.json").read_text("utf-8"))["downloads"]
    for entry in listed:
        linked = [
            link
            for page in built_site.of(entry["language"])
            for link in page.all("gb-download")
            if urljoin(page.url, link.get("href")) == built_site.root_url + entry["href"]
        ]
        assert linked, entry["href"]
        size = shown_size(entry["bytes"], entry["language"])
        expected = translator(entry["language"])(f"download.{entry['kind']}", pages=entry["pages"], size=size).replace(
            "\u00a0", " "
        )
        assert {words(link) for link in linked} == {expected}


def test_no_source_of_the_build_is_published(built_site):
    stray = [
        path.name for path in built_site.folder.rglob("*") if path.suffix in {".md", ".yml", ".py", ".bib", ".csl"}
    ]
    assert stray == []


def test_policy_is_the_same_on_every_page_and_for_the_host(built_site):
    found = {
        policy
        for path in built_site.folder.rglob("*.html")
        for policy in read(path).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[:1] or [str(path)]
    }
    assert len(found) == 1, found
    policy = found.pop()
    assert "unsafe" not in policy
    assert policy.count("'sha256-") == len(KNOWN)
    headers = (built_site.folder / "_headers").read_text("utf-8")
    assert f"\n  Content-Security-Policy: {policy}; frame-ancestors 'self'\n" in headers
