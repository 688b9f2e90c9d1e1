"""Questions and cases -> components. Takes values and links, returns XML with slots; decides no address."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.learning.arrange import shown_sides, shown_steps
from guidebook.learning.model import Question, Type
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
        steps=shown_steps(question) if question.type is Type.ORDER else [],
        sides=shown_sides(question),
        language=language,
        t=translator(language),
    )


def render_case(title: str, text: str, language: str) -> Component:
    return render_component("case", title=title, text=text, t=translator(language))
