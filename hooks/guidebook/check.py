"""Every content check, all languages, from the files on disk. Also the command line: `python -m guidebook.check`.

All mistakes are told in one run, sorted by place.
"""

from __future__ import annotations

import posixpath
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from guidebook.coverage import check_coverage
from guidebook.edition import check_edition
from guidebook.figures.parse import KIND as FIGURES
from guidebook.figures.rules import check_figures
from guidebook.front_matter import check_front_matter
from guidebook.glossary.parse import KIND as TERMS
from guidebook.glossary.rules import check_glossary
from guidebook.guideline.rules import check_statement, check_statement_facts
from guidebook.learning.branching_rules import check_branching
from guidebook.learning.lock import Present, check_lock, present, translations_to_check
from guidebook.learning.model import BranchingCase, Question
from guidebook.learning.rules import check_question, check_question_facts, check_ratings
from guidebook.library import LANGUAGES, Library, Page
from guidebook.load import load_library
from guidebook.lost_words import check_lost_words
from guidebook.page_rules import check_block, check_headings, check_mentions, check_passage
from guidebook.problems import Problem, report
from guidebook.programs.check import check_directory
from guidebook.quick_exit import check_quick_exit
from guidebook.search.synonyms import check_synonyms
from guidebook.sessions.parse import ID as SESSION_ID
from guidebook.sessions.parse import SRC_PATH as SESSIONS_PATH
from guidebook.sessions.rules import check_gone, check_named, check_session
from guidebook.strings import check_strings
from guidebook.tip_sheets.rules import check_tip_sheet, tip_sheets
from guidebook.training.rules import check_notes, check_twins
from guidebook.translations.parity import check_missing, check_parity

ROOT = Path(__file__).parents[2]


def load_and_check(root: Path = ROOT) -> tuple[Library, list[Problem]]:
    """The library of the sources below `root`, and everything that is wrong in them.

    Where words of the interface are missing, nothing can be read: some of them stand on pages that the build makes.
    """
    if problems := sorted(check_strings(LANGUAGES)):
        return Library(LANGUAGES, {language: {} for language in LANGUAGES}, {}, {}), problems
    library, problems = load_library(root)
    found = {*problems, *check_edition(root), *check_synonyms(root), *check_library(library)}
    # A gap is told when all else is right: a lesson that cannot be read would leave many, and bury its own mistake.
    return library, sorted(found or {*check_coverage(library)})


def check_library(library: Library) -> list[Problem]:
    problems = [*_check_duplicates(library), *_check_ledger(library)]
    for found in check_lock(locked_sources(library), library.lock, library.ledger):
        problems += found
    for questions in _questions_by_module(library).values():
        problems += check_ratings(questions, library.first_language)
    problems += check_directory(library)
    problems += check_glossary(TERMS, library.terms, library.term_records, library.languages)
    problems += check_figures(FIGURES, library.figures, library.figure_records, library.languages)
    problems += _check_sessions(library)
    pages = {
        language: [page for page in library.pages[language].values() if not page.source.is_made]
        for language in library.languages
    }
    problems += check_missing(pages, library.languages)
    for language in library.languages:
        for page in pages[language]:
            problems += _check_page(library, page)
    for original in pages[library.first_language]:
        for language in library.languages[1:]:
            if translation := library.pages[language].get(original.source.src_uri):
                problems += check_parity(original, translation)
                problems += check_tip_sheet(translation, original)
                problems += check_twins(original, translation)
        problems += check_tip_sheet(original, original)
    return problems


