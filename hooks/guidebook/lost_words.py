"""Words that Markdown takes for something else and does not show: tags, braces, addresses, cells beyond a table's head.

They would be gone without a word, and nobody misses a word that he does not know. Reads a page line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebook.fences import outside_code
from guidebook.problems import Problem
from guidebook.sources import Source
from guidebook.translations.outline import HEADING, INLINE_CODE

TAG = re.compile(r"</?[A-Za-z][^<>\s:@]*(?:\s[^<>]*)?>")
"""`<name>`, not `<https://example.org>`, `<3` or an arrow."""
BRACES = re.compile(r"^\s*\{:?(?!#)[^{}]*\}\s*$|(?<=[)\]*_])\{:?(?![ ]*[.#])[^{}]*\}")
"""Alone on a line or right after a link: taken for settings of what stands before. `{ .class }` and `{#id}` are."""
BRACES_OF_HEADING = re.compile(r"\{:?(?!#)[^{}]*\}\s*$")
DEFINITION = re.compile(r"^\s{0,3}\[[^\[\]]+\]:")
"""Taken for the address of a link that stands elsewhere."""
ROW = re.compile(r"^\s*\|.*\|\s*$")
RULER = re.compile(r"^\s*\|[\s:|-]+\|\s*$")
CELL = re.compile(r"(?<!\\)\|")


def check_lost_words(source: Source) -> Iterator[Problem]:
    """Every place of a page where words would not be shown, or would turn into something else."""
    help = f"docs/{source.language}/contribute.md#links"
    head = before = 0
    for number, raw in outside_code(source.numbered_body()):
        line = INLINE_CODE.sub("", raw)
        cells = len(CELL.findall(line)) - 1 if ROW.match(line) else 0
        if RULER.match(line):
            head = before
        elif not cells:
            head = 0
        before = cells
        what, found, fix = "", "", ""
        if match := TAG.search(line):
            found, fix = match[0], f"put it between backticks:  `{match[0]}`  or take the signs < and > away."
            what = "this is a tag of HTML, and would not be shown."
        elif match := (BRACES_OF_HEADING if HEADING.match(line) else BRACES).search(line):
            found, fix = match[0].strip(), "take the braces away, or put them between backticks."
            what = "the words between these braces would not be shown."
        elif DEFINITION.match(line):
            found, fix = line.strip(), "write links in one piece:  [words](page.md)"
            what = "this line is taken for the address of a link, and would not be shown."
        elif head and cells > head:
            found, fix = line.strip(), f"write {head} cells; a bar inside a cell is typed  \\|"
            what = f"this row has {cells} cells and the head of its table {head}: the others would not be shown."
        if what:
            yield Problem(source.src_path, number, what, found, fix, help)
