"""`/// trainer`, and the minutes, part and `//// trainer` of questions and cases -> items. Judges words, not places.

A section without a `/// trainer` is no item: nothing is known of it but its words. A question or a case always is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidebook.blocks import Block, split_id
from guidebook.learning.model import Question, Type
from guidebook.problems import Problem, nearest
from guidebook.settings import NUMBER, Value
from guidebook.sources import Source
from guidebook.training.model import Item, Kind, Part
from guidebook.translations.outline import Outline

NAME = "trainer"
SETTINGS = ("minutes", "part")
LONGEST = 60
"""Minutes that one section or question may take; what takes longer is a session of its own."""
USUAL = {
    Type.CHOICE: 5,
    Type.SEVERAL: 5,
    Type.MATCH: 6,
    Type.ORDER: 6,
    Type.SHORT: 3,
    Type.REFLECTION: 5,
    Type.RATING: 2,
}
"""Minutes of a question whose author says nothing: alone, by show of hands, then its reasons."""
USUAL_STORY, USUAL_BRANCHING = 4, 12
"""Minutes of a case whose author says nothing."""


def parse_items(
    source: Source,
    blocks: tuple[Block, ...],
    outline: Outline,
    questions: Mapping[int, Question],
    facts: Mapping[str, Item] | None,
) -> tuple[tuple[Item, ...], list[Problem]]:
    """The items of a page in its order. `questions`: line -> question, those in force.

    `facts` are the items of the same page in the first language, by id; None when this is the first.
    """
    reader = _Reader(source, facts)
    for block in blocks:
        if block.name == NAME:
            heading = outline.section_above(block.line)
            place = (heading.anchor, heading.text, heading.line) if heading else ("", "", block.line)
            reader.add(Kind.SECTION, place, block, block, 0)
        elif question := questions.get(block.line):
            usual = USUAL[question.type] if question.type else 0
            reader.add(Kind.QUESTION, (question.id, question.title, block.line), block, block.find(NAME), usual)
        elif block.name == "case" and block.identifier:
            usual = USUAL_BRANCHING if block.find("step") else USUAL_STORY
            reader.add(Kind.CASE, (*split_id(block.title), block.line), block, block.find(NAME), usual)
    return tuple(sorted(reader.items, key=lambda item: item.line)), reader.problems


@dataclass
class _Reader:
    source: Source
    facts: Mapping[str, Item] | None
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, kind: Kind, place: tuple[str, str, int], block: Block, words: Block | None, usual: int) -> None:
        identifier, title, line = place
        minutes, part = usual, Part.CORE
        if self.facts is None:
            minutes = self._minutes(block.options.get("minutes"), usual)
            part = self._part(block.options.get("part"))
        elif identifier in self.facts:
            minutes, part = self.facts[identifier].minutes, self.facts[identifier].part
        note = words.markdown if words else ""
        self.items.append(Item(kind, identifier, title, minutes, part, note, line, words.line if words else 0))

    def _minutes(self, value: Value | None, usual: int) -> int:
        if value is None or not value.items:
            return usual
        if NUMBER.match(value.text) and int(value.text) <= LONGEST:
            return int(value.text)
        fix = f"write whole minutes in digits, from 1 to {LONGEST}:  minutes: 6"
        self._complain(value, f'"{value}" is not a number of minutes for a group.', f"minutes: {value}", fix)
        return 0

    def _part(self, value: Value | None) -> Part:
        if value is None or not value.items:
            return Part.CORE
        if value.text in tuple(Part):
            return Part(value.text)
        self._complain(value, f'"{value}" is not a part of a session.', f"part: {value}", nearest(str(value), Part))
        return Part.CORE

    def _complain(self, value: Value, what: str, found: str, fix: str) -> None:
        help = f"docs/{self.source.language}/contribute.md#trainer"
        self.problems.append(Problem(self.source.src_path, value.line, what, found, fix, help))
