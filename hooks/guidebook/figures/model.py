"""What a figure is made of: words in each language, and a drawing that gives each of them a place."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    key: str
    """`serve-and-return`; the drawing of that name is in `overrides/components/figure/`."""
    title: dict[str, str]
    """Language -> its caption."""
    told: dict[str, tuple[str, ...]]
    """Language -> the same as the drawing says, in sentences."""
    words: dict[str, dict[str, str]]
    """Language -> name of a place in the drawing -> the words that stand there."""
    line: int


@dataclass
class Drawing:
    """A figure drawn in one language."""

    svg: str = ""
    places: list[str] = field(default_factory=list)
    """Every place that the drawing has, in its order."""
    too_long: dict[str, int] = field(default_factory=dict)
    """Place whose words do not fit -> how many characters may stand there, about."""
