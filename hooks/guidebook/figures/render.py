"""Figures -> components. Takes values; decides no address."""

from __future__ import annotations

from guidebook.figures.draw import draw
from guidebook.figures.model import Figure
from guidebook.strings import translator
from guidebook.templates import Component, render_component


def render_figure(figure: Figure, language: str, is_open: bool) -> Component:
    """The drawing, its caption, and the same in words: in a fold, open where the page is made of figures."""
    return render_component(
        "figure",
        figure=figure,
        svg=draw(figure, language).svg,
        language=language,
        is_open=is_open,
        t=translator(language),
    )
