"""Both languages are first: the same pages, structure, ids and marks. Compares two pages; knows no other page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from guidebook.learning.model import Option, Step
from guidebook.library import Page
from guidebook.problems import Problem

COUNTED = {
    "links": "links",
    "images": "images",
    "citations": "citations",
    "statement_links": "links to statements",
    "list_items": "list items",
}
"""What a translation has as many of as its original: field of the outline -> words for the message."""


def check_missing(pages: dict[str, list[Page]], languages: tuple[str, ...]) -> list[Problem]:
    """Pages that exist in one language only."""
    present = {language: {page.source.src_uri for page in pages[language]} for language in languages}
    everywhere = set.intersection(*present.values())
    problems = []
    for language in languages:
        for src_uri in sorted(present[language] - everywhere):
            missing = [other for other in languages if src_uri not in present[other]]
            problems.append(
                Problem(
                    f"docs/{language}/{src_uri}",
                    1,
                    "this page exists in one language only.",
                    f"no docs/{missing[0]}/{src_uri}",
                    f"write docs/{missing[0]}/{src_uri}, or remove this page.",
                    f"docs/{language}/contribute.md#translations",
                )
            )
    return problems


def check_parity(original: Page, translation: Page) -> list[Problem]:
    """What of a translation does not line up with its original."""
    headings = _check_headings(original, translation)
    return [
        *headings,
        *_check_blocks(original, translation),
        *_check_questions(original, translation),
        *_check_cases(original, translation),
        *([] if headings else _check_counts(original, translation)),  # headings are what parts are compared by
    ]


def _problem(page: Page, line: int, what: str, found: str, fix: str) -> Problem:
    help = f"docs/{page.source.language}/contribute.md#translations"
    return Problem(page.source.src_path, line, what, found, fix, help)


def _check_headings(original: Page, translation: Page) -> list[Problem]:
    """The first heading that differs; those after it would only repeat the same mistake."""
    for ours, theirs in zip_longest(original.outline.headings, translation.outline.headings):
        if ours is None:
            found = f"{'#' * theirs.level} {theirs.text}"
            what = f"this heading has no twin in {original.source.src_path}."
            return [_problem(translation, theirs.line, what, found, "remove it, or add its twin.")]
        wanted = f"{'#' * ours.level} … {{#{ours.anchor}}}" if ours.anchor else f"{'#' * ours.level} …"
        if theirs is None:
            what = f"a heading of {original.source.src_path}:{ours.line} has no twin here."
            found = f"no twin of: {ours.text}"
            return [_problem(translation, len(translation.source.lines), what, found, f"add  {wanted}")]
        if (ours.level, ours.anchor) != (theirs.level, theirs.anchor):
            what = f"this heading does not match {original.source.src_path}:{ours.line}."
            found = f"{'#' * theirs.level} {theirs.text}" + (f" {{#{theirs.anchor}}}" if theirs.anchor else "")
            return [_problem(translation, theirs.line, what, found, f"write  {wanted}")]
    return []


def _check_blocks(original: Page, translation: Page) -> list[Problem]:
    ours = [(block.name, block.identifier) for block in original.blocks]
    theirs = [(block.name, block.identifier) for block in translation.blocks]
    problems = [
        *_check_one_language_only(original, translation, set(theirs)),
        *_check_one_language_only(translation, original, set(ours)),
    ]
    if not problems and ours != theirs:
        place = next(i for i, pair in enumerate(zip_longest(ours, theirs)) if pair[0] != pair[1])
        end = len(translation.source.lines)
        line = translation.blocks[place].line if place < len(theirs) else end
        what = f"the blocks of this page do not follow the order of {original.source.src_path}."
        found = _named(*theirs[place]) if place < len(theirs) else f"{len(theirs)} blocks, and {len(ours)} there"
        fix = f"put here  {_named(*ours[place])}" if place < len(ours) else "remove this block."
        problems = [_problem(translation, line, what, found, fix)]
    return problems


def _named(name: str, identifier: str) -> str:
    return f"/// {name}" + (f" | {identifier} …" if identifier else "")


def _check_one_language_only(page: Page, other: Page, twins: set[tuple[str, str]]) -> list[Problem]:
    return [
        _problem(
            page,
            block.line,
            f'{block.name} "{block.identifier}" exists in one language only.',
            f'no "{block.identifier}" in {other.source.src_path}',
            f"write it in {other.source.src_path}, or correct the id.",
        )
        for block in page.blocks
        if block.identifier and (block.name, block.identifier) not in twins
    ]


def _check_questions(original: Page, translation: Page) -> list[Problem]:
    twins = {question.id: question for question in original.questions}
    problems = []
    for question in translation.questions:
        twin = twins.get(question.id)
        if twin is None:
            continue
        ours = [_marked(option) for option in twin.options]
        theirs = [_marked(option) for option in question.options]
        if ours != theirs:
            what = f'the keys or marks of question "{question.id}" differ from {twin.src_path}:{twin.line}.'
            fix = f"write the options in this order:  {_listed(ours)}"
            problems.append(_problem(translation, question.line, what, _listed(theirs), fix))
        counts = [(name, len(getattr(question, name)), len(getattr(twin, name))) for name in ("pairs", "hints", "ends")]
        for name, count, wanted in counts:
            if count != wanted:
                what = f'question "{question.id}" has not as many {name} as {twin.src_path}:{twin.line}.'
                problems.append(_problem(translation, question.line, what, f"{count}", f"write {wanted}."))
        if len(question.pairs) == len(twin.pairs) and question.pairs and question.meaning != twin.meaning:
            what = f'the pairs of question "{question.id}" differ from {twin.src_path}:{twin.line}.'
            found = ", ".join(question.meaning)
            fix = f"write the rows with these keys and with the sides that belong to them:  {', '.join(twin.meaning)}"
            problems.append(_problem(translation, question.line, what, found, fix))
    return problems


def _check_cases(original: Page, translation: Page) -> list[Problem]:
    """The first step of a branching case that differs; those after it may only be in other places."""
    twins = {case.id: case for case in original.cases}
    problems = []
    for case in translation.cases:
        if (twin := twins.get(case.id)) is None:
            continue
        for ours, theirs in zip_longest(twin.steps, case.steps):
            wanted, found = (_step(step) for step in (ours, theirs))
            if wanted != found:
                line = theirs.line if theirs else case.line
                what = f'the steps of case "{case.id}" differ from {twin.src_path}:{(ours or twin).line}.'
                problems.append(_problem(translation, line, what, found, f"write here  {wanted}"))
                break
    return problems


def _step(step: Step | None) -> str:
    """A step as both languages must have it."""
    if step is None:
        return "no step"
    options = ", ".join(f"{_marked(option)} -> {option.target}" for option in step.options)
    return f"//// step | {step.id} … with {options or 'no options'}"


def _marked(option: Option) -> str:
    return f"{option.key or '(no key)'} ({option.verdict})"


def _listed(options: Sequence[str]) -> str:
    return ", ".join(options) or "no options"


def _check_counts(original: Page, translation: Page) -> list[Problem]:
    """The first part of the page where each count differs."""
    problems = []
    for field, words in COUNTED.items():
        ours = Counter(mention.section for mention in getattr(original.outline, field))
        theirs = Counter(mention.section for mention in getattr(translation.outline, field))
        for section, line in translation.outline.sections.items():
            if section in original.outline.sections and ours[section] != theirs[section]:
                place = f"{original.source.src_path}:{original.outline.sections[section]}"
                where = f'"{section}"' if section else "the opening of this page"
                what = f"{where} has not as many {words} as {place}."
                fix = f"write {ours[section]}, one for one."
                problems.append(_problem(translation, line, what, str(theirs[section]), fix))
                break
    return problems
