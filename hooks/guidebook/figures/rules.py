"""What makes a figure right: a drawing, every word in every language, and none longer than its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from guidebook.blocks import Block
from guidebook.figures.draw import draw, has_drawing
from guidebook.figures.model import Figure
from guidebook.problems import Problem, nearest
from guidebook.records import Kind, Record, check_filled, check_names
from guidebook.sources import Source

NAME = "figure"


def check_figures(
    kind: Kind, figures: Mapping[str, Figure], records: Sequence[Record], languages: tuple[str, ...]
) -> Iterator[Problem]:
    for record in records:
        if not has_drawing(record.key):
            fix = f"draw it in overrides/components/figure/{record.key}.html, or correct the key."
            yield kind.problem(record.line, f'the figure "{record.key}" has no drawing.', f"{record.key}:", fix)
            continue
        drawings = {code: draw(figures[record.key], code) for code in languages}
        places = ("title", "told", *drawings[languages[0]].places)
        needed = tuple(f"{place}_{code}" for code in languages for place in places)
        yield from check_names(kind, record, needed)
        yield from check_filled(kind, record, needed)
        for code, drawing in drawings.items():
            for place, most in drawing.too_long.items():
                value = record.values[f"{place}_{code}"]
                what = f'the words of "{place}_{code}" do not fit in their place.'
                yield kind.problem(value.line, what, f"{value}", f"write at most about {most} characters.")
        yield from _check_told(kind, record, languages)


def _check_told(kind: Kind, record: Record, languages: tuple[str, ...]) -> Iterator[Problem]:
    """The same sentences in every language."""
    first, *others = (record.values.get(f"told_{code}") for code in languages)
    for code, value in zip(languages[1:], others, strict=True):
        if first and value and len(first.items) != len(value.items):
            what = f'"told_{code}" has not as many sentences as "told_{languages[0]}".'
            found = f"{len(value.items)}, and {len(first.items)} there"
            yield kind.problem(value.line, what, found, "write as many, one for each.")


def shown_in(blocks: Sequence[Block]) -> list[str]:
    """The keys of the figures that a page shows, as typed."""
    return [block.title for block in blocks if block.name == NAME]


def check_block_of_figure(
    block: Block, twins: Sequence[str], source: Source, figures: Mapping[str, Figure]
) -> Iterator[Problem]:
    """`twins` are the figures of the same page in the first language."""
    help = f"docs/{source.language}/contribute.md"
    found = f"/// {NAME} | {block.title}" if block.title else f"/// {NAME}"
    if block.title not in figures:
        fix = nearest(block.title, figures)
        yield Problem(source.src_path, block.line, "this figure does not exist.", found, fix, f"{help}#figures")
    elif twins and block.title not in twins:  # with none there, the order of the blocks has told it
        what, fix = "this figure is not on the page of the first language.", nearest(block.title, twins)
        yield Problem(source.src_path, block.line, what, found, fix, f"{help}#translations")
