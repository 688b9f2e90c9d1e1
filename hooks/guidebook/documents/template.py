"""The final Typst source of a document: looks, cover, contents, chapters. Pure; the looks are in template.typ."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel.dates import format_date

from guidebook.documents.convert import Converted
from guidebook.documents.markup import SUBSTITUTES, literal
from guidebook.documents.model import Document
from guidebook.strings import Translate

LOOKS = Path(__file__).with_name("template.typ")
KEY = "guidebook-source-key"
"""What stands in the source where the key of that same source is put in at the end."""


SHORT_WORD = re.compile(r"(?<=\b\w\w) |(?<=\b\w) ")
"""The space after a short word, which should not end a line of the title."""


@cache
def looks() -> str:
    return LOOKS.read_text("utf-8")


def render_source(document: Document, chapters: Iterable[Converted], t: Translate) -> str:
    """The whole source, with KEY in the place of its key."""
    values = {name: literal(text.translate(SUBSTITUTES)) for name, text in cover_words(document, t).items()}
    values |= {"key": literal(KEY), "mark": literal(document.mark_svg), "day": _typst_date(document.date)}
    arguments = ", ".join(f"{name}: {value}" for name, value in values.items())
    body = "\n".join(chapter.source for chapter in chapters)
    return f"{looks()}\n#show: book.with(({arguments}))\n{body}\n"


def cover_words(document: Document, t: Translate) -> dict[str, str]:
    """Every word of the document that no chapter holds."""
    version, date = t("pdf.version", version=document.version), edition_date(document)
    address = document.url.removeprefix("https://").rstrip("/")
    return {
        "language": document.language,
        "title": document.title,
        "cover-title": SHORT_WORD.sub("\u00a0", document.title),
        "subtitle": document.subtitle,
        "site": document.site_name,
        "version": version,
        "date": date,
        "address": t("pdf.address"),
        "url": document.url,
        "licence": document.licence,
        "contents": t("pdf.contents"),
        "edition": f"{address}  ·  {version}  ·  {date}",
    }


def edition_date(document: Document) -> str:
    """`November 21, 2026`, `21 novembre 2026`, `1er décembre 2026`, day and month on one line."""
    text = format_date(document.date, "long", locale=f"{document.language}_CA")
    if document.language == "fr" and document.date.day == 1:
        text = text.replace("1 ", "1er ", 1)
    return text.replace(" ", "\u00a0", 1)


def _typst_date(day: datetime.date) -> str:
    return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
