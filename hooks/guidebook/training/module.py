"""The module in whose folder a page stands, as trainers meet it: sittings with their items. Takes the library."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from guidebook.blocks import Block
from guidebook.catalogue import BLOCK as LIST
from guidebook.catalogue import sittings_of
from guidebook.library import Library, Page
from guidebook.problems import Problem
from guidebook.training.plan import SHORTEST, Sitting, core_of, minutes_to_begin

PLANS, PAPERS = "plans", "papers"
OF_A_MODULE = (PLANS, PAPERS)
"""Blocks that are filled from the module in whose folder their page stands."""


def home_of(library: Library, page: Page) -> Page | None:
    """The home page of the module in whose folder a page stands, in the language of the page."""
    pages = library.folders[library.first_language].get(posixpath.dirname(page.source.src_uri) or ".", [])
    home = next((page for page in pages if "module" in page.source.meta), None)
    return library.pages[page.source.language].get(home.source.src_uri) if home else None


def sittings_for_trainers(library: Library, home: Page) -> list[Sitting]:
    """The pages of a module in the order of its list."""
    pages = [library.page(home.source.language, one.src_uri) for one in sittings_of(library, home)]
    return [Sitting(page.source.src_uri, page.title, care_of(page), page.items) for page in pages]


def care_of(page: Page) -> str:
    """The first paragraph of the word of care at its top; empty without one."""
    block = next((block for block in page.blocks if block.name == "care"), None)
    return block.markdown.split("\n\n")[0] if block else ""


def check_module_block(library: Library, page: Page, block: Block) -> Iterator[Problem]:
    """There is a module, and its shortest session is filled. Asked in the first language only."""
    home = home_of(library, page)
    help = f"docs/{page.source.language}/contribute.md#plans"
    if home is None or not any(block.name == LIST for block in home.blocks):
        what = f'this page stands in the folder of no module, so the block "{block.name}" would be empty.'
        fix = "put it beside the home page of the module, which has  module: 1  and a list  /// lessons"
        yield Problem(page.source.src_path, block.line, what, f"/// {block.name}", fix, help)
        return
    if block.name != PLANS:
        return
    core = core_of(sittings_for_trainers(library, home))
    minutes = sum(item.minutes for _, item in core)
    if minutes < SHORTEST.room:
        what = (
            f"the core of this module takes {minutes} minutes with a group, "
            f"and a session of {SHORTEST.length} minutes has room for {SHORTEST.room}."
        )
        fix = f"write  part: core  on sections, questions or cases of {SHORTEST.room - minutes} more minutes."
        yield Problem(page.source.src_path, block.line, what, f"core: {len(core)} parts", fix, help)
    elif (needed := minutes_to_begin(core)) > SHORTEST.room:
        sitting, item = core[0]
        what = (
            f"the first core part of this module needs {needed} minutes with a group, "
            f"and a session of {SHORTEST.length} minutes has room for {SHORTEST.room}."
        )
        path = library.page(page.source.language, sitting.src_uri).source.src_path
        fix = f"divide it, give it {SHORTEST.room} minutes or fewer, or write  part: optional"
        yield Problem(path, item.note_line or item.line, what, f'{item.kind} "{item.id}"', fix, help)
