"""What stands between the two `---` of a page: which settings exist, who may say them, what they may say."""

from __future__ import annotations

from collections.abc import Collection

from guidebook.guideline.model import Level
from guidebook.problems import Problem, nearest
from guidebook.sources import Source

AWAITING = ("law", "clinical", "indigenous")
"""Human reviewers a page may still wait for. Readers are told, and the list for maintainers is made from it."""
TRANSLATION = "french"
"""The reviewer that every page in another language waits for until its front matter says `reviewed: [french]`."""

WORDS = ("title", "description", "keywords", "template", "hide", "search", "reviewed")
"""Settings of one language's page."""
FACTS = (
    *("awaiting", "lesson", "case", "module", "minutes", "teaches", "level", "download", "urgent"),
    *("aim", "dated", "review_by", "quick-exit"),
)
"""Settings that all languages share. They stand in the first language only."""
SINGLE = ("title", "template", "lesson", "case", "module", "download", "urgent", "aim", "quick-exit")
"""Settings that take one value and have no rule of their own that says so."""
TEMPLATES = ("home.html", "present.html")
"""Layouts of a page beside the ordinary one, in `overrides/`."""
QUICK_EXIT = ("violence",)
"""Why a page offers to be left at once."""
DESCRIPTION_LENGTH = range(50, 171)


def awaiting_of(source: Source, original: Source) -> tuple[str, ...]:
    """The reviewers a page still waits for."""
    waiting = original.meta["awaiting"].items if "awaiting" in original.meta else ()
    if source.language == original.language:
        return waiting
    reviewed = source.meta["reviewed"].items if "reviewed" in source.meta else ()
    return waiting if TRANSLATION in reviewed else (*waiting, TRANSLATION)


def check_front_matter(
    source: Source, is_first_language: bool, statements: Collection[str], documents: Collection[str]
) -> list[Problem]:
    """Rules of one page's settings. `statements` and `documents` are the ids and keys that exist."""
    checker = _Checker(source)
    valid = (*WORDS, *FACTS) if is_first_language else WORDS
    for key, value in source.meta.items():
        if key in FACTS and not is_first_language:
            checker.add(
                value.line,
                f'"{key}" is shared by all languages and stands in the first language only.',
                f"{key}: {value}",
                f"remove the line; it is read from docs/en/{source.src_uri}.",
            )
        elif key not in valid:
            checker.add(value.line, f'"{key}" is not a setting of a page.', key, nearest(key, valid))
    _check_description(checker)
    _check_keywords(checker)
    _check_choice(checker, "reviewed", (TRANSLATION,))
    _check_choice(checker, "template", TEMPLATES)
    _check_single(checker)
    if is_first_language:
        _check_choice(checker, "awaiting", AWAITING)
        _check_choice(checker, "quick-exit", QUICK_EXIT)
        _check_choice(checker, "teaches", statements)
        _check_choice(checker, "download", documents)
        _check_level(checker)
        _check_minutes(checker)
        _check_days(checker)
    return checker.problems


def _check_description(checker: _Checker) -> None:
    value = checker.source.meta.get("description")
    if value is None and not checker.source.has_unread_settings:
        fix = "add, between two lines of ---,  description: One sentence about the page."
        checker.add(1, "this page has no description.", "nothing", fix)
    elif value and value.items and len(words := str(value)) not in DESCRIPTION_LENGTH:
        checker.add(
            value.line,
            f"the description has {len(words)} characters.",
            words,
            f"write {DESCRIPTION_LENGTH.start} to {DESCRIPTION_LENGTH.stop - 1} characters: "
            "search engines cut longer ones.",
        )


def _check_keywords(checker: _Checker) -> None:
    """Each leads to the page by itself, before any other: two words together would be two doors too wide."""
    value = checker.source.meta.get("keywords")
    for item in value.items if value else ():
        if len(item.split()) > 1:
            assert value
            fix = "write single words; expressions go into data/synonyms.txt."
            checker.add(value.line, f'the keyword "{item}" is more than one word.', f"keywords: {value}", fix)


def _check_choice(checker: _Checker, key: str, valid: Collection[str]) -> None:
    value = checker.source.meta.get(key)
    for item in value.items if value else ():
        if item not in valid:
            assert value
            checker.add(value.line, f'"{item}" cannot stand in "{key}".', f"{key}: {value}", nearest(item, valid))


def _check_single(checker: _Checker) -> None:
    """Of a list where one value is due, nothing would be shown."""
    for key in SINGLE:
        value = checker.source.meta.get(key)
        if value and value.items and not value.text:
            checker.add(value.line, f'"{key}" takes one value.', f"{key}: {value}", f"write  {key}: {value.items[0]}")


def _check_level(checker: _Checker) -> None:
    """One level for the statements of a page, so a list is none."""
    value = checker.source.meta.get("level")
    if value and value.items and value.text not in tuple(Level):
        fix = nearest(value.text, list(Level))
        checker.add(value.line, f'"{value}" is not a level of practice.', f"level: {value}", fix)


def _check_minutes(checker: _Checker) -> None:
    meta = checker.source.meta
    for kind in ("lesson", "case"):
        if kind in meta and "minutes" not in meta:
            line = meta[kind].line
            checker.add(line, f"this {kind} does not say how long it takes.", 'no "minutes"', "add  minutes: 10")
    value = meta.get("minutes")
    if value and value.items and not value.is_number:
        checker.add(value.line, '"minutes" is not a whole number.', f"minutes: {value}", "write  minutes: 10")


def _check_days(checker: _Checker) -> None:
    for key in ("dated", "review_by"):
        value = checker.source.meta.get(key)
        if value and not value.is_day:
            fix = f"write  {key}: 2026-11-22"
            checker.add(value.line, f'"{key}" is not a date.', f"{key}: {value}", fix)


class _Checker:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def add(self, line: int, what: str, found: str, fix: str) -> None:
        help = f"docs/{self.source.language}/contribute.md#front-matter"
        self.problems.append(Problem(self.source.src_path, line, what, found, fix, help))
