"""`data/programs.yml` -> programs. Takes what it can read; `rules` tells what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from guidebook.guideline.model import LEVELS
from guidebook.nested import Node, read_records
from guidebook.problems import Problem
from guidebook.programs import HELP, SRC_PATH
from guidebook.programs.model import Age, Evidence, Format, Program, Section, Words
from guidebook.settings import Value

Choice = TypeVar("Choice", bound=StrEnum)
NOTHING = Value("", (), 1)


@dataclass(frozen=True)
class Nested:
    """What an author typed under an id: settings with words, and settings that hold settings."""

    line: int
    values: dict[str, Value]
    inner: dict[str, Nested]


NOTHING_TYPED = Nested(1, {}, {})


def load_directory(root: Path) -> tuple[Nested, list[Problem]]:
    """The file as it is typed; empty when there is none. An id with nothing under it is a program that lacks all."""
    records, problems = read_records(root / SRC_PATH, root, HELP)
    file = _nested(Node(1, "", fields=records))
    empty = {id: Nested(node.line, {}, {}) for id, node in records.items() if id not in file.values}
    return Nested(1, file.values, empty | file.inner), problems


def _nested(node: Node) -> Nested:
    """A setting without words is as good as none: `rules` says that it is missing."""
    values = {key: _value(field) for key, field in node.fields.items() if field.text or field.items}
    return Nested(node.line, values, {key: _nested(field) for key, field in node.fields.items() if field.fields})


def _value(node: Node) -> Value:
    return Value(node.text, tuple(item.text for item in node.items) or (node.text,), node.line)


def parse_program(identifier: str, entry: Nested, languages: Iterable[str]) -> Program | None:
    """None when the entry does not say in which list it stands or what was read of it: `rules` has told."""
    section = _choices(entry, "section", Section)
    evidence = _choices(entry, "evidence", Evidence)
    if not section or not evidence:
        return None
    return Program(
        identifier,
        entry.line,
        section[0],
        _choices(entry, "level", LEVELS),
        _choices(entry, "age", Age),
        _choices(entry, "format", Format),
        entry.values.get("country", NOTHING).items,
        evidence[0],
        entry.values.get("described", NOTHING).text,
        entry.values.get("statements", NOTHING).items,
        entry.values.get("unclear", NOTHING).items,
        "name" in entry.values,
        {language: _words(entry, language) for language in languages},
    )


def _choices(entry: Nested, key: str, kind: Iterable[Choice]) -> tuple[Choice, ...]:
    """The valid values of a setting, in the order of the vocabulary."""
    return tuple(value for value in kind if value in entry.values.get(key, NOTHING).items)


def _words(entry: Nested, language: str) -> Words:
    words = entry.inner.get(language, NOTHING_TYPED).values

    def text(key: str) -> str:
        return words.get(key, NOTHING).text

    name = entry.values["name"].text if "name" in entry.values else text("name")
    return Words(name, text("what"), text("target"), text("reach"), text("found"))
