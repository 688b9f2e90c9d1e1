"""The page of the glossary, and the definitions that a page carries with it. Takes values; decides no address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from guidebook.glossary.model import Term, initial
from guidebook.links import Link
from guidebook.strings import translator
from guidebook.templates import Component, render_component


def render_glossary(terms: Sequence[Term], language: str, statements: Mapping[str, Sequence[Link]]) -> Component:
    """Every term in alphabetical order."""
    ordered = sorted(terms, key=lambda term: term.wordings[language].sort_key)
    letters = [
        (letter, list(group)) for letter, group in groupby(ordered, lambda term: initial(term.wordings[language].term))
    ]
    return render_component(
        "glossary",
        letters=letters,
        count=len(terms),
        language=language,
        others=_others(terms, language),
        statements=statements,
        t=translator(language),
    )


def render_terms(terms: Sequence[Term], language: str, glossary_href: str) -> Component:
    """The definitions of the terms that are marked on one page."""
    return render_component(
        "terms",
        terms=terms,
        language=language,
        others=_others(terms, language),
        glossary_href=glossary_href,
        t=translator(language),
    )


def _others(terms: Sequence[Term], language: str) -> list[str]:
    """The languages whose equivalent is shown."""
    return [code for term in terms[:1] for code in term.wordings if code != language]
