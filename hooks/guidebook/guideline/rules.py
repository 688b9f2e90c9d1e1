"""What makes a statement right. Takes statements, returns problems; reads nothing."""

from __future__ import annotations

import re
from collections.abc import Collection

from guidebook.guideline.model import CONSENSUS, GROUPED, LEVELLED, Statement, Status
from guidebook.problems import Problem, nearest

ID = re.compile(r"^[A-Z]\d{1,2}\.\d{1,2}$")
LIST_ITEM = re.compile(r"^[-*] \S", re.MULTILINE)


def check_statement(statement: Statement, language: str, domain: str) -> list[Problem]:
    """Rules of the words of one statement, in any language. `domain` is the page's (`C4`)."""
    checker = _Checker(statement, f"docs/{language}/contribute.md#statements")
    if not ID.match(statement.id):
        checker.add(
            "the statement has no id.",
            f"/// statement | {statement.id} {statement.title}".rstrip(),
            "begin its title with the next free number of the page, for example:  "
            f"/// statement | {domain}.7 Short title",
        )
        return checker.problems
    checker.require(statement.title, "short title", f"write  /// statement | {statement.id} Two to six words")
    checker.require(statement.text, "sentence", "write it under the opening line, after an empty line.")
    if statement.domain != domain:
        checker.add(
            f'statement "{statement.id}" stands on the page of domain {domain}.',
            statement.id,
            f"move it to the page of {statement.domain}, or correct the id.",
        )
    if statement.status is Status.ACTIVE:
        _check_parts(checker, statement)
    return checker.problems


def check_statement_facts(statement: Statement, language: str, references: Collection[str]) -> list[Problem]:
    """Rules of what all languages share, asked of the first language only. `references` are the bibliography's keys."""
    checker = _Checker(statement, f"docs/{language}/contribute.md#statements")
    if statement.status is Status.ACTIVE and ID.match(statement.id):
        _check_group(checker, statement)
        _check_level(checker, statement)
        _check_sources(checker, statement, references)
    return checker.problems


def _check_parts(checker: _Checker, statement: Statement) -> None:
    checker.require(statement.why, '"why"', "add  //// why  with two or three sentences, closed by  ////")
    if not LIST_ITEM.search(statement.practice):
        checker.add(
            f'statement "{statement.id}" has no examples in "practice".',
            statement.practice.split("\n")[0] or "nothing",
            "add  //// practice  with a list of concrete examples (- first example), closed by  ////",
        )


def _check_group(checker: _Checker, statement: Statement) -> None:
    if statement.group is None and statement.id[0] in GROUPED:
        checker.add(
            f'statement "{statement.id}" does not say who it is for.',
            'no valid "who"',
            "add  who: A  (or B, or C), indented by four spaces, under the opening line.",
        )


def _check_level(checker: _Checker, statement: Statement) -> None:
    if statement.level is None and statement.id[0] in LEVELLED:
        checker.add(
            f'statement "{statement.id}" does not say its level of practice.',
            'no valid "level"',
            "add, in the settings of its page,  level: promotion  (or prevention, clinical, every)",
        )


def _check_sources(checker: _Checker, statement: Statement, references: Collection[str]) -> None:
    if not statement.sources:
        checker.add(
            f'statement "{statement.id}" names no source.',
            'no "sources"',
            f"add  sources: [key]  with keys of data/references.bib, or  sources: {CONSENSUS}",
        )
    if CONSENSUS in statement.sources and len(statement.sources) > 1:
        checker.add(
            f'statement "{statement.id}" names sources and consensus together.',
            ", ".join(statement.sources),
            f"keep the keys and remove {CONSENSUS}: the word is for statements without a source.",
        )
    for key in statement.sources:
        if references and key != CONSENSUS and key not in references:
            checker.add(
                f'statement "{statement.id}" names a source that is not in the bibliography.',
                key,
                f"add it to data/references.bib, or {nearest(key, references)}",
            )


class _Checker:
    def __init__(self, statement: Statement, help: str) -> None:
        self.statement = statement
        self.help = help
        self.problems: list[Problem] = []

    def add(self, what: str, found: str, fix: str) -> None:
        place = self.statement.src_path, self.statement.line
        self.problems.append(Problem(*place, what, found, fix, self.help))

    def require(self, words: str, name: str, fix: str) -> None:
        if not words:
            self.add(f'statement "{self.statement.id}" has no {name}.', "nothing", fix)
