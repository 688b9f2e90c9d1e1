"""Every rule of the directory over the whole library."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.library import Library
from guidebook.problems import Problem
from guidebook.programs.rules import check_program, check_shown, check_stray


def check_directory(library: Library) -> Iterator[Problem]:
    statements = library.statements[library.first_language]
    yield from check_stray(library.directory)
    for identifier, record in library.directory.inner.items():
        yield from check_program(identifier, record, library.languages, library.references, statements)
    shown = [
        (section.text, page.source.src_path, section.line)
        for page in library.pages[library.first_language].values()
        for block in page.blocks
        if block.name == "programs" and (section := block.options.get("section"))
    ]
    yield from check_shown(library.directory, shown)
