"""The words of a page as a reader reads them, with the line they stand on: for spelling, counts and reading level.

Drops the marks of Markdown and everything that nobody reads aloud: addresses, keys, ids, settings, code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebook.blocks import OPENING, WITH_ID, split_id
from guidebook.fences import outside_code
from guidebook.sources import Source
from guidebook.translations.outline import CITATION, INLINE_CODE, STATEMENT_LINK

SETTING = re.compile(r"^ {4,}[a-z-]+:(\s|$)")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$|[a-z0-9]+(-[a-z0-9]+)+ ")
"""A title that is, or begins with, the key of a figure, a session or a step."""
CLOSING = re.compile(r"^/{3,}\s*$")
RULER = re.compile(r"^\|[\s:|-]+\|\s*$")
UNREAD = (
    INLINE_CODE,
    CITATION,
    STATEMENT_LINK,
    re.compile(r"\{#?[^}]*\}"),  # ids and attributes
    re.compile(r"(?<=\])\([^)]*\)"),  # where a link leads
    re.compile(r"https?://\S+|<[^>\s]+>"),
    re.compile(r"^\s*- \[.\](?= )"),  # the mark of an option
    re.compile(r"^\s*(?:[-*+>#|=]+|\d+\.) +"),  # list, quotation, heading
    re.compile(r"(?:->|→)\s*[a-z0-9-]+\s*$"),  # the next step of a case
)
MARKS = re.compile(r"[*\[\]|]+|!(?=\[)")


def prose_of(source: Source) -> Iterator[tuple[int, str]]:
    """(line number, words) of each line that has any, the description of the page first."""
    if description := source.meta.get("description"):
        yield description.line, str(description)
    after_opening = False
    for number, line in outside_code(source.numbered_body()):
        if opening := OPENING.match(line):
            after_opening = True
            title = opening[3] or ""
            has_key = opening[2] in WITH_ID or KEY.match(title)
            words = split_id(title)[1] if has_key else title
        elif CLOSING.match(line) or RULER.match(line) or (after_opening and SETTING.match(line)):
            continue
        else:
            after_opening = False
            words = line
        if words := plain(words):
            yield number, words


def plain(markdown: str) -> str:
    """One line of Markdown as it is read."""
    for pattern in UNREAD:
        markdown = pattern.sub(" ", markdown)
    return " ".join(MARKS.sub(" ", markdown).split())
