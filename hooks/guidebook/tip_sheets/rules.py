"""A tip sheet: one printed page for one learning aim, in five parts. Knows its form; refuses to know its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guidebook.library import Library, Page
from guidebook.problems import Problem

PARTS = {"situation": 0, "notice": 3, "try": 3, "avoid": 0, "call": 0}
"""The id of each part, in order -> how many list items it has; 0 where any number will do."""
FACTS = {
    "teaches": "teaches: [C2.1, C2.2]",
    "dated": "dated: 2026-11-22",
    "review_by": "review_by: 2027-11-22",
}
"""What a tip sheet says beside its number -> how it is written."""


def tip_sheets(library: Library, language: str) -> dict[str, Page]:
    """Number of the aim -> its tip sheet in a language. The number stands in the first language."""
    originals = library.pages[library.first_language]
    found = {page.source.meta["aim"].text: uri for uri, page in originals.items() if "aim" in page.source.meta}
    pages = library.pages[language]
    return {aim: pages[uri] for aim, uri in sorted(found.items()) if uri in pages}


def check_tip_sheet(page: Page, original: Page) -> Iterator[Problem]:
    """`original`: the page in the first language, which says that it is a tip sheet."""
    aim = original.source.meta.get("aim")
    if aim is None:
        return
    source = page.source
    help = f"docs/{source.language}/contribute.md#tip-sheets"
    if page is original:
        for key in (key for key in FACTS if key not in source.meta):
            what = f'this tip sheet has no "{key}".'
            yield Problem(source.src_path, aim.line, what, f"aim: {aim}", f"add  {FACTS[key]}", help)
    parts = [heading.anchor for heading in page.outline.headings if heading.level == 2]
    if parts != [*PARTS]:
        fix = f"write five headings with two #, with these ids in this order:  {_listed([*PARTS])}"
        what = "this tip sheet does not have its five parts."
        yield Problem(source.src_path, source.body_start + 1, what, _listed(parts) or "no part", fix, help)
        return
    counts = Counter(item.section for item in page.outline.list_items)
    for part, wanted in PARTS.items():
        if wanted and counts[part] != wanted:
            what = f'the part "{part}" of this tip sheet has {counts[part]} list items.'
            line = page.outline.sections[part]
            yield Problem(source.src_path, line, what, f"{{#{part}}}", f"write {wanted}, each beginning with  - ", help)


def _listed(parts: list[str]) -> str:
    return ", ".join(f"{{#{part}}}" for part in parts)
