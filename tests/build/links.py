"""Every address of a built site that leads into it: of pages, styles, search, calendars, the site map and PDFs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

import lxml.etree
import pypdf
import vobject
from tests.build.reading import BuiltPage, BuiltSite, read

URL = re.compile(r"url\(\s*[\"']?(?!data:)([^\"')]+)")


def dead_ends(site: BuiltSite) -> list[str]:
    """`where: address` for each that leads to a file or a place on a page that is not there."""
    pages = {site.root_url + page.uri.removesuffix("index.html"): set(page.ids) for page in site.pages.values()}
    known: dict[str, bool] = {}
    found = []
    for where, address, base in addresses(site):
        target = site.target_of(base, address)
        if target is None:
            continue
        uri, fragment = target
        if uri not in known:
            known[uri] = (site.folder / unquote(uri)).is_file()
        ids = pages.get(site.root_url + uri.removesuffix("index.html"))
        if not known[uri] or (fragment and ids is not None and unquote(fragment) not in ids):
            found.append(f"{where}: {address}")
    return list(dict.fromkeys(found))


def addresses(site: BuiltSite) -> Iterator[tuple[str, str, str]]:
    """(where, address, what it is relative to) of every kind."""
    for page in site.pages.values():
        for address in page.loaded() + page.links():
            yield page.uri, address, page.url
    for path in sorted(site.folder.rglob("404.html")):
        page = BuiltPage(path.relative_to(site.folder).as_posix(), read(path))
        for address in page.loaded() + page.links():
            yield page.uri, address, site.root_url + page.uri
    for path in sorted(site.folder.rglob("*.css")):
        uri = path.relative_to(site.folder).as_posix()
        for address in URL.findall(path.read_text("utf-8")):
            yield uri, address, site.root_url + uri
    yield from _of_data(site)
    for path in sorted(site.folder.rglob("*.pdf")):
        uri = path.relative_to(site.folder).as_posix()
        for address in _of_pdf(pypdf.PdfReader(path)):
            yield uri, address, site.root_url + uri


def _of_data(site: BuiltSite) -> Iterator[tuple[str, str, str]]:
    for path in sorted((site.folder / "search").glob("??.json")):
        for entry in json.loads(path.read_text("utf-8"))["docs"]:
            yield f"search/{path.name}", entry["location"], site.root_url
    for entry in json.loads((site.folder / "downloads.json").read_text("utf-8"))["downloads"]:
        yield "downloads.json", entry["href"], site.root_url
    for link in lxml.etree.parse(site.folder / "sitemap.xml").xpath("//*[local-name()='loc']/text() | //@href"):
        yield "sitemap.xml", link, site.root_url
    for path in sorted(site.folder.rglob("*.ics")):
        for event in getattr(vobject.readOne(path.read_text("utf-8")), "vevent_list", []):
            yield path.relative_to(site.folder).as_posix(), event.url.value, site.root_url


def _of_pdf(pdf: pypdf.PdfReader) -> Iterator[str]:
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            action = annotation.get_object().get("/A")
            if action is not None and "/URI" in action.get_object():
                yield str(action.get_object()["/URI"])
