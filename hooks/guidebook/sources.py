"""Pages as their authors typed them, with TRUE line numbers. Knows files and front matter; refuses to know meanings.

MkDocs strips the front matter before its events see a page. Here a line number is the one that an editor shows.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.problems import SHOWN, Problem
from guidebook.settings import Value, parse_values

FENCE = "---"
BYTE_ORDER_MARK = "\ufeff"
LINE_LENGTH = 20_000
"""No paragraph is longer: such a line is an image or a web page pasted as text."""
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ue000\ue001\ufeff\ufffd-\uffff]"
)
"""Characters that nobody can see or that stand for one that was lost. Some of them end a build with a traceback, some
break a line for YAML and for nobody else, some turn the order of the letters that follow."""


@dataclass(frozen=True)
class Source:
    """One Markdown file."""

    src_path: str
    """As messages show it: `docs/fr/guidelines/competencies/c4.md`."""
    language: str
    src_uri: str
    """Inside its language's folder, the same in every language: `guidelines/competencies/c4.md`."""
    meta: Mapping[str, Value]
    lines: tuple[str, ...]
    """The whole file; `lines[0]` is line 1."""
    body_start: int
    """How many lines the front matter takes."""
    is_made: bool = False
    """Whether the build makes it from a data file, whose own rules an author can follow, and nobody typed it."""

    @property
    def body(self) -> tuple[str, ...]:
        return self.lines[self.body_start :]

    @property
    def has_unread_settings(self) -> bool:
        """Something stands where settings should be and none could be read: told already, so nothing is missing."""
        return not self.meta and self.lines[0].rstrip() == FENCE and self.body_start != 2

    def numbered_body(self) -> Iterator[tuple[int, str]]:
        """(line number, text) of each line after the front matter."""
        return enumerate(self.body, start=self.body_start + 1)


def load_sources(docs_dir: Path, languages: tuple[str, ...], root: Path) -> tuple[list[Source], list[Problem]]:
    """Every page of every language, in a stable order, and what could not be read."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for language in languages:
        folder = docs_dir / language
        for path in sorted(folder.rglob("*.md")):
            src_path = path.relative_to(root).as_posix()
            try:
                text, unreadable = _decode(path.read_bytes(), src_path, language)
            except OSError as error:
                fix = "check that it is an ordinary file that you may read."
                problems.append(_unreadable(src_path, language, error.strerror or str(error), fix))
                continue
            problems += unreadable
            source, found = parse_source(text, src_path, language, path.relative_to(folder).as_posix())
            sources.append(source)
            problems += found
    return sources, problems


def parse_source(text: str, src_path: str, language: str, src_uri: str) -> tuple[Source, list[Problem]]:
    lines, problems = clean_lines(text, src_path, f"docs/{language}/contribute.md#in-five-minutes")
    help = f"docs/{language}/contribute.md#front-matter"
    meta_lines, body_start, unclosed = _split_front_matter(lines, src_path, help)
    meta, found = parse_values(meta_lines, 2, src_path, help)
    source = Source(src_path, language, src_uri, meta, lines, body_start)
    return source, [*problems, *unclosed, *found]


def clean_lines(text: str, src_path: str, help: str) -> tuple[tuple[str, ...], list[Problem]]:
    """The lines of any file as an editor numbers them, and those that no author types, told.

    What was told is left out of the lines, so that no later reader stumbles over it or takes minutes over it.
    """
    typed = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = tuple(UNSEEN.sub("", line if len(line) <= LINE_LENGTH else line[:SHOWN]) for line in typed)
    return lines, _check_lines(typed, src_path, help)


def _check_lines(lines: list[str], src_path: str, help: str) -> list[Problem]:
    """Lines that are too long, or hold characters that nobody can see."""
    problems = []
    for number, line in enumerate(lines, start=1):
        if len(line) > LINE_LENGTH:
            what = f"this line has {len(line)} characters."
            fix = "break it into paragraphs; an image is a file of its own:  ![words](file.png)"
            problems.append(Problem(src_path, number, what, line, fix, help))
        elif match := UNSEEN.search(line):
            what = "this line holds a character that cannot be seen or was lost."
            found = f"{line[max(0, match.start() - 30) : match.start()]}⍰   (⍰ is U+{ord(match[0]):04X})"
            problems.append(
                Problem(src_path, number, what, found.strip(), "delete it; type again what was meant.", help)
            )
    return problems


def _split_front_matter(lines: tuple[str, ...], src_path: str, help: str) -> tuple[tuple[str, ...], int, list[Problem]]:
    if lines[0].rstrip() != FENCE:
        return (), 0, []
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == FENCE:
            return lines[1 : number - 1], number, []
    problem = Problem(
        src_path,
        1,
        "the front matter is not closed.",
        "--- on line 1, and no second --- line",
        "add a line with only --- after the last setting.",
        help,
    )
    return (), 0, [problem]


def unread(error: Exception) -> str:
    """Why a file cannot be read, in few words."""
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8"
    return getattr(error, "strerror", None) or str(error)


def _decode(data: bytes, src_path: str, language: str) -> tuple[str, list[Problem]]:
    """The text, and a problem when it is not UTF-8. It is then guessed, so that the page is not missing besides."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        found, fix = f"byte {error.start} is not UTF-8", 'save the file again with the encoding "UTF-8".'
        guess = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "latin-1"
        return data.decode(guess, "replace"), [_unreadable(src_path, language, found, fix)]


def _unreadable(src_path: str, language: str, found: str, fix: str) -> Problem:
    help = f"docs/{language}/contribute.md#front-matter"
    return Problem(src_path, 1, "the file cannot be read.", found, fix, help)
