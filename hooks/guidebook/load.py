"""The sources on the disk -> the library. Reads what can be read and reports the rest; `check` judges."""

from __future__ import annotations

from pathlib import Path

from guidebook.bibliography.load import load_references
from guidebook.blocks import parse_blocks
from guidebook.documents.planned import read_plans
from guidebook.edition import day_of_the_build
from guidebook.figures.parse import load_figures
from guidebook.glossary.parse import load_glossary
from guidebook.guideline import parse as statement_syntax
from guidebook.guideline.model import Statement
from guidebook.learning import parse as question_syntax
from guidebook.learning.lock import Entry, read_lock
from guidebook.learning.model import BranchingCase, Question
from guidebook.library import LANGUAGES, NOT_YET_HELP, NOT_YET_PATH, Library, Page
from guidebook.nested import read_records
from guidebook.problems import Problem
from guidebook.programs.parse import load_directory
from guidebook.sessions.page import source_of
from guidebook.sessions.parse import load_programme
from guidebook.sources import Source, clean_lines, load_sources, unread
from guidebook.training.parse import parse_items
from guidebook.translations.outline import outline_of


def load_library(root: Path, languages: tuple[str, ...] = LANGUAGES) -> tuple[Library, list[Problem]]:
    """Read `docs/` and `data/` below `root`."""
    sources, problems = load_sources(root / "docs", languages, root)
    references, found = load_references(root / "data" / "references.bib", root)
    problems += found
    programme, found = load_programme(root, languages, day_of_the_build(root))
    problems += found
    sources += [source_of(session, language) for language in languages for session in programme.sessions]
    sources.sort(key=lambda source: languages.index(source.language))
    pages: dict[str, dict[str, Page]] = {language: {} for language in languages}
    statements: dict[str, Statement] = {}
    questions: dict[str, Question] = {}
    cases: dict[str, BranchingCase] = {}
    for source in sources:  # the first language comes first: its facts are there when the others ask for them
        is_first = source.language == languages[0]
        if is_first:
            page, found = _parse_page(source, None, None, None)
        else:
            twin = pages[languages[0]].get(source.src_uri)
            page, found = _parse_page(source, statements, questions, cases, twin)
        problems += found
        pages[source.language][source.src_uri] = page
        if is_first:
            statements |= {statement.id: statement for statement in page.statements}
            questions |= {question.id: question for question in page.questions}
            cases |= {case.id: case for case in page.cases}
    ledger, found = _load_ledger(root / "data" / "ids.txt")
    problems += found
    lock, found = _load_lock(root / "data" / "learning.lock.json")
    problems += found
    terms, records, found = load_glossary(root, languages)
    problems += found
    directory, found = load_directory(root)
    problems += found
    figures, figure_records, found = load_figures(root, languages)
    problems += found
    not_yet, found = read_records(root / NOT_YET_PATH, root, NOT_YET_HELP)
    problems += found
    documents, found = read_plans(root, languages, pages[languages[0]])
    problems += found
    library = Library(
        languages,
        pages,
        references,
        ledger,
        lock=lock,
        terms=tuple(terms),
        term_records=tuple(records),
        programme=programme,
        materials=_sizes(root / "docs" / "materials"),
        directory=directory,
        figures=figures,
        figure_records=tuple(figure_records),
        not_yet=not_yet,
        documents=documents,
    )
    return library, problems


def _parse_page(
    source: Source,
    statements: dict[str, Statement] | None,
    questions: dict[str, Question] | None,
    cases: dict[str, BranchingCase] | None,
    twin: Page | None = None,
) -> tuple[Page, list[Problem]]:
    blocks, problems = parse_blocks(source)
    parsed_statements: list[Statement] = []
    parsed_questions: list[Question] = []
    parsed_cases: list[BranchingCase] = []
    for block in blocks:
        if block.name == statement_syntax.NAME:
            facts = statements.get(block.identifier) if statements is not None else None
            statement, found = statement_syntax.parse_statement(block, source, facts)
            parsed_statements.append(statement)
            problems += found
        elif block.name == question_syntax.NAME:
            question_facts = questions.get(block.identifier) if questions is not None else None
            question, found = question_syntax.parse_question(block, source, question_facts)
            parsed_questions.append(question)
            problems += found
        elif block.name == question_syntax.CASE:
            case_facts = cases.get(block.identifier) if cases is not None else None
            case, found = question_syntax.parse_branching(block, source, case_facts, cases is None)
            parsed_cases += [case] if case else []
            problems += found
    words = tuple(parsed_statements), tuple(parsed_questions), tuple(parsed_cases)
    outline = outline_of(source)
    asked = {question.line: question for question in parsed_questions if not question.withdrawn}
    item_facts = {item.id: item for item in twin.items} if twin else None if statements is None else {}
    items, found = parse_items(source, blocks, outline, asked, item_facts)
    return Page(source, blocks, outline, *words, items), [*problems, *found]


def _load_lock(path: Path) -> tuple[dict[str, Entry], list[Problem]]:
    try:
        return read_lock(path.read_text("utf-8")), []
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError, RecursionError) as error:
        found, fix = unread(error), "take back the last change to this file, then type  make learning-lock"
        what = "the lock of the questions cannot be read."
        return {}, [Problem("data/learning.lock.json", 1, what, found, fix, "docs/en/contribute.md#lock")]


def _sizes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in sorted(folder.glob("*")) if path.is_file()}


def _load_ledger(path: Path) -> tuple[dict[str, int], list[Problem]]:
    """Id -> its line. Lines that begin with # are for people."""
    try:
        lines, problems = clean_lines(path.read_text("utf-8"), "data/ids.txt", "docs/en/contribute.md#ids")
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        found, fix = unread(error), 'save the file again with the encoding "UTF-8".'
        what = "the list of ids cannot be read."
        return {}, [Problem("data/ids.txt", 1, what, found, fix, "docs/en/contribute.md#ids")]
    ids = {id: number for number, line in enumerate(lines, 1) if (id := line.strip()) and not id.startswith("#")}
    return ids, problems
