"""Statements -> components. Takes values and links, returns XML with slots; decides nothing about addresses."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.guideline.model import Statement
from guidebook.links import Link
from guidebook.strings import translator
from guidebook.templates import Component, render_component


def render_statement(
    statement: Statement, language: str, sources: Sequence[Link], lessons: Sequence[Link], questions: Sequence[Link]
) -> Component:
    return render_component(
        "statement",
        statement=statement,
        sources=sources,
        lessons=lessons,
        questions=questions,
        t=translator(language),
    )
