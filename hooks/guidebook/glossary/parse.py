"""`data/glossary.yml` -> terms. Knows the names of the settings; judges nothing but what it cannot read."""

from __future__ import annotations

from pathlib import Path

from guidebook.glossary.model import Term, Wording
from guidebook.problems import Problem
from guidebook.records import Kind, Record, load_records

KIND = Kind("data/glossary.yml", "term", "docs/en/contribute.md#glossary")


def load_glossary(root: Path, languages: tuple[str, ...]) -> tuple[list[Term], list[Record], list[Problem]]:
    """The terms in the order of the file, the records they were made of, and what could not be read."""
    records, problems = load_records(root, KIND)
    return [_term(record, languages) for record in records], records, problems


def _term(record: Record, languages: tuple[str, ...]) -> Term:
    unmarked = record.items("unmarked")
    wordings = {
        code: Wording(
            record.text(code),
            record.text(f"short_{code}"),
            record.items(f"also_{code}"),
            record.items(f"forms_{code}"),
            record.text(f"definition_{code}"),
            code not in unmarked,
        )
        for code in languages
    }
    return Term(record.key, wordings, record.line)
