"""How hard a text is to read, by LIX: the mean number of words in a sentence plus the percentage of long words.

Björnsson (1968). Chosen because it counts letters and not syllables, so that one measure serves English and French and
the two languages of a page can be set side by side; formulas made for one language cannot. French words are longer: the
same content scores some points higher in French. Rules of thumb of its author: below 30 very easy, 40 ordinary, 50
difficult, above 60 very difficult.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?:…]+(?=[\s\"»”’)]|$)")
LONG = 6
"""A word with more letters than this is long."""


def lix(lines: Iterable[str]) -> float | None:
    """The reading level of a text given line by line; None for a text without words.

    The end of a line ends a sentence, with or without a full stop, as in headings and lists.
    """
    words = long_words = sentences = 0
    for line in lines:
        found = WORD.findall(line)
        if not found:
            continue
        words += len(found)
        long_words += sum(len(word) > LONG for word in found)
        sentences += sum(bool(WORD.search(part)) for part in SENTENCE_END.split(line))
    return words / sentences + 100 * long_words / words if words else None
