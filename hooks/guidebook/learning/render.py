"""Questions and cases -> components. Takes values and links, returns XML with slots; decides no address."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from guidebook.learning.arrange import shown_sides, shown_steps
from guidebook.learning.model import UNMARKED, BranchingCase, Question, Type
from guidebook.learning.spelling import plain
from guidebook.links import Link
from guidebook.strings import translator
from guidebook.templates import Component, render_component
from guidebook.training.model import Item
from guidebook.typography import set_type


def render_question(
    question: Question,
    language: str,
    statements: Sequence[Link],
    passage_href: str,
    other_language_href: str,
    before: str = "",
    item: Item | None = None,
) -> Component:
    """`before`: the id of the rating that this one is shown beside; empty for every other question.

    `item`: what trainers have of it; None for a question that is not asked.
    """
    first_with = {pair.right: pair.key for pair in reversed(question.pairs)}
    component = render_component(
        "question",
        question=question,
        statements=statements,
        passage_href=passage_href,
        other_language_href=other_language_href,
        steps=shown_steps(question) if question.type is Type.ORDER else [],
        sides=shown_sides(question),
        right_keys=[first_with[pair.right] for pair in question.pairs],
        variants={option.key: json.dumps([plain(words) for words in option.variants]) for option in question.options},
        before=before,
        item=item,
        language=language,
        t=translator(language),
    )
    if question.type in UNMARKED:
        component.name = str(question.type)  # these two have a script of their own
    return component


def render_case(id: str, title: str, text: str, language: str, item: Item | None = None) -> Component:
    return render_component(
        "case", id=id, title=set_type(title, language), text=text, item=item, t=translator(language)
    )


def render_branching(case: BranchingCase, language: str, item: Item | None = None) -> Component:
    titles = {step.id: step.title for step in case.steps}
    case = replace(case, title=set_type(case.title, language))  # a name too
    return render_component("branching", case=case, titles=titles, item=item, t=translator(language))
