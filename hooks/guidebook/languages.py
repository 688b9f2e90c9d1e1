"""Where a page is in another language: the first language at the root of the site, each other one in its folder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Alternate:
    """One language version of a page."""

    language: str
    url: str
    """Absolute."""


def other_language_url(url: str, language: str, other: str, first: str) -> str:
    """The same page in `other`, relative to the site: `fr/help/` for `help/`, and back."""
    bare = url.removeprefix(f"{language}/") if language != first else url
    return bare if other == first else f"{other}/{bare}"