def _check_page(library: Library, page: Page) -> Iterator[Problem]:
    language = page.source.language
    is_first = language == library.first_language
    statements = library.statements[library.first_language]
    yield from check_front_matter(page.source, is_first, statements, library.documents)
    for block in page.blocks:
        yield from check_block(library, page, block)
    for statement in page.statements:
        yield from check_statement(statement, language, page.domain)
        if is_first:
            yield from check_statement_facts(statement, language, library.references)
    for case in page.cases:
        yield from check_branching(case, language)
    for question in page.questions:
        if question.withdrawn:
            continue
        yield from check_question(question, language)
        if is_first:
            yield from check_question_facts(question, language, statements)
            yield from check_passage(library, page, question.passage, question.line, question.id)
    yield from check_notes(page, is_first)
    yield from check_headings(page)
    if is_first:
        yield from check_quick_exit(page)
    yield from check_mentions(library, page)
    yield from check_lost_words(page.source)


def _check_sessions(library: Library) -> Iterator[Problem]:
    aims = tip_sheets(library, library.first_language)
    for session in library.programme.sessions:
        yield from check_session(session, aims, library.materials, library.references)
    for page in (page for pages in library.pages.values() for page in pages.values()):
        for block in (block for block in page.blocks if block.name == "session"):
            yield from check_named(library.programme, block.title, page.source.src_path, block.line)


def _check_duplicates(library: Library) -> Iterator[Problem]:
    """An id belongs to one statement, question or case of a language; ids that differ by case only are the same."""
    for language in library.languages:
        places: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
        for page in library.pages[language].values():
            for block in page.blocks:
                if block.identifier:
                    place = page.source.src_path, block.line, block.identifier
                    places[block.identifier.casefold()].append(place)
        for (first_path, first_line, _), *others in places.values():
            for path, line, identifier in others:
                yield Problem(
                    path,
                    line,
                    f'the id "{identifier}" is already taken.',
                    f"{identifier}, first at {first_path}:{first_line}",
                    "give this one an id that was never used.",
                    f"docs/{language}/contribute.md#ids",
                )


def _check_ledger(library: Library) -> Iterator[Problem]:
    """An id that was published stays: the ledger holds every one, so that none can vanish or come back as another."""
    if not library.ledger:
        return
    help = "docs/en/contribute.md#ids"
    present: dict[str, tuple[str, int]] = {}
    for page in library.pages[library.first_language].values():
        for block in page.blocks:
            if block.identifier:
                present.setdefault(block.identifier, (page.source.src_path, block.line))
    present |= {id: (SESSIONS_PATH, line) for id, line in library.programme.ids.items()}
    for identifier in sorted(library.ledger.keys() - present.keys()):
        if SESSION_ID.match(identifier):
            yield from check_gone(library.programme, identifier, library.ledger[identifier])
            continue
        yield Problem(
            "data/ids.txt",
            library.ledger[identifier],
            f'the id "{identifier}" was published and is gone.',
            f"no block with this id in docs/{library.first_language}",
            "put it back; to retire a statement or a question, keep its block and add  status: withdrawn",
            help,
        )
    for identifier in sorted(present.keys() - library.ledger.keys()):
        path, line = present[identifier]
        yield Problem(
            path,
            line,
            f'the id "{identifier}" is new.',
            "not in data/ids.txt",
            f"if it was never used before, add a line to data/ids.txt:  {identifier}",
            help,
        )


def locked_sources(library: Library) -> dict[str, Present]:
    """Everything that the lock holds, as the sources have it now: questions and branching cases, by id."""
    twins: dict[str, dict[str, Question | BranchingCase]] = defaultdict(dict)
    for language in library.languages:
        for question, _ in library.questions[language].values():
            twins[question.id][language] = question
        for case, _ in library.cases[language].values():
            twins[case.id][language] = case
    first = library.first_language
    return {id: present(languages) for id, languages in twins.items() if id and first in languages}


def _questions_by_module(library: Library) -> dict[str, list[Question]]:
    """Folder of a module -> the questions of the first language in it."""
    found: dict[str, list[Question]] = defaultdict(list)
    for src_uri, page in library.pages[library.first_language].items():
        found[posixpath.dirname(src_uri)] += page.questions
    return found


def main() -> int:
    library, problems = load_and_check(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    print("\n".join([*translations_to_check(locked_sources(library), library.lock), "The sources are in order."]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
