"""`data/figures.yml` -> figures. Knows how settings are named; judges nothing."""

from __future__ import annotations

from pathlib import Path

from guidebook.figures.model import Figure
from guidebook.problems import Problem
from guidebook.records import Kind, Record, load_records

KIND = Kind("data/figures.yml", "figure", "docs/en/contribute.md#figures")


def load_figures(root: Path, languages: tuple[str, ...]) -> tuple[dict[str, Figure], list[Record], list[Problem]]:
    """The figures by key, the records they were made of, and what could not be read."""
    records, problems = load_records(root, KIND)
    return {record.key: _figure(record, languages) for record in records}, records, problems


def _figure(record: Record, languages: tuple[str, ...]) -> Figure:
    words: dict[str, dict[str, str]] = {code: {} for code in languages}
    for name, value in record.values.items():
        place, _, code = name.rpartition("_")
        if code in words and place not in ("title", "told"):
            words[code][place] = value.text
    title = {code: record.text(f"title_{code}") for code in languages}
    told = {code: record.items(f"told_{code}") for code in languages}
    return Figure(record.key, title, told, words, record.line)
