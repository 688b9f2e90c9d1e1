"""What makes a question right. Takes questions, returns problems; reads nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from guidebook.learning.checker import KEY, Checker, counted
from guidebook.learning.model import UNMARKED, Moment, Question, Type
from guidebook.learning.option_rules import check_options, check_pairs
from guidebook.problems import Problem, nearest

ID = re.compile(r"^Q\d{1,3}-(\d{2}|[A-Z]\d{1,2})$")


def check_question(question: Question, language: str) -> list[Problem]:
    """Rules of the words of one question, in any language."""
    checker = Checker(question, f"docs/{language}/contribute.md#questions")
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
        check_pairs(checker, question)
    elif question.type not in UNMARKED:
        check_options(checker, question)
    _check_only(checker, question)
    if question.options and question.pairs:
        checker.add(
            f'question "{question.id}" has options and a table with three columns.',
            f"{counted(len(question.options), 'option')}, {counted(len(question.pairs), 'row')}",
            "keep the table for  type: match  and the options for the other types.",
            question.pairs[0].line,
        )
    return checker.problems


def check_question_facts(question: Question, language: str, statements: Collection[str]) -> list[Problem]:
    """Rules of what all languages share, asked of the first language only. `statements` are the ids that exist."""
    checker = Checker(question, f"docs/{language}/contribute.md#questions")
    if ID.match(question.id):
        _check_type(checker, question)
        _check_about(checker, question, statements)
        _check_pair_name(checker, question)
    return checker.problems


def check_ratings(questions: Collection[Question], language: str) -> list[Problem]:
    """A rating after a module needs the one before it, and the other way round."""
    problems = []
    ratings = [q for q in questions if q.type is Type.RATING and q.pair and q.when and not q.withdrawn]
    for (pair, when), count in Counter((rating.pair, rating.when) for rating in ratings).items():
        last = next(q for q in reversed(ratings) if (q.pair, q.when) == (pair, when))
        checker = Checker(last, f"docs/{language}/contribute.md#questions")
        other = Moment.AFTER if when is Moment.BEFORE else Moment.BEFORE
        if count > 1:
            checker.add(
                f'{count} ratings of the pair "{pair}" are asked {when} the module.',
                f"pair: {pair}, when: {when}",
                f"keep one, and give the other  when: {other}  or another  pair:",
            )
        if all((q.pair, q.when) != (pair, other) for q in ratings):
            checker.add(
                f'the rating "{last.id}" has no twin: the two of a pair are shown side by side.',
                f"pair: {pair}, when: {when}",
                f"write another rating with  pair: {pair}  and  when: {other}",
            )
        problems += checker.problems
    return problems


def _check_pair_name(checker: Checker, question: Question) -> None:
    if question.type is Type.RATING and not (KEY.match(question.pair) and question.when):
        checker.add(
            f'the rating "{question.id}" does not say to which pair it belongs, or when it is asked.',
            f"pair: {question.pair or 'nothing'}, when: {question.when or 'nothing'}",
            "add two lines under the opening line, for example:  pair: my-confidence  and  when: before  (or after)",
        )


def _check_only(checker: Checker, question: Question) -> None:
    """What belongs to one kind of question is in no other, and is in that one."""
    if question.type in UNMARKED and question.options:
        checker.add(
            f'question "{question.id}" is a {question.type} and is never marked, but it has options.',
            counted(len(question.options), "option"),
            "remove them, or write  type: choice",
            question.options[0].line,
        )
    if question.type in UNMARKED and question.closing:
        checker.add(
            f'the last words of question "{question.id}" would not be shown.',
            question.closing.split("\n")[0],
            "put them before the ends of the scale.",
        )
    if question.type is Type.REFLECTION and not question.answer:
        checker.add(
            f'question "{question.id}" has no answer to compare with.',
            'no part "answer"',
            "add  //// answer  with a possible answer, closed by  ////",
        )
    if question.answer and question.type is not Type.REFLECTION:
        checker.add(
            f'question "{question.id}" has a part "answer", which belongs to a reflection only.',
            f"type: {question.type or 'nothing'}",
            "remove the part, or write  type: reflection",
        )
    if question.type is Type.RATING and len(question.ends) < 2:
        checker.add(
            f'question "{question.id}" does not say what the ends of its scale mean.',
            ", ".join(question.ends) or "nothing",
            "write the words of both ends:  1 = Not at all sure  and  5 = Very sure",
        )


def _check_type(checker: Checker, question: Question) -> None:
    if question.type is None:
        checker.add(
            f'question "{question.id}" has no type.',
            'no valid "type"',
            f"add  type: choice  (or {', '.join(t for t in Type if t != Type.CHOICE)}) under the opening line.",
        )


def _check_about(checker: Checker, question: Question, statements: Collection[str]) -> None:
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
