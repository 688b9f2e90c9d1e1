"""A meeting step by step, with its minutes: a numbered list and as many numbers. Knows the block; adds up, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from guidebook.blocks import Block
from guidebook.library import Page
from guidebook.problems import Problem
from guidebook.settings import NUMBER, Value

SETTINGS = ("minutes",)
STEP = re.compile(r"^\d+\. +(\S.*)$")


@dataclass(frozen=True)
class Step:
    text: str
    """What people do, as Markdown of one line."""
    minutes: int
    start: int
    """Minutes since the beginning."""

    @property
    def end(self) -> int:
        return self.start + self.minutes


def steps_of(block: Block, facts: Mapping[str, Value]) -> tuple[Step, ...]:
    """The steps of a block. `facts` are the options of the same block in the first language."""
    minutes = [int(number) for number in _minutes(facts) if NUMBER.match(number)]
    starts = accumulate(minutes, initial=0)
    return tuple(Step(text, long, start) for text, long, start in zip(_texts(block), minutes, starts, strict=False))


def check_agenda(page: Page, block: Block, is_first_language: bool) -> Iterator[Problem]:
    """Each step has its minutes, so that the sum at the end is the truth."""
    help = f"docs/{page.source.language}/contribute.md#agenda"
    texts, minutes = _texts(block), _minutes(block.options)
    for line in block.content:
        if line.text.strip() and not STEP.match(line.text):
            what = "this line of an agenda is not one of its steps."
            fix = "write each step on one line:  1. What people do"
            yield Problem(page.source.src_path, line.number, what, line.text.strip(), fix, help)
    if not is_first_language:
        return
    if len(texts) != len(minutes):
        what = f"this agenda has {len(texts)} steps and minutes for {len(minutes)}."
        found = f"minutes: {block.options['minutes']}" if "minutes" in block.options else 'no "minutes"'
        fix = "write one number for each step, in their order:  minutes: [5, 15, 10]"
        yield Problem(page.source.src_path, block.line, what, found, fix, help)
    for number in minutes:
        if not NUMBER.match(number):
            what = f'"{number}" is not a number of minutes.'
            fix = "write whole minutes in digits:  minutes: [5, 15, 10]"
            yield Problem(page.source.src_path, block.options["minutes"].line, what, number, fix, help)


def _texts(block: Block) -> list[str]:
    return [match[1] for line in block.content if (match := STEP.match(line.text))]


def _minutes(options: Mapping[str, Value]) -> tuple[str, ...]:
    return options["minutes"].items if "minutes" in options else ()
