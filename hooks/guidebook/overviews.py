"""Lists that the site makes of itself: statements, references and reviews, of the whole site or of one guideline.

Takes the library, returns values. Knows which pages a guideline has; refuses to know how a list looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from guidebook.bibliography.load import Design
from guidebook.blocks import Block
from guidebook.front_matter import awaiting_of
from guidebook.guideline.model import CONSENSUS, Group, Statement, Status, order_of
from guidebook.library import Library, Page
from guidebook.problems import Problem, nearest
from guidebook.settings import Value

SETTINGS: Mapping[str, tuple[str, ...]] = {
    "references": ("guideline",),
    "reviews": ("guideline",),
    "rests-on": ("guideline",),
    "statements": ("guideline", "group"),
}
"""Block -> what its list may be narrowed down to. They stand in the first language only."""
BASES = (*Design, "work", CONSENSUS)
"""What a statement may rest on, each counted only when nothing before it applies."""


@dataclass(frozen=True)
class Selection:
    """Which part of the site a list is about; the whole when nothing is said."""

    guideline: str = ""
    """The folder of a guideline: `competencies`."""
    group: Group | None = None
    """What is expected of that workforce group, so also what is expected of everyone."""


@dataclass(frozen=True)
class Shelf:
    """The statements of one page, for a list."""

    src_uri: str
    title: str
    statements: tuple[Statement, ...]


def selection_of(options: Mapping[str, Value]) -> Selection:
    """The options of a block, when the rules have found nothing wrong in them."""
    group = options["group"].text if "group" in options else ""
    return Selection(options["guideline"].text if "guideline" in options else "", Group(group) if group else None)


def guidelines_of(library: Library) -> dict[str, str]:
    """Name -> folder of each guideline: the folders whose pages hold statements."""
    uris = [uri for _, uri in library.statements[library.first_language].values()]
    folders = dict.fromkeys(PurePosixPath(uri).parent for uri in uris)
    return {folder.name: folder.as_posix() for folder in folders}


def pages_in(library: Library, language: str, selection: Selection) -> Iterator[Page]:
    """The pages of the selected guideline, or all."""
    folder = guidelines_of(library).get(selection.guideline)
    for uri, page in library.pages[language].items():
        if folder is None or PurePosixPath(uri).parent.as_posix() == folder:
            yield page


def shelves_of(library: Library, language: str, selection: Selection) -> list[Shelf]:
    """The selected statements that are in force, page by page, in the order of their numbers."""
    shelves = [
        Shelf(page.source.src_uri, page.title, tuple(s for s in page.statements if _is_selected(s, selection)))
        for page in pages_in(library, language, selection)
    ]
    return sorted((shelf for shelf in shelves if shelf.statements), key=lambda shelf: order_of(shelf.statements[0].id))


def citations_of(library: Library, language: str, selection: Selection) -> dict[str, tuple[str, ...]]:
    """Reference key -> ids of the selected statements that name it; of a guideline, only what its pages cite."""
    used: dict[str, list[str]] = {} if selection.guideline else {key: [] for key in library.references}
    for shelf in shelves_of(library, language, selection):
        for statement in shelf.statements:
            for key in statement.sources:
                if key != CONSENSUS:
                    used.setdefault(key, []).append(statement.id)
    for page in pages_in(library, language, selection):
        for citation in page.outline.citations:
            used.setdefault(citation.text, [])
    return {key: tuple(used[key]) for key in library.references if key in used}


def waiting_for(library: Library, language: str, reviewer: str, selection: Selection) -> tuple[list[Page], bool]:
    """The selected pages that wait for a reviewer, and whether they are all the pages that were selected."""
    pages = list(pages_in(library, language, selection))
    first = library.first_language
    waiting = [p for p in pages if reviewer in awaiting_of(p.source, library.page(first, p.source.src_uri).source)]
    return waiting, len(waiting) == len(pages)


def bases_of(library: Library, selection: Selection) -> dict[str, int]:
    """What the selected statements rest on -> how many: the first of `BASES` that one of a statement's sources is."""
    counts = dict.fromkeys(BASES, 0)
    for shelf in shelves_of(library, library.first_language, selection):
        for statement in shelf.statements:
            counts[_basis(library, statement)] += 1
    return counts


def _basis(library: Library, statement: Statement) -> str:
    designs = {library.references[key].design for key in statement.sources if key in library.references}
    if not designs:
        return CONSENSUS
    return next((design for design in Design if design in designs), "work")


def _is_selected(statement: Statement, selection: Selection) -> bool:
    """A group is asked for its own letter and for those before it: A is everyone's."""
    if statement.status is not Status.ACTIVE:
        return False
    return selection.group is None or (statement.group is not None and statement.group <= selection.group)


def check_selection(library: Library, page: Page, block: Block) -> Iterator[Problem]:
    """The values of what a list is narrowed down to."""
    valid: dict[str, Iterable[str]] = {"guideline": guidelines_of(library), "group": tuple(Group)}
    help = f"docs/{page.source.language}/contribute.md#lists"
    for key in SETTINGS.get(block.name, ()):
        value = block.options.get(key)
        if value and value.items and value.text not in valid[key]:
            what = f'"{value}" is not a {key} of this site.'
            fix = nearest(value.text, valid[key])
            yield Problem(page.source.src_path, value.line, what, f"{key}: {value}", fix, help)


def uses_of_terms(library: Library, language: str) -> dict[str, tuple[str, ...]]:
    """Key of a term -> the statements whose sentence uses it, in this language."""
    used: dict[str, dict[str, None]] = {term.key: {} for term in library.terms}
    for statement, _ in library.statements[language].values():
        for _, _, term in library.term_finders[language].find(statement.text):
            used[term.key][statement.id] = None
    return {key: tuple(ids) for key, ids in used.items()}
