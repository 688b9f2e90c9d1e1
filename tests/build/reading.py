"""Reads a built site as a browser without scripts would: pages, addresses, what a page loads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html

LANGUAGES = ("en", "fr")
LOADING_RELS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}


@dataclass(frozen=True)
class BuiltPage:
    uri: str
    """Below the site: `fr/help/index.html`."""
    tree: lxml.html.HtmlElement

    @property
    def language(self) -> str:
        return "fr" if self.uri.startswith("fr/") else "en"

    @property
    def twin(self) -> str:
        """The same page in the other language."""
        return self.uri.removeprefix("fr/") if self.language == "fr" else f"fr/{self.uri}"

    @cached_property
    def url(self) -> str:
        (link,) = self.tree.xpath("//link[@rel='canonical']/@href")
        return link

    @property
    def title(self) -> str:
        return self.tree.findtext(".//title").strip()

    @property
    def description(self) -> str:
        return "".join(self.tree.xpath("//meta[@name='description']/@content"))

    @cached_property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    @property
    def alternates(self) -> dict[str, str]:
        links = self.tree.xpath("//link[contains(concat(' ', normalize-space(@rel), ' '), ' alternate ')]")
        return {link.get("hreflang"): link.get("href") for link in links}

    def all(self, class_: str) -> list[lxml.html.HtmlElement]:
        return self.tree.find_class(class_)

    def loaded(self) -> list[str]:
        """Addresses that a browser asks for by itself."""
        links = [link for link in self.tree.iter("link") if LOADING_RELS & set((link.get("rel") or "").split())]
        sources = self.tree.xpath("//@src | //@srcset | //@data-src | //object/@data | //use/@href | //video/@poster")
        return [link.get("href") for link in links] + sources

    def links(self) -> list[str]:
        return self.tree.xpath("//a/@href")


class BuiltSite:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        paths = sorted(path for path in folder.rglob("*.html") if path.name != "404.html")
        self.pages = {
            path.relative_to(folder).as_posix(): BuiltPage(path.relative_to(folder).as_posix(), read(path))
            for path in paths
        }
        self.root_url = self.pages["index.html"].url

    def of(self, language: str) -> list[BuiltPage]:
        return [page for page in self.pages.values() if page.language == language]

    def page(self, language: str, uri: str) -> BuiltPage:
        return self.pages[uri if language == LANGUAGES[0] else f"{language}/{uri}"]

    def target(self, page: BuiltPage, href: str) -> tuple[str, str] | None:
        """File and fragment of an address within the site; None for another host's or another scheme's."""
        return self.target_of(page.url, href)

    def target_of(self, base: str, href: str) -> tuple[str, str] | None:
        """The same for an address that is relative to another, absolute one."""
        url = urlsplit(urljoin(base, href))
        bare = url._replace(fragment="", query="").geturl()
        if not bare.startswith(self.root_url):
            return None
        uri = bare.removeprefix(self.root_url)
        return (f"{uri}index.html" if uri.endswith("/") or not uri else uri), url.fragment


def read(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(
        path.read_text("utf-8").encode(), parser=lxml.html.HTMLParser(encoding="utf-8")
    )


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").replace("\u202f", " ").split())
