"""Spelling of everything a reader reads, in each language, with the project's own words: `make spell`.

Hunspell dictionaries (Canadian English; French) read by spylls. What they do not know and is right stands in
`data/words.<language>.txt`, one word a line: names, terms of the field, titles.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml
from spylls.hunspell import Dictionary

from guidebook.library import Library
from guidebook.load import load_library
from guidebook.problems import Problem, report
from guidebook.prose import plain, prose_of

ROOT = Path(__file__).parents[2]
DICTIONARIES = {"en": "dictionary-en-ca", "fr": "dictionary-fr"}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
QUOTES_MESSAGES = {"docs/fr/contribute.md": "en", "docs/fr/maintain.md": "en"}
"""Pages that quote what the build says, in the language in which it says it."""
IDENTIFIER = re.compile(
    r"\b\w*\d\w*\b|\b[A-Z]{2,}s?\b|[\w.+-]+\.(?:md|yml|txt|pdf|csv|ics|json)\b|\b[\w-]+:(?=\s*$)|&[a-z]+;"
)
"""Ids, abbreviations in capitals, names of files: not words."""


@cache
def dictionary(language: str) -> Dictionary:
    return Dictionary.from_files(str(ROOT / "tests/node/node_modules" / DICTIONARIES[language] / "index"))


def own_words(language: str, root: Path = ROOT) -> dict[str, int]:
    """Word -> its line in the project's list."""
    lines = (root / "data" / f"words.{language}.txt").read_text("utf-8").splitlines()
    return {line.strip(): number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")}


def texts(library: Library, language: str, root: Path = ROOT) -> Iterator[tuple[str, int, str]]:
    """(path, line, words) of everything written in a language: pages, words of the interface, data."""
    for page in library.pages[language].values():
        for line, words in prose_of(page.source):
            yield page.source.src_path, line, words
    for path in sorted((root / "data").glob("*.yml")) + [root / "hooks/guidebook/strings.yml"]:
        if path.is_file():
            for line, words in _words_of(yaml.compose(path.read_text("utf-8")), language):
                yield path.relative_to(root).as_posix(), line, plain(re.sub(r"\{\w+\}", " ", words))


def _words_of(node: yaml.Node | None, language: str) -> Iterator[tuple[int, str]]:
    """What stands under the key of the language, anywhere in a data file."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == language:
                yield from _scalars(value)
            else:
                yield from _words_of(value, language)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _words_of(item, language)


def _scalars(node: yaml.Node) -> Iterator[tuple[int, str]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.line + 1, node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)


class Speller:
    """Knows the words of one language. `used` are those of the project's own list that a text needed."""

    def __init__(self, language: str, own: Iterable[str]) -> None:
        self.dictionary = dictionary(language)
        self.own = frozenset(own)
        self.used: set[str] = set()
        self.known = cache(self._knows)

    def mistakes(self, words: str, also: str = "") -> list[str]:
        """The words that are not known, neither in this language nor in the one that is quoted."""
        found = [word.replace("’", "'") for word in WORD.findall(IDENTIFIER.sub(" ", words))]
        return [word for word in found if not self.known(word) and not (also and dictionary(also).lookup(word))]

    def _knows(self, word: str) -> bool:
        if self._has(word):
            return True
        parts = [part for part in re.split("['-]", word) if part]  # l'attachement, sous-estimer, mother-baby
        return len(parts) > 1 and all(len(part) == 1 or self._has(part) for part in parts)

    def _has(self, word: str) -> bool:
        for own in (word, word.lower(), word.removesuffix("'s")):
            if own in self.own:
                self.used.add(own)
                return True
        return bool(self.dictionary.lookup(word))


def check_spelling(library: Library, language: str, root: Path = ROOT) -> list[Problem]:
    """A problem for each word that neither the dictionary nor the project knows, and for each listed word not used."""
    own = own_words(language, root)
    speller = Speller(language, own)
    read = list(texts(library, language, root))
    mistakes = [
        (path, line, words, word)
        for path, line, words in read
        for word in speller.mistakes(words, QUOTES_MESSAGES.get(path, ""))
    ]
    wrong = {word for *_, word in mistakes}
    # Of the words that the site itself uses: the dictionary's own guesses take a minute each in French.
    right = sorted({word for _, _, words in read for word in WORD.findall(words)} - wrong) if wrong else []
    listed = f"data/words.{language}.txt"
    unused = sorted(own.keys() - speller.used)
    return [
        *(
            Problem(path, line, f'"{word}" is not in the dictionary.', words, _fix(word, right, listed), HELP)
            for path, line, words, word in mistakes
        ),
        *(
            Problem(listed, own[word], f'no text uses the word "{word}".', word, "remove the line.", HELP)
            for word in unused
        ),
    ]


HELP = "hooks/README.md"


def _fix(word: str, right: list[str], listed: str) -> str:
    meant = difflib.get_close_matches(word, right, n=1, cutoff=0.8)
    return f"{f'write {meant[0]}, or ' if meant else ''}if it is right, add a line to {listed}:  {word}"


def main() -> int:
    library, _ = load_library(ROOT)
    problems = [problem for language in library.languages for problem in check_spelling(library, language)]
    if problems:
        print(report(sorted(problems)), file=sys.stderr)
        return 1
    print("Every word is known.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
