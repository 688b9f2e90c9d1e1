"""Programs -> components: the cards of one list, and what the directory can be filtered by. Decides no address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from babel import Locale

from guidebook.guideline.model import LEVELS
from guidebook.links import Link
from guidebook.programs.model import Age, Evidence, Format, Program
from guidebook.strings import Translate, translator
from guidebook.templates import Component, render_component

UNCLEAR = "unclear"
FACETS: dict[str, tuple[str, ...]] = {
    "level": LEVELS,
    "age": (*Age, UNCLEAR),
    "format": tuple(Format),
    "evidence": tuple(Evidence),
}
"""What the directory is filtered by -> its vocabulary. Also the names in the address of a filter."""
LIST_ID = "directory"
"""The parts of the directory stand under an author's headings, so no element has this id: see the filter's README."""


@dataclass(frozen=True)
class Card:
    """What a program's card shows besides its words."""

    program: Program
    source: Link | None
    statements: Sequence[Link]
    shown: dict[str, list[str]]
    """Fact -> its values as a reader reads them."""
    values: dict[str, tuple[str, ...]]
    """Facet -> values, for the filter."""


def values_of(program: Program) -> dict[str, tuple[str, ...]]:
    """Facet -> the values under which the program is found."""
    return {
        "level": program.levels,
        "age": program.ages or (UNCLEAR,),
        "format": program.formats,
        "evidence": (program.evidence,),
    }


def card_of(program: Program, language: str, source: Link | None, statements: Sequence[Link]) -> Card:
    t = translator(language)
    values = values_of(program)
    shown = {key: [_name(t, key, value) for value in found] for key, found in values.items()}
    countries = Locale(language).territories
    shown["country"] = [countries[code] for code in program.countries] or [t("programs.unclear")]
    return Card(program, source, statements, shown, values)


def render_programs(
    programs: Iterable[Program],
    language: str,
    cite: Callable[[str], Link | None],
    link: Callable[[tuple[str, ...]], list[Link]],
) -> Component:
    """The cards of one list. `cite` gives the link to a work, `link` those to statements."""
    cards = [card_of(program, language, cite(program.described), link(program.statements)) for program in programs]
    return render_component("programs", cards=cards, language=language, t=translator(language))


def render_filter(programs: Iterable[Program], language: str) -> Component:
    """The choices that some program answers, so that none of them alone leads to an empty list."""
    t = translator(language)
    values = [values_of(program) for program in programs]
    used = {key: {value for each in values for value in each[key]} for key in FACETS}
    fields = [
        {
            "name": key,
            "label": t(f"programs.{key}"),
            "any": t("programs.all"),
            "options": [(value, _name(t, key, value)) for value in vocabulary if value in used[key]],
        }
        for key, vocabulary in FACETS.items()
    ]
    return render_component("filter", list_id=LIST_ID, fields=fields, t=t)


def _name(t: Translate, key: str, value: str) -> str:
    return t(f"level.name.{value}" if key == "level" else f"programs.{key}.{value}")
