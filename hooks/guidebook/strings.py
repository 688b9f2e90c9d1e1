"""Every word of the interface, in every language. Knows where words are kept; refuses to invent one."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import yaml

from guidebook.nested import Node, read_records
from guidebook.problems import Problem, nearest
from guidebook.typography import set_type

STRINGS_PATH = Path(__file__).with_name("strings.yml")
HELP = "hooks/README.md"

Translate = Callable[..., str]
"""`t("question.check")` or `t("question.of", number=3)`: the words for a key in one language."""


@cache
def load_strings(path: Path = STRINGS_PATH) -> dict[str, dict[str, str]]:
    """Key -> {language: words, where: where a reader meets them}."""
    strings: dict[str, dict[str, str]] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return strings


def translator(language: str) -> Translate:
    """The function that templates call `t`. Raises KeyError for a key or a language that is not in `strings.yml`."""
    words = _words_of(language)

    def t(key: str, **values: object) -> str:
        return words[key].format(**values)

    return t


@cache
def _words_of(language: str) -> dict[str, str]:
    """Key -> words of one language, set as it sets them: who typed them need not have known how."""
    return {key: set_type(entry[language], language) for key, entry in load_strings().items() if language in entry}


@cache
def _records(path: Path) -> tuple[dict[str, Node], list[Problem]]:
    """As typed, with their lines. Read once: YAML takes a third of a second over so many words."""
    return read_records(path, path.parents[2], HELP)


def check_strings(languages: tuple[str, ...], path: Path = STRINGS_PATH) -> Iterator[Problem]:
    """What is wrong in `hooks/guidebook/strings.yml`, without which no page can be made."""
    src_path, names = path.relative_to(path.parents[2]).as_posix(), (*languages, "where")
    records, problems = _records(path)
    yield from problems
    for key, entry in records.items():
        for name in names:
            if name not in entry.fields or not entry.fields[name].is_words:
                what, fix = f'the words "{key}" have no "{name}".', f"add  {name}:  under {key}"
                yield Problem(src_path, entry.line, what, ", ".join(entry.fields), fix, HELP)
        for name in (name for name in entry.fields if name not in names):
            what = f'the words "{key}" have "{name}", which is not a language.'
            yield Problem(src_path, entry.line, what, ", ".join(entry.fields), nearest(name, names), HELP)
        yield from _check_places(key, entry, languages, src_path)


def _check_places(key: str, entry: Node, languages: tuple[str, ...], src_path: str) -> Iterator[Problem]:
    """`hooks/guidebook/strings.yml`: the same places to fill in in every language, and braces for nothing else."""
    wanted: set[str] | None = None
    for language in (language for language in languages if language in entry.fields):
        words = entry.fields[language].text
        try:
            places = {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}
        except ValueError:
            places = {"?"}
        if not all(map(str.isidentifier, places)):
            what, fix = f'the braces of "{key}" cannot be read.', "write  {name}  as in the other languages."
            yield Problem(src_path, entry.line, what, words, fix, HELP)
        elif wanted is not None and places != wanted:
            what = f'the words "{key}" have other places to fill in than in {languages[0]}.'
            fix = f"write, of these, each: {', '.join(sorted(f'{{{name}}}' for name in wanted)) or 'none'}"
            yield Problem(src_path, entry.line, what, words, fix, HELP)
        else:
            wanted = places
