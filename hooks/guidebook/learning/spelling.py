"""What does not matter in a short answer: accents, apostrophes, spaces, capitals, the signs around it.

`plain` stands in overrides/components/question as well, sign for sign: what is judged here must be judged alike there.
"""

from __future__ import annotations

import unicodedata

SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "‐": "-", "–": "-", "œ": "oe", "æ": "ae"})


def plain(text: str) -> str:
    """The words alone; empty when there is no letter and no digit. Two answers are the same when these are equal."""
    apart = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M")).translate(SAME)
    words = " ".join(bare.split())
    kept = [index for index, sign in enumerate(words) if unicodedata.category(sign)[0] in "LN"]
    return words[kept[0] : kept[-1] + 1] if kept else ""
