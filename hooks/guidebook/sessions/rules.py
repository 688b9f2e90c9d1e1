"""What makes a session right, beside each of its values: its days and hours agree, and what it names exists."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path

from guidebook.front_matter import DESCRIPTION_LENGTH
from guidebook.problems import Problem, nearest
from guidebook.sessions.model import Programme, Session

MATERIALS_DIR = Path("docs/materials")


def check_session(
    session: Session, aims: Collection[str], materials: Collection[str], references: Collection[str]
) -> Iterator[Problem]:
    """`aims`: numbers of the tip sheets; `materials`: names of the files in `docs/materials`; `references`: keys."""
    yield from _check_summary(session)
    yield from _check_days(session)
    yield from _check_hours(session)
    for aim in session.aims:
        if aim not in aims:
            found = f"aims: [{', '.join(session.aims)}]"
            yield _problem(session, "aims", f'"{aim}" cannot stand in "aims".', found, nearest(aim, aims))
    if session.source and session.source not in references:
        what = f'"{session.source}" cannot stand in "source".'
        yield _problem(session, "source", what, f"source: {session.source}", nearest(session.source, references))
    for material in session.materials:
        if material.file and material.url:
            what = f'a material of session "{session.id}" has a file and an address.'
            yield _problem(session, "", what, f"{material.file}, {material.url}", "keep one.", material.line)
        if material.file and material.file not in materials:
            what = f'the file of a material of session "{session.id}" does not exist.'
            fix = f"put the file into {MATERIALS_DIR.as_posix()}/, or correct its name."
            yield _problem(session, "", what, f"file: {material.file}", fix, material.line)


def check_gone(programme: Programme, id: str, line: int) -> Iterator[Problem]:
    """An id of the list of ids that is a session's; `line` is its line in that list."""
    if id not in programme.ids and not programme.is_unread:
        what = f'the session "{id}" was published and is gone.'
        fix = "put it back; to call a session off, keep it and write  status: cancelled"
        found = "no session with this id in data/sessions.yml"
        yield Problem("data/ids.txt", line, what, found, fix, "docs/en/contribute.md#ids")


def check_named(programme: Programme, id: str, src_path: str, line: int) -> Iterator[Problem]:
    """A block that shows a session shows one that exists."""
    if not programme.find(id):
        what, fix = f'there is no session "{id}" to show.', nearest(id, [s.id for s in programme.sessions])
        yield Problem(src_path, line, what, f"/// session | {id}".rstrip(), fix, "docs/en/contribute.md#sessions")


def _check_summary(session: Session) -> Iterator[Problem]:
    for language, words in session.summary.items():
        if len(words) not in DESCRIPTION_LENGTH:
            shortest, longest = DESCRIPTION_LENGTH.start, DESCRIPTION_LENGTH.stop - 1
            what = f'the summary of session "{session.id}" has {len(words)} characters in "{language}".'
            yield _problem(session, "summary", what, words, f"write {shortest} to {longest} characters.")


def _check_days(session: Session) -> Iterator[Problem]:
    if session.date and session.season:
        found = f"{session.date}, {' '.join(map(str, session.season))}"
        yield _problem(session, "season", f'session "{session.id}" has a date and a season.', found, "keep one.")
    if session.status == "confirmed" and not session.last_day:
        fix = "add its date, or write  status: planned"
        what = f'session "{session.id}" is confirmed and has no date.'
        yield _problem(session, "status", what, "status: confirmed", fix)
    days = (session.announced, *session.changed)
    if any(later < earlier for earlier, later in pairwise(days)):
        what = f'the days of session "{session.id}" are not in order.'
        found = f"announced: {days[0]}, changed: [{', '.join(map(str, days[1:]))}]"
        yield _problem(session, "changed", what, found, "write the oldest first, and none before the announcement.")


def _check_hours(session: Session) -> Iterator[Problem]:
    typed = [f'{key}: "{time:%H:%M}"' for key, time in (("start", session.start), ("end", session.end)) if time]
    found = ", ".join(typed)
    if len(typed) == 1:
        what = f'session "{session.id}" has only one of "start" and "end".'
        yield _problem(session, "start", what, found, "write both, or none as long as the hour is not known.")
    if typed and not session.date:
        what = f'session "{session.id}" has a time and no date.'
        yield _problem(session, "start", what, found, "add its date, or leave the time out.")
    if session.start and session.end and session.end <= session.start:
        what = f'session "{session.id}" does not end after it begins.'
        yield _problem(session, "end", what, found, 'write times of one day, from "00:00" to "23:59".')
    for time in filter(None, (session.starts, session.ends)):
        if not _is_once(time):
            what = f'session "{session.id}" begins or ends at an hour that the change of the clocks skips or repeats.'
            fix = "choose an hour before 01:00 or from 03:00 on."
            yield _problem(session, "start", what, f"{session.date}, {found}", fix)


def _is_once(time: datetime.datetime) -> bool:
    """False for an hour that a change of the clocks leaves out or repeats."""
    return time.utcoffset() == time.replace(fold=1).utcoffset()


def _problem(session: Session, key: str, what: str, found: str, fix: str, line: int = 0) -> Problem:
    line = line or session.lines.get(key, session.line)
    return Problem("data/sessions.yml", line, what, found, fix, "docs/en/contribute.md#sessions")
