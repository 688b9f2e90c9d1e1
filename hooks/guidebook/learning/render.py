"""Questions and cases -> components. Takes values and links, returns XML with slots; decides no address."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.learning.model import Question
from guidebook.links import Link
from guidebook.strings import translator
from guidebook.templates import Component, render_component


def render_question(
    question: Question, language: str, statements: Sequence[Link], passage_href: str, other_language_href: str
) -> Component:
    return render_component(
        "question",
        question=question,
        statements=statements,
        passage_href=passage_href,
        other_language_href=other_language_href,
        language=language,
        t=translator(language),
    )


def render_case(title: str, text: str, language: str) -> Component:
    return render_component("case", title=title, text=text, t=translator(language))
