"""One result of the search. Knows neither HTML nor the file it is written to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Entry:
    """A page, a chapter of it, a statement or a question."""

    location: str
    """Its address from the root of the site, with the fragment: `fr/guidelines/competencies/c4/#C4-3`."""
    title: str
    paragraphs: list[str] = field(default_factory=list)
    """Its words, without markup; the browser shows the paragraphs that hold what was typed."""
    kind: str = ""
    """What `data-search-entry` says: `statement`, `question` …; empty for a page and its chapters."""
    labels: list[str] = field(default_factory=list)
    """Shown beside the title: the section of the menu that a page belongs to."""
    leads: list[str] = field(default_factory=list)
    """Words that lead here before anywhere else: ids, and the `keywords` of a page."""
    boost: float = 1.0
    """Below 1, what is also found elsewhere comes first."""

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)
