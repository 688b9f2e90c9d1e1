"""The number and date of an edition, in every file that says them. Knows texts; refuses to know the disk and git."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.edition import SRC_PATH as EDITION
from guidebook.edition import VERSION

CHANGELOG = "CHANGELOG.md"
CITATION = "CITATION.cff"
ABOUT = ("docs/en/about.md", "docs/fr/about.md")
STAMPED = (EDITION, CHANGELOG, CITATION, *ABOUT)
"""Every file that a release changes."""
HELP = "docs/en/maintain.md#release"

UNRELEASED = re.compile(r"^## \[Unreleased\][ \t]*\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
GROUP = re.compile(r"^### (.+?)[ \t]*\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
ITEM = re.compile(r"^- \S", re.MULTILINE)
IN_FRENCH = {"Ajouts", "Changements", "Corrections", "En français", "Limites connues", "Retraits", "Sécurité"}
"""Headings of the changelog that stand over words in French; any other stands over English."""
PLACES = {
    EDITION: (r'^(version: )"[^"]*"$', r"^(date: )\S+$"),
    CITATION: (r'^(version: )"[^"]*"$', r"^(date-released: )\S+$"),
    ABOUT[0]: (r"(\(Version )\d+\.\d+\.\d+(?=\))", r"(?<=contributors\. )(\()\d{4}(?=\)\.)"),
    ABOUT[1]: (r"(\(version )\d+\.\d+\.\d+(?=\))", r"(?<=contributors\. )(\()\d{4}(?=\)\.)"),
}
"""File -> where its number stands, and its date or year. Each stands exactly once."""


@dataclass(frozen=True)
class Refusal:
    """Why a release is not made: a sentence, what was found, what to do."""

    what: str
    found: str
    fix: str

    def __str__(self) -> str:
        return f"{self.what}\n  Found: {self.found}\n  Fix: {self.fix}\n  Help: {HELP}"


def refusals_of(texts: Mapping[str, str], present: str, version: str) -> list[Refusal]:
    """Why these texts cannot become edition `version`, after edition `present`."""
    found = [*_version_refusals(present, version), *_changelog_refusals(texts[CHANGELOG], version)]
    for path, patterns in PLACES.items():
        for pattern in patterns:
            count = len(re.findall(pattern, texts[path], re.MULTILINE))
            if count != 1:
                what = f"{path} does not say its edition in one place."
                fix = "write it as the last release did:  git log -p --grep Release " + path
                found.append(Refusal(what, f"{count} times  {pattern}", fix))
    return found


def _version_refusals(present: str, version: str) -> list[Refusal]:
    if not VERSION.match(version):
        fix = "write three numbers with points:  make release VERSION=1.1.0"
        return [Refusal("this is not the number of an edition.", version or "no number", fix)]
    if _numbers(version) <= _numbers(present):
        fix = f"choose a greater one:  make release VERSION={_next(present)}"
        return [Refusal("this number is not greater than that of the present edition.", f"{version}, {present}", fix)]
    return []


def _changelog_refusals(text: str, version: str) -> list[Refusal]:
    if f"## [{version}]" in text:
        fix = "choose a number that no edition had, or take the section out."
        return [Refusal(f"{CHANGELOG} already has a section for this edition.", f"## [{version}]", fix)]
    section = UNRELEASED.search(text)
    if not section:
        fix = 'add the line  "## [Unreleased]"  above the newest edition, and under it what changed.'
        return [Refusal(f"{CHANGELOG} has no section for what is not released yet.", "no ## [Unreleased]", fix)]
    filled = {title in IN_FRENCH for title, body in GROUP.findall(section[1]) if ITEM.search(body)}
    examples = {False: ("English", "### Added"), True: ("French", "### Ajouts")}
    return [
        Refusal(
            f"{CHANGELOG} does not say in {language} what changed.",
            f"no line that begins with - under a heading such as  {heading}",
            "write under ## [Unreleased] what changed for readers, in both languages.",
        )
        for is_french, (language, heading) in examples.items()
        if is_french not in filled
    ]


def stamp(texts: Mapping[str, str], version: str, date: datetime.date) -> dict[str, str]:
    """The same files as edition `version` of `date`. Only for texts without refusals."""
    stamped = dict(texts)
    for path, (number, day) in PLACES.items():
        is_data = path in (EDITION, CITATION)
        quoted, when = (f'"{version}"', date.isoformat()) if is_data else (version, str(date.year))
        text = re.sub(number, rf"\g<1>{quoted}", texts[path], flags=re.MULTILINE)
        stamped[path] = re.sub(day, rf"\g<1>{when}", text, flags=re.MULTILINE)
    heading = f"## [Unreleased]\n\n## [{version}] - {date.isoformat()}"
    stamped[CHANGELOG] = re.sub(r"^## \[Unreleased\][ \t]*$", heading, texts[CHANGELOG], count=1, flags=re.MULTILINE)
    return stamped


def notes_of(changelog: str, version: str) -> str:
    """What the changelog says of an edition, without its heading: the words of the tag."""
    section = re.search(rf"^## \[{re.escape(version)}\].*?\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return section[1].strip() if section else ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _next(version: str) -> str:
    major, minor, _ = _numbers(version)
    return f"{major}.{minor + 1}.0"
