"""Statements -> components. Takes values and links, returns XML with slots; decides nothing about addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from guidebook.guideline.model import LEVELS, Group, Level, Statement, order_of
from guidebook.links import Link
from guidebook.strings import translator
from guidebook.templates import Component, render_component

SERVICES = "services"
"""Among the choices of "for whom": statements of a guideline that names no group, because it speaks to services."""


def render_statement(
    statement: Statement,
    language: str,
    level: Link | None,
    sources: Sequence[Link],
    lessons: Sequence[Link],
    questions: Sequence[Link],
) -> Component:
    return render_component(
        "statement",
        statement=statement,
        level=level,
        sources=sources,
        lessons=lessons,
        questions=questions,
        t=translator(language),
    )


def render_levels(statements: Iterable[Statement], language: str, link: Callable[[str], Link | None]) -> Component:
    """The statements that have a level, under it, and the two choices that narrow the list."""
    t = translator(language)
    items: dict[Level, list[dict[str, object]]] = {level: [] for level in Level}
    for statement in sorted(statements, key=lambda statement: order_of(statement.id)):
        if statement.level:
            items[statement.level].append(
                {"link": link(statement.id), "group": statement.group, "facets": _facets(statement)}
            )
    sections = [{"level": level, "name": t(f"level.name.{level}"), "items": found} for level, found in items.items()]
    fields = [
        {
            "name": "level",
            "label": t("level.label"),
            "any": t("levels.any-level"),
            "options": [(level, t(f"level.name.{level}")) for level in LEVELS],
        },
        {
            "name": "who",
            "label": t("levels.who"),
            "any": t("levels.anyone"),
            "options": [(who, t(f"levels.who.{who}")) for who in (*Group, SERVICES)],
        },
    ]
    return render_component("levels", sections=[s for s in sections if s["items"]], fields=fields, t=t)


def _facets(statement: Statement) -> dict[str, str]:
    """Field of the filter -> the choices that show this statement, with a space between two."""
    levels = LEVELS if statement.level is Level.EVERY else (statement.level,)
    # A is for everyone, so for B and C too; B is for C too.
    groups = tuple(Group)[tuple(Group).index(statement.group) :] if statement.group else (SERVICES,)
    return {"level": " ".join(map(str, levels)), "who": " ".join(groups)}
