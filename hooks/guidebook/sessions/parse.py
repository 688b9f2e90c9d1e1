"""`data/sessions.yml` -> sessions. Every value that cannot be read is told, with an example of what to type."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from guidebook.nested import Node, read_records
from guidebook.problems import Problem, nearest
from guidebook.sessions.model import FORMATS, KINDS, SEASONS, SPOKEN, STATUSES, Material, Programme, Session

SRC_PATH = "data/sessions.yml"
HELP = "docs/en/contribute.md#sessions"
ID = re.compile(r"^\d{4}-[a-z0-9]+(-[a-z0-9]+)*$", re.ASCII)
ADDRESS = re.compile(r"^https://[^\s/]+\.\S+$")
FILE = re.compile(r"^[\w-][\w.-]*\.\w+$", re.ASCII)
EXAMPLES = {
    "title": "title: {en: Calming first, fr: Apaiser d'abord}",
    "summary": "summary: {en: One sentence., fr: Une phrase.}",
    "status": "status: planned",
    "announced": "announced: 2026-11-22",
    "date": "date: 2027-02-10",
    "start": 'start: "13:00"',
    "end": 'end: "14:30"',
    "season": "season: summer 2022",
    "changed": "changed: [2026-12-03, 2027-01-15]",
    "format": "format: online",
    "languages": "languages: [en, fr]",
    "host": "host: Name of the organization",
    "place": "place: {en: Room 2 of the library, fr: Salle 2 de la bibliothèque}",
    "register": "register: https://example.org/register",
    "aims": "aims: [1, 4]",
    "materials": "materials: [{kind: slides, language: en, file: 2027-calming-first-en.pdf}]",
    "source": "source: ottawapcc2022",
    "kind": "kind: slides",
    "language": "language: en",
    "file": "file: 2027-calming-first-en.pdf",
    "url": "url: https://example.org/page",
}
"""Setting -> a line that is right. Its order is the order in messages."""
OF_A_MATERIAL = ("kind", "language", "title", "file", "url")
OF_A_SESSION = tuple(key for key in EXAMPLES if key not in OF_A_MATERIAL or key == "title")
REQUIRED = ("title", "summary", "status", "announced")


def load_programme(root: Path, languages: tuple[str, ...], day: datetime.date) -> tuple[Programme, list[Problem]]:
    """Every session that can be read, and every mistake. A session with a mistake is left out.

    `day` divides the sessions to come from those that are past.
    """
    records, problems = read_records(root / SRC_PATH, root, HELP)
    is_unread = bool(problems) and not records
    sessions = []
    for id, node in records.items():
        reader = _Reader(node, f'session "{id}"', languages)
        session = _session(id, reader)
        problems += reader.problems
        if session:
            sessions.append(session)
    ids = {id: node.line for id, node in records.items()}
    return Programme(tuple(sessions), day, ids, is_unread), problems


def _session(id: str, reader: _Reader) -> Session | None:
    if not ID.match(id):
        fix = "write a year and English words in lower case, joined by hyphens:  2027-calming-first"
        reader.add(reader.node, f'"{id}" cannot be the id of a session.', id, fix)
    reader.check_keys(OF_A_SESSION, "a session", REQUIRED)
    title, summary = reader.translated("title"), reader.translated("summary")
    status, announced = reader.choice("status", STATUSES), reader.day("announced")
    changed = reader.days("changed")
    facts: dict[str, Any] = {
        "date": reader.day("date"),
        "start": reader.time("start"),
        "end": reader.time("end"),
        "season": reader.season("season"),
        "format": reader.choice("format", FORMATS),
        "languages": reader.choices("languages", SPOKEN),
        "host": reader.translated("host", or_name=True),
        "place": reader.translated("place", or_name=True),
        "register": reader.matching("register", ADDRESS),
        "aims": reader.list_of_words("aims"),
        "materials": reader.materials("materials"),
        "source": reader.plain("source"),
    }
    if reader.problems or announced is None:
        return None
    lines = {key: node.line for key, node in reader.node.fields.items()}
    return Session(id, title, summary, status, announced, reader.node.line, changed=changed, lines=lines, **facts)


class _Reader:
    """The settings of one session or material, each as what it should be; what is not, is told."""

    def __init__(self, node: Node, name: str, languages: tuple[str, ...]) -> None:
        self.node, self.name, self.languages = node, name, languages
        self.problems: list[Problem] = []

    def add(self, node: Node, what: str, found: str, fix: str) -> None:
        self.problems.append(Problem(SRC_PATH, node.line, what, found, fix, HELP))

    def unreadable(self, key: str) -> None:
        node = self.node.fields[key]
        self.add(node, f'"{key}" of {self.name} is not written as it should be.', node.typed, f"write  {EXAMPLES[key]}")

    def check_keys(self, valid: Collection[str], kind: str, required: Collection[str]) -> None:
        for key, node in self.node.fields.items():
            if key not in valid:
                self.add(node, f'"{key}" is not a setting of {kind}.', node.typed, nearest(key, valid))
        for key in required:
            if key not in self.node.fields:
                self.add(self.node, f'{self.name} has no "{key}".', self.node.typed, f"add  {EXAMPLES[key]}")

    def plain(self, key: str) -> str:
        """Plain words; empty when the setting is not there."""
        node = self.node.fields.get(key)
        if node is None:
            return ""
        if not node.is_words:
            self.unreadable(key)
        return node.text

    def matching(self, key: str, pattern: re.Pattern[str]) -> str:
        words = self.plain(key)
        if words and not pattern.match(words):
            self.unreadable(key)
        return words

    def list_of_words(self, key: str) -> tuple[str, ...]:
        node = self.node.fields.get(key)
        if node is None:
            return ()
        items = node.items or ((node,) if node.is_words else ())
        if not items or not all(item.is_words for item in items):
            self.unreadable(key)
        return tuple(item.text for item in items)

    def choice(self, key: str, valid: Collection[str]) -> str:
        return self._valid(key, (self.plain(key),), valid)[0]

    def choices(self, key: str, valid: Collection[str]) -> tuple[str, ...]:
        return self._valid(key, self.list_of_words(key), valid)

    def _valid(self, key: str, words: tuple[str, ...], valid: Collection[str]) -> tuple[str, ...]:
        for word in words:
            if word and word not in valid:
                node = self.node.fields[key]
                self.add(node, f'"{word}" cannot stand in "{key}".', node.typed, nearest(word, valid))
        return words

    def translated(self, key: str, or_name: bool = False) -> Mapping[str, str]:
        """Words by language. `or_name`: or a name, which is the same in every language."""
        node = self.node.fields.get(key)
        if node is None:
            return {}
        if or_name and node.is_words:
            return dict.fromkeys(self.languages, node.text)
        if not node.fields or not all(value.is_words for value in node.fields.values()):
            self.unreadable(key)
            return {}
        for language in (code for code in self.languages if code not in node.fields):
            fix = f"add  {language}: words  under it."
            self.add(node, f'"{key}" of {self.name} has no "{language}".', ", ".join(node.fields), fix)
        for code in (code for code in node.fields if code not in self.languages):
            self.add(node.fields[code], f'"{code}" is not a language.', node.typed, nearest(code, self.languages))
        return {code: value.text for code, value in node.fields.items()}

    def day(self, key: str) -> datetime.date | None:
        words = self.plain(key)
        try:
            return datetime.date.fromisoformat(words) if words else None
        except ValueError:
            self.unreadable(key)
            return None

    def days(self, key: str) -> tuple[datetime.date, ...]:
        try:
            return tuple(datetime.date.fromisoformat(words) for words in self.list_of_words(key))
        except ValueError:
            self.unreadable(key)
            return ()

    def time(self, key: str) -> datetime.time | None:
        words = self.plain(key)
        try:
            return datetime.datetime.strptime(words, "%H:%M").time() if words else None
        except ValueError:
            self.unreadable(key)
            return None

    def season(self, key: str) -> tuple[str, int] | None:
        words = self.plain(key)
        if not words:
            return None
        name, _, year = words.partition(" ")
        if name not in SEASONS or not re.match(r"^\d{4}$", year, re.ASCII):
            self.unreadable(key)
            return None
        return name, int(year)

    def materials(self, key: str) -> tuple[Material, ...]:
        node = self.node.fields.get(key)
        if node is None:
            return ()
        if not node.items or not all(item.fields for item in node.items):
            self.unreadable(key)
            return ()
        return tuple(self._material(item) for item in node.items)

    def _material(self, node: Node) -> Material:
        reader = _Reader(node, f"a material of {self.name}", self.languages)
        reader.check_keys(OF_A_MATERIAL, "a material", ("kind",))
        material = Material(
            kind=reader.choice("kind", KINDS),
            language=reader.choice("language", SPOKEN),
            title=reader.translated("title", or_name=True),
            file=reader.matching("file", FILE),
            url=reader.matching("url", ADDRESS),
            line=node.line,
        )
        self.problems += reader.problems
        return material
