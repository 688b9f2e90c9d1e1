"""A word as search compares it: small letters without accents, without the ending that number, gender or verb give it.

The endings are few and cut little, so that what is typed so far is the beginning of what it will be: `attache` finds
`l'attachement`, and results stay while somebody types. The browser gets these same rules as data and applies them with
`overrides/assets/search-worker.js`; a language more is an entry of `words.yml`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

SEPARATOR = r"[\s\-–—,;:!?…«»“”\"'’‘()\[\]{}/|·•→]+|\.(?!\d)|&(?:amp|lt|gt);"
"""Between two words, for Python and JavaScript. An apostrophe parts `l'attachement`, a point does not part `C4.3`.
Without + * ~ ^, which are lunr's own signs in what the browser asks."""
SHORTEST = 3
"""Letters that are left when an ending is cut."""
LIGATURES = {"œ": "oe", "æ": "ae"}

Endings = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Rules:
    """How a language is compared."""

    stop: frozenset[str]
    """Words that say nothing alone, without accents."""
    endings: tuple[Endings, ...]
    """In turn, of each group the first ending that fits, and what takes its place."""


@cache
def rules_of(language: str) -> Rules:
    """The rules of a language, from `words.yml`."""
    entry = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))[language]
    groups = tuple(tuple((ending, other) for ending, other in group.items()) for group in entry["endings"])
    return Rules(frozenset(entry["stop"].split()), groups)


def fold(text: str) -> str:
    """Small letters, without accents and ligatures."""
    folded = "".join(LIGATURES.get(letter, letter) for letter in text.lower())
    return "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))


@lru_cache(maxsize=1024)  # one text is asked for every expression of the synonyms, one after another
def words_of(text: str, language: str) -> tuple[str, ...]:
    """The words of a text as they are compared, without those that say nothing."""
    compared = (_compared_form(word, language) for word in re.split(SEPARATOR, text))
    return tuple(word for word in compared if word)


@cache  # a language has some ten thousand words, and a site says them a million times
def _compared_form(word: str, language: str) -> str:
    return compared_form(word, rules_of(language))


def compared_form(word: str, rules: Rules) -> str:
    """One word; empty for a stop word. What holds a digit is a number or an id and stays whole."""
    word = re.sub(r"[^\w.]|_", "", fold(word))
    if word in rules.stop or any(letter.isdigit() for letter in word):
        return "" if word in rules.stop else word
    for endings in rules.endings:
        for ending, other in endings:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                word = word[: len(word) - len(ending)] + other
                break
    return word


def as_data(language: str) -> dict[str, object]:
    """The rules for the browser."""
    rules = rules_of(language)
    return {"stop": sorted(rules.stop), "endings": rules.endings, "ligatures": LIGATURES, "shortest": SHORTEST}
