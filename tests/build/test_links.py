"""Nothing leads nowhere: in pages, styles, search, calendars, the site map and PDFs."""

from __future__ import annotations

import json
import shutil

import pytest
from tests.build.links import addresses, dead_ends
from tests.build.reading import BuiltSite

KINDS = (".html", ".css", ".json", ".xml", ".ics", ".pdf")


def test_everything_that_is_linked_to_is_there(built_site):
    assert dead_ends(built_site) == []


def test_addresses_of_every_kind_are_read(built_site):
    assert {kind for where, *_ in addresses(built_site) for kind in KINDS if where.endswith(kind)} == set(KINDS)


def in_page(text: str) -> str:
    return text.replace("</article>", '<a href="../nowhere/">A page</a> <a href="#no-place">A place</a></article>')


def in_search(text: str) -> str:
    return json.dumps({"docs": [{"location": "help/#no-place"}, *json.loads(text)["docs"]]})


BROKEN = {
    "help/index.html": (in_page, ["help/index.html: ../nowhere/", "help/index.html: #no-place"]),
    "404.html": (
        lambda text: text.replace("</body>", '<img src="/guide/no.svg" alt="A"></body>'),
        ["404.html: /guide/no.svg"],
    ),
    "components/question/question.css": (
        lambda text: text + "a { background: url(no.svg) }",
        ["components/question/question.css: no.svg"],
    ),
    "search/en.json": (in_search, ["search/en.json: help/#no-place"]),
    "sitemap.xml": (
        lambda text: text.replace("<loc>https://tiny.example/guide/help/", "<loc>https://tiny.example/guide/halp/"),
        ["sitemap.xml: https://tiny.example/guide/halp/"],
    ),
    "downloads.json": (
        lambda text: text.replace("downloads/tiny-en.pdf", "downloads/teeny-en.pdf"),
        ["downloads.json: downloads/teeny-en.pdf"],
    ),
    "champions/sessions.ics": (
        lambda text: text.replace("sessions/2027-waiting/", "sessions/2027-waitin/"),
        ["champions/sessions.ics: https://tiny.example/guide/champions/sessions/2027-waitin/"],
    ),
}


@pytest.mark.parametrize("path", BROKEN)
def test_dead_end_is_told(tiny, tmp_path, path):
    spoil, told = BROKEN[path]
    shutil.copytree(tiny.folder, tmp_path / "site")
    file = tmp_path / "site" / path
    text = file.read_text("utf-8")
    file.write_text(spoil(text), "utf-8")
    assert file.read_text("utf-8") != text
    assert dead_ends(BuiltSite(tmp_path / "site")) == told


def test_dead_end_of_a_pdf_is_told(tiny, tmp_path):
    shutil.copytree(tiny.folder, tmp_path / "site")
    shutil.rmtree(tmp_path / "site" / "fr" / "about")
    site = BuiltSite(tmp_path / "site")
    site.pages = {uri: page for uri, page in site.pages.items() if uri == "index.html"}
    assert "downloads/tiny-fr.pdf: https://tiny.example/guide/fr/about/#review" in dead_ends(site)
