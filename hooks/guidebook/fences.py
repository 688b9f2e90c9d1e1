"""Fenced code examples, which every other reader of a page leaves alone. Knows where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

CODE_FENCE = re.compile(r"^\s*(`{3,}(?!.*`)|~{3,})")


def code_examples(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """First and last line of each fenced code example; the last is 0 when nothing closes it."""
    fence, start = "", 0
    for number, text in lines:
        match = CODE_FENCE.match(text)
        if match and not fence:
            fence, start = match[1], number
        elif match and match[1].startswith(fence) and text.strip() == match[1]:
            yield start, number
            fence = ""
    if fence:
        yield start, 0


def outside_code(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The numbered lines that are not part of a fenced code example."""
    lines = tuple(lines)
    examples = {start: end or lines[-1][0] for start, end in code_examples(lines)}
    last = 0
    for number, text in lines:
        last = max(last, examples.get(number, 0))
        if number > last:
            yield number, text
