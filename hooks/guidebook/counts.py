"""What the library holds, counted, and how hard its pages are to read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from guidebook.guideline.model import Status
from guidebook.library import Library, Page
from guidebook.prose import prose_of
from guidebook.reading_level import lix

READING_LEVEL_LIMIT = {"en": 42, "fr": 50}
"""No page is harder than this, in LIX. Set some points above the hardest page of the first edition."""


@dataclass(frozen=True)
class Count:
    """How many of one thing there are in each language."""

    name: str
    """`statements`, `lessons` … also the end of its key in `strings.yml`."""
    numbers: dict[str, int]
    """Language -> how many."""

    @property
    def is_even(self) -> bool:
        """Nothing is without its twin. Words are never even."""
        return len(set(self.numbers.values())) == 1


def count(library: Library) -> list[Count]:
    """Everything that can be counted, things first and words last."""
    by_language = {language: _count_language(library, language) for language in library.languages}
    names = by_language[library.first_language]
    return [Count(name, {language: found[name] for language, found in by_language.items()}) for name in names]


def _count_language(library: Library, language: str) -> dict[str, int]:
    pages = library.pages[language].values()
    statements = [s for s, _ in library.statements[language].values() if s.status is not Status.WITHDRAWN]
    kinds = Counter(lesson.kind for lesson in library.lessons if lesson.src_uri in library.pages[language])
    return {
        "statements": len(statements),
        "lessons": kinds["lesson"],
        "cases": kinds["case"],
        "questions": len(library.questions[language]),
        "terms": len(library.terms),
        "references": len(library.references),
        "sessions": len(library.programme.sessions),
        "pages": len(pages),
        "words": sum(len(words.split()) for page in pages for _, words in prose_of(page.source)),
    }


def reading_levels(pages: dict[str, Page]) -> dict[str, float]:
    """src_uri -> LIX of the page, the hardest first."""
    levels = {uri: level for uri, page in pages.items() if (level := lix(words for _, words in prose_of(page.source)))}
    return dict(sorted(levels.items(), key=lambda item: -item[1]))
