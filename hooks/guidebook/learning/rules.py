"""What makes a question right. Takes questions, returns problems; reads nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from guidebook.learning.model import Option, Question, Type
from guidebook.problems import Problem, nearest

ID = re.compile(r"^Q\d{1,2}-(\d{2}|[A-Z]\d{1,2})$")
MIN_STEPS = 3
"""Two steps can be put in one wrong order only."""
KEY = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


def check_question(question: Question, language: str) -> list[Problem]:
    """Rules of the words of one question, in any language."""
    checker = _Checker(question, f"docs/{language}/contribute.md#questions")
    if not ID.match(question.id):
        checker.add(
            "the question has no id.",
            f"/// question | {question.id} {question.title}".rstrip(),
            "begin its title with an id that was never used, for example:  /// question | Q1-26 Short title",
        )
        return checker.problems
    if not question.title:
        checker.add(f'question "{question.id}" has no short title.', "nothing", "add two to six words after the id.")
    if not question.stem:
        checker.add(f'question "{question.id}" asks nothing.', "nothing before the options", "write the question.")
    is_table = question.pairs and not question.options  # a type that is missing has its own message
    if question.type is Type.MATCH or (question.type is None and is_table):
        _check_pairs(checker, question)
    else:
        _check_options(checker, question)
    if question.options and question.pairs:
        checker.add(
            f'question "{question.id}" has options and a table with three columns.',
            f"{_counted(len(question.options), 'option')}, {_counted(len(question.pairs), 'row')}",
            "keep the table for  type: match  and the options for the other types.",
            question.pairs[0].line,
        )
    return checker.problems


def check_question_facts(question: Question, language: str, statements: Collection[str]) -> list[Problem]:
    """Rules of what all languages share, asked of the first language only. `statements` are the ids that exist."""
    checker = _Checker(question, f"docs/{language}/contribute.md#questions")
    if ID.match(question.id):
        _check_type(checker, question)
        _check_about(checker, question, statements)
    return checker.problems


def _check_type(checker: _Checker, question: Question) -> None:
    if question.type is None:
        checker.add(
            f'question "{question.id}" has no type.',
            'no valid "type"',
            f"add  type: choice  (or {', '.join(t for t in Type if t != Type.CHOICE)}) under the opening line.",
        )


def _check_about(checker: _Checker, question: Question, statements: Collection[str]) -> None:
    if not question.about:
        checker.add(
            f'question "{question.id}" names no statement.',
            'no "about"',
            "add  about: [C1.3]  with the statements it tests, under the opening line.",
        )
    for statement_id in question.about:
        if statement_id not in statements:
            checker.add(
                f'question "{question.id}" tests a statement that does not exist.',
                statement_id,
                nearest(statement_id, statements),
            )


def _check_pairs(checker: _Checker, question: Question) -> None:
    if len(question.pairs) < 2:
        checker.add(
            f'question "{question.id}" has fewer than two pairs.',
            _counted(len(question.pairs), "row"),
            "write a table with three columns: one side, the other side, why.",
        )


def _check_options(checker: _Checker, question: Question) -> None:
    if question.type is Type.ORDER and len(question.options) < MIN_STEPS:
        checker.add(
            f'question "{question.id}" has fewer than {MIN_STEPS} steps to put in order.',
            _counted(len(question.options), "step"),
            "write a numbered list in the right order, for example:  1. First step {#first-step}",
        )
    elif len(question.options) < 2:
        checker.add(
            f'question "{question.id}" has fewer than two options.',
            _counted(len(question.options), "option"),
            "add one on its own line, for example:  - [ ] Words {#key}",
        )
        return
    if question.type is not Type.ORDER:
        _check_best(checker, question)
    for option in question.options:
        _check_option(checker, question, option)
    _check_alike(checker, question)


def _check_best(checker: _Checker, question: Question) -> None:
    count = len(question.best)
    if count == 0:
        checker.add(
            f'question "{question.id}" has no best answer.',
            f"{len(question.options)} options, none marked [x]",
            f"mark one, for example:  - [x] {question.options[0].text}",
        )
    elif question.type is Type.CHOICE and count > 1:
        checker.add(
            f'question "{question.id}" has {count} best answers and can take one.',
            ", ".join(option.key for option in question.best),
            "keep one [x], or write  type: several  and  choose: with their number.",
        )
    elif question.type is Type.SEVERAL and question.choose and count != question.choose:
        checker.add(
            f'question "{question.id}" asks to choose {question.choose} and has {count} best answers.',
            f"choose: {question.choose}",
            f"write  choose: {count}  or change the marks.",
        )


def _check_option(checker: _Checker, question: Question, option: Option) -> None:
    if not KEY.match(option.key):
        wrong = f'a key that is not one: "{option.key}"' if option.key else "no key"
        checker.add(
            f'an option of question "{question.id}" has {wrong}.',
            option.text,
            "end the line with a key of lower-case English words, the same in every language:  {#wait-and-watch}",
            option.line,
        )
    if not option.reason:
        checker.add(
            f'option "{option.key}" of question "{question.id}" has no reason.',
            option.text,
            "add a line under it:    > Why it helps, or does not.",
            option.line,
        )


def _check_alike(checker: _Checker, question: Question) -> None:
    for name, words in (
        ("the same key", [option.key for option in question.options if option.key]),
        ("the same words", [option.text.casefold() for option in question.options]),
    ):
        for word, count in Counter(words).items():
            if count > 1:
                last = next(o for o in reversed(question.options) if word in (o.key, o.text.casefold()))
                checker.add(
                    f'{count} options of question "{question.id}" have {name}.',
                    word if word == last.key else last.text,
                    "change one of them, in every language.",
                    last.line,
                )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class _Checker:
    def __init__(self, question: Question, help: str) -> None:
        self.question = question
        self.help = help
        self.problems: list[Problem] = []

    def add(self, what: str, found: str, fix: str, line: int | None = None) -> None:
        self.problems.append(Problem(self.question.src_path, line or self.question.line, what, found, fix, self.help))
