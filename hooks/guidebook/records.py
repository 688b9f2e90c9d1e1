"""Data files of records: a key at the margin, its settings indented under it. Knows lines; refuses to know meanings.

Each record is read by itself, so that a slip in one hides no other, and every line number is the editor's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from guidebook.problems import Problem, nearest
from guidebook.settings import Value, parse_values
from guidebook.sources import clean_lines

OPENING = re.compile(r"^([^\s#:][^:]*):\s*$")
KEY = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


@dataclass(frozen=True)
class Record:
    key: str
    """Lower-case words and hyphens, the same in every language: the end of an address."""
    values: Mapping[str, Value]
    line: int
    """Of its key."""

    def text(self, name: str) -> str:
        return self.values[name].text if name in self.values else ""

    def items(self, name: str) -> tuple[str, ...]:
        return self.values[name].items if name in self.values else ()


@dataclass(frozen=True)
class Kind:
    """What a file holds, for its messages."""

    src_path: str
    """`data/glossary.yml`"""
    word: str
    """One of its records: `term`."""
    help: str

    def problem(self, line: int, what: str, found: str, fix: str) -> Problem:
        return Problem(self.src_path, line, what, found, fix, self.help)


def load_records(root: Path, kind: Kind) -> tuple[list[Record], list[Problem]]:
    """Every record of a file in its order. A mistake in the file is a problem, never a traceback."""
    try:
        text = (root / kind.src_path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        found = getattr(error, "strerror", None) or f"byte {getattr(error, 'start', 0)} is not UTF-8"
        fix = "put it back from an earlier version of the project, and save it as UTF-8."
        return [], [kind.problem(1, f"this file cannot be read, so there is no {kind.word}.", found, fix)]
    records: dict[str, Record] = {}
    lines, problems = clean_lines(text, kind.src_path, kind.help)
    for line, key, settings in _split(lines):
        if not key:
            what = f"this line belongs to no {kind.word}."
            fix = f"begin a {kind.word} with its key and a colon at the margin; indent its settings by two spaces."
            problems.append(kind.problem(line, what, settings[0].strip(), fix))
            continue
        values, found_problems = parse_values(settings, line + 1, kind.src_path, kind.help)
        problems += found_problems
        if not KEY.match(key):
            what = f'"{key}" is not a key.'
            fix = "write lower-case English words and hyphens:  warm-referral:"
            problems.append(kind.problem(line, what, f"{key}:", fix))
        elif key in records:
            what = f'the {kind.word} "{key}" stands twice.'
            problems.append(kind.problem(line, what, f"{key}: on lines {records[key].line} and {line}", "keep one."))
        elif values or not found_problems:  # what cannot be read at all was told, so nothing is missing
            records[key] = Record(key, values, line)
    return list(records.values()), problems


def check_names(kind: Kind, record: Record, valid: tuple[str, ...]) -> list[Problem]:
    """A setting that does not exist would be left out in silence."""
    return [
        kind.problem(value.line, f'"{name}" is not a setting of a {kind.word}.', name, nearest(name, valid))
        for name, value in record.values.items()
        if name not in valid
    ]


def check_filled(kind: Kind, record: Record, needed: tuple[str, ...]) -> list[Problem]:
    """What every record must say, in every language."""
    return [
        kind.problem(
            record.line,
            f'the {kind.word} "{record.key}" has no "{name}".',
            f"{record.key}:",
            f"add under it  {name}: …",
        )
        for name in needed
        if name not in record.values
    ]


def _split(lines: tuple[str, ...]) -> list[tuple[int, str, tuple[str, ...]]]:
    """(line of the key, key, its lines) of each record; a line that belongs to none comes alone, without a key."""
    groups: list[tuple[int, str, list[str]]] = []
    for number, text in enumerate(lines, 1):
        if match := OPENING.match(text):
            groups.append((number, match[1].strip(), []))
        elif groups and groups[-1][1] and (not text.strip() or text[:1] in " #"):
            groups[-1][2].append(text)
        elif text.strip() and not text.startswith("#"):
            groups.append((number, "", [text]))
    return [(number, key, tuple(dedent("\n".join(settings)).split("\n"))) for number, key, settings in groups]
