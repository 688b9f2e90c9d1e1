"""Words that readers type and our pages may not use: `data/synonyms.txt`, one line for each idea and language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guidebook.glossary.model import Term
from guidebook.problems import Problem
from guidebook.search.words import SEPARATOR, words_of
from guidebook.sources import clean_lines, unread

SRC_PATH = "data/synonyms.txt"
HELP = "docs/en/contribute.md#search"
EXAMPLE = "en: burnout = exhaustion at work"


@dataclass(frozen=True)
class Synonyms:
    """Expressions of one idea in one language; who types one finds what holds another."""

    language: str
    expressions: tuple[str, ...]

    def missing_in(self, text: str) -> list[str]:
        """The expressions that a text lacks when it holds one of them."""
        words, typed = _forms(text, self.language)
        there = [self._holds(expression, words, typed) for expression in self.expressions]
        return [words for words, is_there in zip(self.expressions, there, strict=True) if any(there) and not is_there]

    def _holds(self, expression: str, words: str, typed: str) -> bool:
        """An abbreviation stands there as it is written: ACE is not in "pace", and no case is a CAS."""
        if expression.isupper():
            return _joined([expression]) in typed
        return _joined(words_of(expression, self.language)) in words


@lru_cache(maxsize=64)  # a text is asked for one group of expressions after another
def _forms(text: str, language: str) -> tuple[str, str]:
    """A text as it is compared, and as it is written."""
    return _joined(words_of(text, language)), _joined(re.split(SEPARATOR, text))


def _joined(words: Iterable[str]) -> str:
    """Words in a form in which one expression can be sought as a whole in a text."""
    return f" {' '.join(words)} "


def synonyms_of_terms(terms: Iterable[Term], language: str) -> list[Synonyms]:
    """What the glossary says of each term: its abbreviations, those of other languages, its other names."""
    found = []
    for term in terms:
        wording = term.wordings[language]
        shorts = [other.short for other in term.wordings.values() if other.short]
        names = tuple(dict.fromkeys((wording.term, *shorts, *wording.also)))
        if len(names) > 1:
            found.append(Synonyms(language, names))
    return found


def abbreviations_of(terms: Iterable[Term]) -> dict[str, list[str]]:
    """Anchor of a term -> its abbreviations in every language: each leads to the definition."""
    return {term.anchor: [wording.short for wording in term.wordings.values() if wording.short] for term in terms}


def check_synonyms(root: Path) -> list[Problem]:
    return load_synonyms(root)[1]


def load_synonyms(root: Path) -> tuple[list[Synonyms], list[Problem]]:
    """What the file says, without the lines that are wrong, and what is wrong. No file: no synonyms."""
    try:
        lines, problems = clean_lines((root / SRC_PATH).read_text("utf-8"), SRC_PATH, HELP)
    except FileNotFoundError:
        return [], []
    except (OSError, UnicodeDecodeError) as error:
        fix = "put it back from an earlier version of the project, and save it as UTF-8."
        return [], [Problem(SRC_PATH, 1, "the list of synonyms cannot be read.", unread(error), fix, HELP)]
    found: list[Synonyms] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        language, colon, rest = line.partition(":")
        expressions = tuple(words.strip() for words in rest.split("="))
        if not colon or language.strip() not in ("en", "fr"):
            what = "this line does not begin with its language."
            problems.append(Problem(SRC_PATH, number, what, line, f"write, for example,  {EXAMPLE}", HELP))
        elif len(expressions) < 2 or not all(words_of(words, language.strip()) for words in expressions):
            what = "this line does not hold two expressions of one idea."
            problems.append(Problem(SRC_PATH, number, what, line, f"write, for example,  {EXAMPLE}", HELP))
        else:
            found.append(Synonyms(language.strip(), expressions))
    return found, problems
