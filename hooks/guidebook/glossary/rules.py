"""What makes a glossary right: every term whole in every language, no word that means two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidebook.glossary.model import Term
from guidebook.problems import Problem, nearest
from guidebook.records import Kind, Record, check_filled, check_names

BY_LANGUAGE = ("", "definition_")
"""Starts of the settings that a term has in every language: `en`, `definition_en`."""
OPTIONAL = ("short_", "also_", "forms_")


def check_glossary(
    kind: Kind, terms: Sequence[Term], records: Sequence[Record], languages: tuple[str, ...]
) -> Iterator[Problem]:
    for record in records:
        yield from _check_record(kind, record, languages)
    yield from _check_names(kind, terms, languages)


def _check_record(kind: Kind, record: Record, languages: tuple[str, ...]) -> Iterator[Problem]:
    """What stands under one key of the file."""
    needed = tuple(f"{start}{code}" for code in languages for start in BY_LANGUAGE)
    optional = tuple(f"{start}{code}" for code in languages for start in OPTIONAL)
    yield from check_names(kind, record, (*needed, *optional, "unmarked", "note"))
    yield from check_filled(kind, record, needed)
    for code in record.items("unmarked"):
        if code not in languages:
            value = record.values["unmarked"]
            what = f'"{code}" cannot stand in "unmarked".'
            yield kind.problem(value.line, what, f"unmarked: {value}", nearest(code, languages))


def _check_names(kind: Kind, terms: Sequence[Term], languages: tuple[str, ...]) -> Iterator[Problem]:
    """One word, one term: a reader who opens a definition must get the right one."""
    for code in languages:
        first: dict[str, Term] = {}
        for term in terms:
            for name in dict.fromkeys(name.casefold() for name in term.wordings[code].names):
                other = first.setdefault(name, term)
                if other is not term:
                    yield kind.problem(
                        term.line,
                        f'the words "{name}" ({code}) mean two terms.',
                        f"{term.key}, and {other.key} on line {other.line}",
                        "keep them under one of the two terms.",
                    )
