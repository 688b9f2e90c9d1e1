"""What the site promises and time has overtaken: `python -m guidebook.stale`. For a schedule, never for a change.

A build must not fail because a day has come, so nothing here is part of `check`: who mends a comma is not the one who
knows whether a session took place.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path

from guidebook.check import ROOT, load_and_check
from guidebook.edition import SRC_PATH as EDITION_PATH
from guidebook.edition import day_of_the_clock, read_edition
from guidebook.library import Library
from guidebook.problems import Problem
from guidebook.sessions.model import Session
from guidebook.sessions.parse import SRC_PATH as SESSIONS_PATH

WAITING_DAYS = 60
"""How long a session may wait for its date."""
HOUR_DAYS = 14
"""How long before a session its hour must be known."""
HELP_DAYS = 180
"""How long the numbers of the help page may go without being checked."""
HELP = "docs/en/contribute.md#stale"


def find_stale(root: Path, today: datetime.date) -> list[Problem]:
    """Every overdue promise of the sources below `root`. What is wrong in the sources themselves is told by `check`."""
    library, _ = load_and_check(root)
    found = [problem for session in library.programme.sessions for problem in _stale_session(session, today)]
    return sorted([*found, *_stale_help(root, today), *_stale_pages(library, today)])


def _stale_session(session: Session, today: datetime.date) -> Iterator[Problem]:
    name, waiting = f'session "{session.id}"', (today - session.announced).days
    if session.status == "cancelled":
        return
    if session.last_day is None and waiting > WAITING_DAYS:
        what = f"{name} has been waiting for its date for {waiting} days."
        fix = "write  date: 2027-02-10  or  status: cancelled"
        yield _problem(session, "announced", what, f"announced: {session.announced}", fix)
    elif session.is_past(today) and session.status == "planned":
        fix = "write  status: confirmed  if it took place, or  status: cancelled"
        yield _problem(session, "status", f'{name} is over and still says "planned".', f"date: {session.date}", fix)
    elif session.date and not session.start and 0 <= (left := (session.date - today).days) <= HOUR_DAYS:
        fix = 'write  start: "13:00"  and  end: "14:30"'
        what = f"{name} takes place in {left} days and does not say at what hour."
        yield _problem(session, "date", what, f"date: {session.date}", fix)


def _problem(session: Session, key: str, what: str, found: str, fix: str) -> Problem:
    return Problem(SESSIONS_PATH, session.lines.get(key, session.line), what, found, fix, HELP)


def _stale_help(root: Path, today: datetime.date) -> Iterator[Problem]:
    edition, _ = read_edition(root)
    if edition and (days := (today - edition.help_checked).days) > HELP_DAYS:
        what = f"the numbers of the help page were last checked {days} days ago."
        fix = "check each of them, then write the day:  help_checked: 2026-11-22"
        lines = (root / EDITION_PATH).read_text("utf-8-sig").splitlines()
        line = next(number for number, text in enumerate(lines, 1) if text.startswith("help_checked"))
        yield Problem(EDITION_PATH, line, what, lines[line - 1], fix, HELP)


def _stale_pages(library: Library, today: datetime.date) -> Iterator[Problem]:
    for page in library.pages[library.first_language].values():
        due = page.source.meta.get("review_by")
        if due and due.is_day and datetime.date.fromisoformat(due.text) < today:
            what = f"this page was to be reviewed by {due}."
            fix = "review it in both languages, then write the day of the next review:  review_by: 2028-11-22"
            yield Problem(page.source.src_path, due.line, what, f"review_by: {due}", fix, HELP)


def report(problems: list[Problem]) -> str:
    count = "1 promise is" if len(problems) == 1 else f"{len(problems)} promises are"
    return "\n\n".join([*map(str, problems), f"{count} overdue."])


def main() -> int:
    root = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    problems = find_stale(root, day_of_the_clock())
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    print("No promise is overdue.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
