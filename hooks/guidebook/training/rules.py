"""What makes a trainer's note right: its place, words and minutes. Takes pages, returns problems; reads nothing."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.blocks import Block
from guidebook.library import Page
from guidebook.problems import Problem
from guidebook.training.model import Item, Kind

NAME = "trainer"
OF_A_MODULE = ("lesson", "case")
TRANSLATIONS = "translations"


def check_notes(page: Page, is_first_language: bool) -> Iterator[Problem]:
    """Rules of the notes of one page."""
    of_a_module = bool(page.questions) or any(name in page.source.meta for name in OF_A_MODULE)
    sections: dict[str, int] = {}
    for block in page.blocks:
        if block.name == NAME:
            yield from _check_words(page, block)
            heading = page.outline.section_above(block.line)
            if heading is None or (is_first_language and not of_a_module):
                what = "this trainer's note stands outside the sections of a lesson, a case or a review."
                fix = "put it at the end of a section that begins with  ## Words {#two-words}"
                yield _problem(page, block.line, what, "/// trainer", fix)
            elif heading.anchor in sections:
                what = "this section has a second trainer's note."
                found = f"## {heading.text}, first note at line {sections[heading.anchor]}"
                yield _problem(page, block.line, what, found, "make one note of them.")
            else:
                sections[heading.anchor] = block.line
                yield from _check_end(page, block)
            if is_first_language and "minutes" not in block.options:
                what = "this trainer's note does not say how many minutes its section takes with a group."
                fix = "write under the opening line, indented by four spaces:  minutes: 6"
                yield _problem(page, block.line, what, 'no "minutes"', fix)
        elif block.name in ("question", "case"):
            yield from _check_parts(page, block)


def _check_words(page: Page, block: Block) -> Iterator[Problem]:
    if block.title:
        what = "a trainer's note has no title; this one would be lost."
        yield _problem(page, block.line, what, f"/// trainer | {block.title}", "write  /// trainer  alone on its line.")
    if not block.markdown:
        what = "this trainer's note has no words."
        fix = "write what a trainer should do, ask and listen for, or remove the note."
        yield _problem(page, block.line, what, "nothing before its closing line", fix)


def _check_parts(page: Page, block: Block) -> Iterator[Problem]:
    notes = block.all(NAME)
    for note in notes:
        if not note.markdown:
            yield from _check_words(page, note)
    if len(notes) > 1:
        what = f'{block.name} "{block.identifier}" has {len(notes)} trainer\'s notes.'
        yield _problem(page, notes[1].line, what, "//// trainer", "make one note of them.")


def _check_end(page: Page, block: Block) -> Iterator[Problem]:
    """What follows the note of a section would be read as if the note did not speak of it."""
    after = next(
        ((number, text) for number, text in page.source.numbered_body() if number > block.end and text.strip()), None
    )
    if after and not after[1].startswith(("# ", "## ", f"/// {NAME}")):
        what = "this trainer's note is not at the end of its section."
        fix = "move it down, before the next line that begins with ##"
        yield _problem(page, block.line, what, f"line {after[0]}: {after[1].strip()}", fix)


def check_twins(original: Page, translation: Page) -> Iterator[Problem]:
    """Both languages have the same notes, in the same places."""
    twins = {(item.kind, item.id): item for item in original.items}
    for item in translation.items:
        twin = twins.get((item.kind, item.id))
        if twin is None and item.kind is Kind.SECTION and item.id:
            what = f"this trainer's note has no twin in the same section of {original.source.src_path}."
            fix = "put both notes into one section."
            yield _problem(translation, item.note_line, what, f"## {item.title}", fix, TRANSLATIONS)
        elif twin and bool(twin.note_line) != bool(item.note_line):
            yield _one_language_only(translation, item, original, twin)


def _one_language_only(page: Page, item: Item, original: Page, twin: Item) -> Problem:
    what = f'{item.kind} "{item.id}" has a trainer\'s note in one language only.'
    if item.note_line:
        fix = f"write it at {original.source.src_path}:{twin.line} too."
        return _problem(page, item.note_line, what, "//// trainer", fix, TRANSLATIONS)
    found = f"//// trainer at {original.source.src_path}:{twin.note_line}"
    return _problem(page, item.line, what, found, "write it here too, before the closing line.", TRANSLATIONS)


def _problem(page: Page, line: int, what: str, found: str, fix: str, anchor: str = NAME) -> Problem:
    return Problem(page.source.src_path, line, what, found, fix, f"docs/{page.source.language}/contribute.md#{anchor}")
