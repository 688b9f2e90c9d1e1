"""The order in which things to match or to put in order are shown: always the same, and it gives nothing away."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from guidebook.learning.model import Option, Pair, Question

Item = TypeVar("Item")


def shown_steps(question: Question) -> list[Option]:
    """The steps of a question of order, alike in every language: never the right order, few in their places."""
    right = question.options
    mixed = sorted(right, key=lambda option: hashlib.sha256(f"{question.id} {option.key}".encode()).digest())
    return min(_turns(mixed), key=lambda turn: sum(one is other for one, other in zip(turn, right, strict=True)))


def shown_sides(question: Question) -> list[Pair]:
    """One pair for each right side of a matching question, by its words; turned where that is the order to find."""
    first_with = {pair.right: pair for pair in reversed(question.pairs)}
    by_words = sorted(first_with.values(), key=lambda pair: pair.right.casefold())
    to_find = [pair for pair in question.pairs if first_with[pair.right] is pair]
    return _turns(by_words)[1] if by_words == to_find and len(by_words) > 1 else by_words


def _turns(items: Sequence[Item]) -> list[list[Item]]:
    """The items as they are, and beginning with each of the others in turn."""
    return [[*items[start:], *items[:start]] for start in range(len(items))]
