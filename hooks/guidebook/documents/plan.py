"""A document of finished pages, and the list of what the site offers for download."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from guidebook.documents.model import Chapter, Document
from guidebook.documents.planned import Plan
from guidebook.documents.produce import Produced
from guidebook.edition import Edition
from guidebook.strings import translator

FOLDER = "downloads"
"""Where downloads stand, relative to the site."""


@dataclass(frozen=True)
class Download:
    """One line of `downloads.json`."""

    key: str
    kind: str
    """`guideline`; of a module: `handout`, `answers`, `guide`."""
    language: str
    title: str
    href: str
    """Relative to the site."""
    pages: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class SiteFacts:
    """What the cover of a document says of the site."""

    name: str
    url: str
    mark_svg: str


def plan_document(
    plan: Plan, language: str, chapters: Sequence[Chapter], url: str, edition: Edition, site: SiteFacts
) -> Document:
    """The document of a plan in one language. `url`: the finished page where readers find the latest one."""
    return Document(
        key=plan.key,
        language=language,
        title=plan.title[language],
        subtitle=plan.subtitle[language],
        site_name=site.name,
        version=edition.version,
        date=edition.date,
        url=url,
        site_url=site.url,
        licence=translator(language)("pdf.licence"),
        chapters=tuple(chapters),
        mark_svg=site.mark_svg,
    )


def describe(plan: Plan, language: str, pdf: Produced) -> Download:
    href = f"{FOLDER}/{plan.file[language]}"
    return Download(plan.key, plan.kind, language, plan.title[language], href, pdf.pages, pdf.bytes, pdf.sha256)


def write_downloads(path: Path, downloads: Iterable[Download]) -> None:
    """`downloads.json`: what the site offers, sorted, so that two builds of one edition are the same bytes."""
    entries = [asdict(download) for download in sorted(downloads, key=lambda d: (d.key, d.language))]
    path.write_text(json.dumps({"downloads": entries}, ensure_ascii=False, indent=2) + "\n", "utf-8")


def shown_size(size: int, language: str) -> str:
    """`412 kB`, `412 ko`, `1.3 MB`, `1,3 Mo`: a thousand bytes to the kilobyte, as browsers show it."""
    units = {"en": ("kB", "MB", "."), "fr": ("ko", "Mo", ",")}
    kilo, mega, point = units[language]
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}\u00a0{kilo}"
    return f"{size / 1_000_000:.1f}\u00a0{mega}".replace(".", point)
