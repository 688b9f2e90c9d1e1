"""Draws a figure: its template, with the words of one language broken into lines that fit. Knows how wide letters are.

SVG does not break lines. Widths are those of DejaVu Sans, the widest face that a system is likely to show: words that
fit in it fit in any other. The browser tests measure what is really shown.
"""

from __future__ import annotations

from functools import partial

from markupsafe import Markup, escape

from guidebook.figures.model import Drawing, Figure
from guidebook.templates import COMPONENTS_DIR, environment
from guidebook.typography import set_type

NARROW, MIDDLE, WIDE = "iljtfrI1.,:;'’!|()«» ", "sczxvkyJ-", "mwMWœŒ@%"  # noqa: RUF001
NARROW_EM, MIDDLE_EM, WIDE_EM, CAPITAL_EM, OTHER_EM = 0.37, 0.57, 0.95, 0.72, 0.635
SIZES = {"name": (16, 1.13), "text": (15, 1.0), "note": (14, 1.0)}
"""Kind of words -> size in units of the drawing (pixels on a phone of 360 px), how much wider its weight makes it."""
LINE = 1.32
"""Distance between lines, in sizes."""
BASELINE = 0.35
"""From the middle of a line down to where its letters stand, in sizes."""


def has_drawing(key: str) -> bool:
    return (COMPONENTS_DIR / "figure" / f"{key}.html").is_file()


def draw(figure: Figure, language: str) -> Drawing:
    """The drawing of a figure, `<svg>` without its words read aloud: those are in `told`."""
    drawing = Drawing()
    put = partial(_put, drawing, figure.words[language], language)
    drawing.svg = environment().get_template(f"figure/{figure.key}.html").render(put=put)
    return drawing


def _put(
    drawing: Drawing,
    words: dict[str, str],
    language: str,
    place: str,
    x: int,
    y: int,
    width: int,
    most: int,
    kind: str = "text",
    middle: bool = False,
) -> Markup:
    """The words of a place as text: at most that many lines, each at most that wide, the first centred on y."""
    drawing.places.append(place)
    size, weight = SIZES[kind]
    lines = break_lines(set_type(words.get(place, ""), language), width / size / weight)
    if len(lines) > most or any(_ems(line) > width / size / weight for line in lines):
        drawing.too_long[place] = int(width / size / weight / OTHER_EM) * most
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(x, round(y + (n * LINE + BASELINE) * size, 1), line)
        for n, line in enumerate(lines)
    )
    anchor = Markup(' text-anchor="middle"') if middle else ""
    shape = f"{x - width // 2 if middle else x} {round(y - size * LINE / 2)} {width} {round(most * size * LINE)}"
    return Markup('<text class="gb-figure__{}" data-place="{}"{}>{}</text>').format(kind, escape(shape), anchor, spans)


def break_lines(words: str, ems: float) -> list[str]:
    """Words in as few lines of that width as they take. A no-break space does not break."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _ems(longer) <= ems:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _ems(words: str) -> float:
    return sum(
        NARROW_EM
        if letter in NARROW
        else MIDDLE_EM
        if letter in MIDDLE
        else WIDE_EM
        if letter in WIDE
        else CAPITAL_EM
        if letter.isupper()
        else OTHER_EM
        for letter in words.replace("\u00a0", " ")
    )
