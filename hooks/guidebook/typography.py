"""Canadian French and English typography, put in by the build so that authors type ordinary spaces and straight quotes.

French after Le guide du rédacteur (Clés de la rédaction): a no-break space before a colon and inside guillemets, before
% and $, before the sign of a unit, in thousands; none before ; ! ?
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

NBSP = "\u00a0"

ANY_LANGUAGE = ((re.compile(r"(?<=\w)'(?=\w)"), "’"), (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"))
BY_LANGUAGE = {
    "en": (
        (re.compile(r'(^|[\s(\[“‘])"'), r"\1“"),
        (re.compile(r'"'), "”"),
        (re.compile(r"(^|[\s(\[“])'"), r"\1‘"),
        (re.compile(r"'"), "’"),
    ),
    "fr": (
        (re.compile(r"« "), "«" + NBSP),
        (re.compile(r" »"), NBSP + "»"),
        (re.compile(r"(?<=\S) :(?=\s|$)"), NBSP + ":"),
        (re.compile(r"(?<=\d) (?=[%$]|\d{3}\b)"), NBSP),
        (re.compile(r"(?<=\d) (?=(?:h|min|cm|kg|km|ko|Mo)\b)"), NBSP),
        (re.compile(r"(?<=\d\u00a0h) (?=\d)"), NBSP),
        (re.compile(r"'"), "’"),
    ),
}


def set_titles(items: Iterable[Any], language: str) -> None:
    """The titles of pages or chapters, and of those below them, where they are made without no-break spaces."""
    for item in items:
        item.title = set_type(str(item.title), language)  # YAML takes some titles of the menu for a date or a number
        set_titles(getattr(item, "children", None) or (), language)


def set_type(text: str, language: str) -> str:
    """The text as a typesetter of that language would set it; the words do not change."""
    for pattern, replacement in (*ANY_LANGUAGE, *BY_LANGUAGE.get(language, ())):
        text = pattern.sub(replacement, text)
    return text
