"""What makes options, pairs, steps and known answers right. Reads nothing; adds each Problem to a checker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from guidebook.learning.checker import KEY, Checker, counted
from guidebook.learning.model import Option, Pair, Question, Type
from guidebook.learning.spelling import plain

MIN_STEPS = 3
"""Two steps can be put in one wrong order only."""
OTHER = "other"
"""What the browser remembers of a short answer that is not in the list."""
MIN_SIDES = 2


def check_pairs(checker: Checker, question: Question) -> None:
    owner = f'question "{question.id}"'
    if len({pair.right for pair in question.pairs}) < MIN_SIDES:
        checker.add(
            f'question "{question.id}" has fewer than two pairs to tell apart.',
            counted(len(question.pairs), "row"),
            "write a table with three columns: one side, the other side, why.",
        )
    for pair in question.pairs:
        check_key(checker, owner, pair, "a row", pair.left)
    keys = [(pair.key, pair.line, pair.key) for pair in question.pairs]
    check_alike(checker, f"rows of {owner}", "the same key", keys)


def check_options(checker: Checker, question: Question) -> None:
    owner = f'question "{question.id}"'
    least = 1 if question.type is Type.SHORT else 2
    if question.type is Type.ORDER and len(question.options) < MIN_STEPS:
        checker.add(
            f'question "{question.id}" has fewer than {MIN_STEPS} steps to put in order.',
            counted(len(question.options), "step"),
            "write a numbered list in the right order, for example:  1. First step {#first-step}",
        )
    elif len(question.options) < least and question.type is not Type.SHORT:
        checker.add(
            f'question "{question.id}" has fewer than two options.',
            counted(len(question.options), "option"),
            "add one on its own line, for example:  - [ ] Words {#key}",
        )
        return
    if question.type is Type.SHORT:
        _check_short(checker, question)
    elif question.type is not Type.ORDER:
        _check_best(checker, question)
    for option in question.options:
        check_key(checker, owner, option, "an option", option.text)
        if not option.reason:
            checker.add(
                f'option "{option.key}" of question "{question.id}" has no reason.',
                option.text,
                "add a line under it:    > Why it helps, or does not.",
                option.line,
            )
    keys = [(option.key, option.line, option.key) for option in question.options]
    check_alike(checker, f"options of {owner}", "the same key", keys)
    if question.type is not Type.SHORT:
        words = [(option.text.casefold(), option.line, option.text) for option in question.options]
        check_alike(checker, f"options of {owner}", "the same words", words)


def _check_short(checker: Checker, question: Question) -> None:
    if not question.best:
        checker.add(
            f'question "{question.id}" accepts no answer.',
            counted(len(question.options), "known answer"),
            "add one at the start of a line, for example:  = one way; another way {#key}",
        )
    variants = [(plain(words), option.line, words) for option in question.options for words in option.variants]
    for bare, line, words in variants:
        if not bare:
            what = f'a known answer of question "{question.id}" has neither a letter nor a digit.'
            checker.add(what, words, "write what a learner would type.", line)
    check_alike(
        checker, f'known answers of question "{question.id}"', "the same words, accents and capitals aside", variants
    )
    for option in question.options:
        if option.key == OTHER:
            what = f'the key "{OTHER}" of question "{question.id}" stands for an answer that is not in the list.'
            checker.add(what, option.text, "give this answer another key.", option.line)


def _check_best(checker: Checker, question: Question) -> None:
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


def check_key(checker: Checker, owner: str, keyed: Option | Pair, name: str, words: str) -> None:
    """`owner` and `name` say in the message what has the key: an option of question "Q1-01"."""
    if KEY.match(keyed.key):
        return
    wrong = f'a key that is not one: "{keyed.key}"' if keyed.key else "no key"
    fix = "end the line with a key of lower-case English words, the same in every language:  {#wait-and-watch}"
    if isinstance(keyed, Pair):
        fix = (
            "end its first cell with a key of lower-case English words, the same in every language:  {#wait-and-watch}"
        )
    checker.add(f"{name} of {owner} has {wrong}.", words, fix, keyed.line)


def check_alike(checker: Checker, things: str, same: str, found: Collection[tuple[str, int, str]]) -> None:
    """`found` is what is compared, its line, and the author's own words; `things` and `same` say it in the message."""
    for word, count in Counter(word for word, _, _ in found if word).items():
        if count > 1:
            line, words = next((line, words) for other, line, words in reversed(list(found)) if other == word)
            checker.add(f"{count} {things} have {same}.", words, "change one of them, in every language.", line)
