"""All results of a language -> the file that the browser asks for when somebody searches.

It has the shape of Material's own index, because Material's own worker reads it, and `words` beside: how to compare.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from guidebook.search.model import Entry
from guidebook.search.synonyms import Synonyms
from guidebook.search.words import SEPARATOR, as_data

FIELDS = {"title": 10, "text": 1, "leads": 1000, "titles": 10, "texts": 1}
"""Weight of a word by where it stands. `titles` and `texts` hold synonyms of what stands in the title and the text."""
BOOSTS = {"question": 0.4, "term": 0.5}
"""Kind of a result -> its weight: statements and lessons first, then definitions of words and questions."""
IDENTIFIER = re.compile(r"^([A-Za-z])(\d{1,3})(?:[.-]([A-Za-z]?\d{1,2}))?$")


def forms_of(identifier: str) -> list[str]:
    """An id as it is compared: `C4.3` -> `c4.3` and, for who types no sign, `c43`; `Q1-A1` -> `q1a1`."""
    match = IDENTIFIER.match(identifier)
    if not match:
        return []
    start, rest = f"{match[1]}{match[2]}".lower(), (match[3] or "").lower()
    if not rest:
        return [start]
    return [f"{start}.{rest}", start + rest] if rest.isdigit() else [start + rest]


def id_of(entry: Entry) -> str:
    """The id of a statement, question or domain, from the address or the title; empty for anything else."""
    fragment = entry.location.partition("#")[2]
    first = (entry.title.split() or [""])[0].rstrip(".")
    return next((id for id in (fragment, first) if IDENTIFIER.match(id)), "")


def index_of(entries: Iterable[Entry], language: str, synonyms: Iterable[Synonyms]) -> dict[str, object]:
    ours = [group for group in synonyms if group.language == language]
    docs = [_document(entry, ours) for entry in entries]
    letters = sorted({id[0].lower() for entry in entries if (id := id_of(entry))})
    config = {
        "lang": ["en"],  # Material would load lunr's own rules for another; `words` replaces them
        "separator": SEPARATOR,
        "pipeline": ["stemmer"],
        "fields": {name: {"boost": weight} for name, weight in FIELDS.items()},
    }
    return {"config": config, "words": as_data(language) | {"letters": "".join(letters)}, "docs": docs}


def write_index(index: dict[str, object], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _document(entry: Entry, synonyms: list[Synonyms]) -> dict[str, object]:
    document: dict[str, object] = {
        "location": entry.location,
        "title": escape(entry.title, quote=False),
        "text": "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in entry.paragraphs),
    }
    optional = {
        "leads": [*forms_of(id_of(entry)), *entry.leads],
        "titles": _also(entry.title, synonyms),
        "texts": _also(entry.text, synonyms),
    }
    document |= {name: " ".join(words) for name, words in optional.items() if words}
    if entry.labels:
        document["tags"] = [" · ".join(entry.labels)]
    if (boost := entry.boost * BOOSTS.get(entry.kind, 1)) != 1:
        document["boost"] = boost
    return document


def _also(text: str, synonyms: list[Synonyms]) -> list[str]:
    return [expression for group in synonyms for expression in group.missing_in(text)]
