"""What a glossary is made of. Knows nothing of files, Markdown or HTML."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """A term as one language says it."""

    term: str
    short: str
    """Its abbreviation, or nothing."""
    also: tuple[str, ...]
    """Other names of the same thing, shown after the term."""
    forms: tuple[str, ...]
    """Other forms of its words, found in a text and not shown: `personnes qui prennent soin d'un enfant`."""
    definition: str
    """One sentence, as plain text."""
    is_marked: bool
    """False when the word is too ordinary for its first use on a page to open a definition."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every string that means this term in a text."""
        return tuple(filter(None, (self.term, self.short, *self.also, *self.forms)))

    @property
    def sort_key(self) -> tuple[str, str]:
        """Alphabetical order of English and French: letters first, accents and signs only between equals."""
        return sort_key(self.term)


@dataclass(frozen=True)
class Term:
    key: str
    """The same in every language."""
    wordings: dict[str, Wording]
    """Language -> how it is said there."""
    line: int

    @property
    def anchor(self) -> str:
        """The fragment of its address: `term-secure-base`."""
        return f"term-{self.key}"


def sort_key(words: str) -> tuple[str, str]:
    """`Écoute` stands between `e` and `f`, `œuvre` where `oeuvre` would."""
    plain = words.casefold().replace("œ", "oe").replace("æ", "ae")
    letters = (c for c in unicodedata.normalize("NFD", plain) if c.isalnum() or c == " ")
    return "".join(letters), plain


def initial(words: str) -> str:
    """The letter under which a term stands: `E` for `échelle`."""
    return sort_key(words)[0][:1].upper()
