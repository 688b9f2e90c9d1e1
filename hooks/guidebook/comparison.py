"""Things side by side: a Markdown table whose first column asks and whose other columns answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.blocks import Block
from guidebook.library import Page
from guidebook.problems import Problem

RULE = re.compile(r"^\|(\s*:?-+:?\s*\|)+$")


@dataclass(frozen=True)
class Comparison:
    corner: str
    """What the first column holds, as Markdown; may be empty."""
    columns: tuple[str, ...]
    """What is compared."""
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """What is asked, and the answer of each column."""


def comparison_of(block: Block) -> Comparison:
    head, *rows = [cells for _, cells in _rows(block)] or [[""]]
    return Comparison(head[0], tuple(head[1:]), tuple((row[0], tuple(row[1:])) for row in rows))


def check_comparison(page: Page, block: Block) -> Iterator[Problem]:
    """Every row has a filled cell for every column, or an answer would stand under the wrong name."""
    help = f"docs/{page.source.language}/contribute.md#comparison"
    rows = _rows(block)
    if len(rows) < 2 or len(rows[0][1]) < 3:
        what = "this comparison has no table with two columns to compare."
        found = block.markdown.split("\n")[0] or "nothing"
        fix = "write a table under the opening line:  | Question | First | Second |"
        yield Problem(page.source.src_path, block.line, what, found, fix, help)
        return
    width = len(rows[0][1])
    for number, cells in rows[1:]:
        if len(cells) != width or not all(cells):
            what = f"this row of a comparison does not have {width} filled cells."
            fix = "write as many cells as there are headings, with an upright bar between two."
            yield Problem(page.source.src_path, number, what, f"| {' | '.join(cells)} |", fix, help)


def _rows(block: Block) -> list[tuple[int, list[str]]]:
    """Line number and cells of each row; the line of hyphens under the headings left out."""
    lines = [(line.number, line.text.strip()) for line in block.content]
    bars = [(number, text) for number, text in lines if text.startswith("|") and not RULE.match(text)]
    return [(number, [cell.strip() for cell in text.strip("|").split("|")]) for number, text in bars]
