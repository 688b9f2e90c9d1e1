"""Which lesson teaches each statement and which question tests it; why not yet, where that is known and accepted.

`data/not-yet.yml` is the one place for a statement that has no lesson or no question yet: its id, and under it why, in
each language. A gap that is not in it is a mistake, and so is an entry that is no longer a gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.guideline.model import Status
from guidebook.library import NOT_YET_HELP as HELP
from guidebook.library import NOT_YET_PATH as SRC_PATH
from guidebook.library import Library
from guidebook.problems import Problem, nearest


@dataclass(frozen=True)
class Covered:
    """One statement in force."""

    id: str
    lessons: tuple[str, ...]
    """src_uris of the lessons and cases that teach it."""
    questions: tuple[str, ...]
    """Ids of the questions that test it."""

    @property
    def is_whole(self) -> bool:
        return bool(self.lessons and self.questions)


def coverage_of(library: Library) -> dict[str, Covered]:
    """Id -> its coverage, page by page."""
    first = library.first_language
    questions = [question for question, _ in library.questions[first].values() if not question.withdrawn]
    return {
        statement.id: Covered(
            statement.id,
            tuple(lesson.src_uri for lesson in library.lessons if statement.id in lesson.teaches),
            tuple(question.id for question in questions if statement.id in question.about),
        )
        for statement, _ in library.statements[first].values()
        if statement.status is Status.ACTIVE
    }


def reason_for(library: Library, statement_id: str, language: str) -> str:
    """Why a statement has no lesson or no question yet; empty when it has both."""
    node = library.not_yet.get(statement_id)
    reason = node.fields.get(language) if node else None
    return reason.text if reason else ""


def check_coverage(library: Library) -> Iterator[Problem]:
    """No statement is left without a lesson and a question in silence."""
    records = library.not_yet
    covered = coverage_of(library)
    for id, record in records.items():
        if id not in covered:
            yield Problem(SRC_PATH, record.line, "this statement does not exist.", id, nearest(id, covered), HELP)
        elif covered[id].is_whole:
            what = f'statement "{id}" is taught and tested.'
            yield Problem(SRC_PATH, record.line, what, f"{id}:", "remove it from this list.", HELP)
        for language in (code for code in record.fields if code not in library.languages):
            what, fix = f'"{language}" is not a language.', nearest(language, library.languages)
            yield Problem(SRC_PATH, record.fields[language].line, what, record.fields[language].typed, fix, HELP)
        for language in library.languages:
            if not (reason := record.fields.get(language)) or not reason.text:
                what = f'statement "{id}" does not say in "{language}" why it is not yet taught and tested.'
                yield Problem(SRC_PATH, record.line, what, "nothing", f"add under it  {language}: …", HELP)
    for id, one in covered.items():
        if not one.is_whole and id not in records:
            statement, uri = library.statements[library.first_language][id]
            path = library.page(library.first_language, uri).source.src_path
            missing = "question" if one.lessons else "lesson"
            what = f'no {missing} is about statement "{id}".'
            setting = "about" if one.lessons else "teaches"
            fix = f"add it to  {setting}  of a {missing}, or to {SRC_PATH} with the reason in each language:  {id}:"
            yield Problem(path, statement.line, what, "nothing", fix, HELP)
