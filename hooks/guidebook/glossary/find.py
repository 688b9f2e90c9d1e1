"""Terms in a text: whole words, in the singular and the plural, the longest first. Knows how words are inflected."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from guidebook.glossary.model import Term

WORD = re.compile(r"\w+")
PREFIX = 3
"""Letters by which a first word is looked up; singular and plural have them in common: `signal`, `signaux`."""
FIXED = 2
"""Words of so few letters (of, in, de, à) have no plural."""
APOSTROPHE, HYPHEN = "['\u2019]", "[-\u2011\u2013]"
SIGNS = {" ": r"\s+", "'": APOSTROPHE, "\u2019": APOSTROPHE, "-": HYPHEN, "\u2013": HYPHEN}
"""Typed or set, a sign is the same sign: straight or curly, hyphen or dash."""
BEFORE, AFTER = r"(?<![\w-])", r"(?![\w-])"
"""A part of a longer word is another word: `attachment-based`. A French `l'` before a word is not part of it."""


class TermFinder:
    """Finds the terms of one language. Compiled once per build."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        marked = [(term, wording) for term in terms if (wording := term.wordings[language]).is_marked]
        named = [(name, term) for term, wording in marked for name in wording.names]
        self._terms = [term for _, term in named]
        by_prefix: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, (name, _) in enumerate(named):
            first = WORD.search(name)
            if first:
                by_prefix[_prefix(first[0])].append((name, number))
        self._patterns = {prefix: _pattern(names, language) for prefix, names in by_prefix.items()}

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """(start, end, term) of each use, from left to right; none inside another."""
        end = 0
        for word in WORD.finditer(text):
            pattern = self._patterns.get(_prefix(word[0]))
            if pattern and word.start() >= end and (match := pattern.match(text, word.start())):
                assert match.lastgroup
                end = match.end()
                yield match.start(), end, self._terms[int(match.lastgroup[1:])]


def _prefix(word: str) -> str:
    return word[:PREFIX].casefold()


def _pattern(names: list[tuple[str, int]], language: str) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda named: -len(named[0]))
    return re.compile("|".join(f"(?P<t{number}>{_name(name, language)})" for name, number in longest_first))


def _name(name: str, language: str) -> str:
    """Small letters match capitals too (the start of a sentence); a capital in the name is meant."""
    parts = (_inflected(part, language) if part.isalnum() else _sign(part) for part in re.findall(r"\w+|\W", name))
    words = "".join(parts)
    return f"{BEFORE}{words}{AFTER}" if name != name.lower() else f"(?i:{BEFORE}{words}{AFTER})"


def _sign(sign: str) -> str:
    return SIGNS.get(sign, re.escape(sign))


def _inflected(word: str, language: str) -> str:
    is_fixed = len(word) <= FIXED or not word.isalpha() or language not in INFLECTED
    return word if is_fixed else INFLECTED[language](word)


def _english(word: str) -> str:
    return f"{word[:-1]}(?:y|ies)" if word.endswith("y") else word if word.endswith("s") else f"{word}(?:s|es)?"


def _french(word: str) -> str:
    if word.endswith("al"):
        return f"{word[:-1]}(?:l|ux)"
    if word.endswith(("s", "x")):
        return word
    return f"{word}s?" if word.endswith("e") else f"{word}(?:e?s?|x)"


INFLECTED = {"en": _english, "fr": _french}
