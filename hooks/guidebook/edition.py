"""Which edition this is and when its facts were checked. Dates are data; each language writes them its own way."""

from __future__ import annotations

import datetime
import os
import re
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from guidebook.problems import Problem, nearest
from guidebook.settings import parse_values
from guidebook.sources import clean_lines

SRC_PATH = "data/edition.yml"
SETTINGS = ("version", "date", "help_checked")
VERSION = re.compile(r"^\d+\.\d+\.\d+$")
HELP = "docs/en/contribute.md#release"
LOCALES = {"en": "en_CA", "fr": "fr_CA"}
CLOCK = "SOURCE_DATE_EPOCH"
"""Seconds since 1970, as reproducible builds agree to call it (reproducible-builds.org)."""
ZONE = ZoneInfo("America/Toronto")


@dataclass(frozen=True)
class Edition:
    version: str
    date: datetime.date
    help_checked: datetime.date
    """The day on which the numbers of the help page were last checked."""


def load_edition(root: Path) -> Edition:
    """`data/edition.yml`. Raises ValueError with the first problem when something is wrong in it."""
    edition, problems = read_edition(root)
    if edition is None:
        raise ValueError(str(problems[0]))
    return edition


def check_edition(root: Path) -> list[Problem]:
    return read_edition(root)[1]


def read_edition(root: Path) -> tuple[Edition | None, list[Problem]]:
    """The edition, or None and why there is none."""
    try:
        lines, unclean = clean_lines((root / SRC_PATH).read_text("utf-8"), SRC_PATH, HELP)
    except (OSError, UnicodeDecodeError) as error:
        fix = "put it back from an earlier version of the project, and save it as UTF-8."
        return None, [Problem(SRC_PATH, 1, "the edition cannot be read.", _reason(error), fix, HELP)]
    values, unread = parse_values(lines, 1, SRC_PATH, HELP)
    problems = [*unclean, *unread]
    for key, stray in values.items():
        if key not in SETTINGS:
            what = f'"{key}" is not a setting of the edition.'
            problems.append(Problem(SRC_PATH, stray.line, what, f"{key}: {stray}", nearest(key, SETTINGS), HELP))
    dates: dict[str, datetime.date] = {}
    for key in ("date", "help_checked"):
        value = values.get(key)
        try:
            dates[key] = datetime.date.fromisoformat(str(value or ""))
        except ValueError:
            found, line = (f"{key}: {value}", value.line) if value else (f'no "{key}"', 1)
            problems.append(
                Problem(SRC_PATH, line, f'"{key}" is not a date.', found, f"write  {key}: 2026-11-22", HELP)
            )
    version = values.get("version")
    if version is None or not VERSION.match(version.text):
        found, line = (f"version: {version}", version.line) if version else ('no "version"', 1)
        fix = 'write three numbers with points:  version: "1.0.0"'
        problems.append(Problem(SRC_PATH, line, '"version" is not the number of an edition.', found, fix, HELP))
    if problems or version is None:
        return None, problems
    return Edition(version.text, dates["date"], dates["help_checked"]), []


def day_of_the_build(root: Path) -> datetime.date:
    """The day that divides what is to come from what is past: that of SOURCE_DATE_EPOCH, else of the edition.

    Never the computer's clock: the same sources give the same site, on any day. Who publishes sets the variable, every
    day if the site has a calendar, and can build any day's site again.
    """
    edition, _ = read_edition(root)
    return day_of_the_clock() if CLOCK in os.environ else edition.date if edition else datetime.date.min


def day_of_the_clock() -> datetime.date:
    """Today in Ottawa, or the day that SOURCE_DATE_EPOCH says."""
    seconds = os.environ.get(CLOCK, "")
    moment = datetime.datetime.fromtimestamp(int(seconds), ZONE) if seconds.isdigit() else datetime.datetime.now(ZONE)
    return moment.date()


def moment_of_the_edition(root: Path) -> int:
    """SOURCE_DATE_EPOCH of the edition: noon of its date in UTC, when it is that same day in Toronto."""
    edition, _ = read_edition(root)
    day = edition.date if edition else datetime.date(1980, 1, 1)  # the build will say what is wrong
    return int(datetime.datetime.combine(day, datetime.time(12), datetime.UTC).timestamp())


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def long_date(date: datetime.date, language: str) -> str:
    """`November 21, 2026`, `21 novembre 2026`; the first of a month is `1er` in French."""
    text = format_date(date, "long", locale=LOCALES[language])
    return text.replace("1 ", "1er ", 1) if language == "fr" and date.day == 1 and text.startswith("1 ") else text


def written_number(number: int, language: str) -> str:
    """A number with its thousands set apart as the language does: `102,273`, `102 273`."""
    return str(format_decimal(number, locale=LOCALES[language]))


if __name__ == "__main__":
    print(moment_of_the_edition(Path(__file__).parents[2]))
