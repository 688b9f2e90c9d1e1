"""`/// question` and `/// case` blocks -> questions and branching cases. What makes them right is in `rules`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from guidebook.blocks import Block, check_vocabulary, split_id
from guidebook.learning.body import Body
from guidebook.learning.model import BranchingCase, Moment, Question, Step, Type
from guidebook.problems import Problem, nearest
from guidebook.settings import Value
from guidebook.sources import Source

NAME = "question"
CASE = "case"
WITH_GROUP = ("minutes", "part")
"""Options for trainers, which `training` reads, as it reads the part `trainer`."""
FACTS = ("type", "about", "choose", "version", "passage", "pair", "when", "status", *WITH_GROUP)
"""Options that all languages share. They stand in the block of the first language only."""
PARTS = ("hint", "answer", "trainer")
CASE_FACTS = ("version", *WITH_GROUP)
CASE_PARTS = ("step", "trainer")
WITHDRAWN = "withdrawn"

Words = TypeVar("Words", bound=StrEnum)


def parse_question(block: Block, source: Source, facts: Question | None) -> tuple[Question, list[Problem]]:
    """Read one block. `facts` is the same question in the first language, or None when this is the first language."""
    identifier, title = split_id(block.title)
    problems = check_vocabulary(block, source, FACTS if facts is None else (), PARTS)
    shared, found = (facts, []) if facts else _parse_facts(block, source)
    body = Body(source, shared.type).read(block.content)
    answer = block.find("answer")
    question = Question(
        id=identifier,
        title=title,
        type=shared.type,
        stem="\n".join(body.stem).strip(),
        options=body.options,
        pairs=tuple(body.pairs),
        closing="\n".join(line.text for line in body.closing).strip(),
        hints=tuple(hint.markdown for hint in block.all("hint")),
        about=shared.about,
        choose=shared.choose,
        version=shared.version,
        passage=shared.passage,
        src_path=source.src_path,
        line=block.line,
        answer=answer.markdown if answer else "",
        ends=tuple(body.ends[number] for number in sorted(body.ends)),
        pair=shared.pair,
        when=shared.when,
        withdrawn=shared.withdrawn,
    )
    return question, [*problems, *found, *body.problems]


def parse_branching(
    block: Block, source: Source, facts: BranchingCase | None, is_first: bool
) -> tuple[BranchingCase | None, list[Problem]]:
    """Read a case. None for one without steps, which is only a story. `is_first`: its language holds the facts."""
    steps = block.all("step")
    if not steps:
        return None, check_vocabulary(block, source, WITH_GROUP if is_first else (), CASE_PARTS)
    identifier, title = split_id(block.title)
    problems = check_vocabulary(block, source, CASE_FACTS if facts is None else (), CASE_PARTS, titled=("step",))
    version, found = (facts.version, []) if facts else _number(block.options.get("version"), "version", source)
    read = [_parse_step(step, source) for step in steps]
    case = BranchingCase(
        id=identifier,
        title=title,
        story=block.markdown,
        steps=tuple(step for step, _ in read),
        version=version,
        src_path=source.src_path,
        line=block.line,
    )
    return case, [*problems, *found, *(problem for _, problems in read for problem in problems)]


def _parse_step(block: Block, source: Source) -> tuple[Step, list[Problem]]:
    identifier, title = split_id(block.title)
    body = Body(source, is_step=True).read(block.content)
    problems = body.problems
    if body.closing:
        what = f'these words of step "{identifier}" stand after its options and would be lost.'
        fix = "put them before the options, or in the step that follows."
        line = body.closing[0]
        problems.append(Problem(source.src_path, line.number, what, line.text.strip(), fix, _help(source, "branching")))
    return Step(identifier, title, "\n".join(body.stem).strip(), body.options, block.line), problems


@dataclass(frozen=True)
class _Facts:
    type: Type | None
    about: tuple[str, ...]
    choose: int
    version: int
    passage: str
    pair: str
    when: Moment | None
    withdrawn: bool


def _parse_facts(block: Block, source: Source) -> tuple[_Facts, list[Problem]]:
    problems: list[Problem] = []
    settings = block.options
    type_, found = _word(settings.get("type"), Type, "type of question", source)
    problems += found
    when, found = _word(settings.get("when"), Moment, "moment of a rating", source)
    problems += found
    numbers = {}
    for key in ("choose", "version"):
        numbers[key], found = _number(settings.get(key), key, source)
        problems += found
    status = settings.get("status")
    if status and status.items and status.text != WITHDRAWN:
        what = f'"{status}" is not a status of a question.'
        fix = f"write  status: {WITHDRAWN}  or remove the line."
        problems.append(Problem(source.src_path, status.line, what, f"status: {status}", fix, _help(source)))
    words = {key: settings[key].text if key in settings else "" for key in ("passage", "pair", "status")}
    about = settings["about"].items if "about" in settings else ()
    withdrawn = words["status"] == WITHDRAWN
    return _Facts(
        type_, about, **numbers, passage=words["passage"], pair=words["pair"], when=when, withdrawn=withdrawn
    ), problems


def _word(value: Value | None, words: type[Words], what: str, source: Source) -> tuple[Words | None, list[Problem]]:
    """One of a few words; None with a message for another, None alone where nothing is said."""
    if value is None or not value.items:
        return None, []
    if value.text in tuple(words):
        return words(value.text), []
    key = "type" if words is Type else "when"
    article = f'"{value}" is not a {what}.'
    fix = nearest(value.text, list(words))
    return None, [Problem(source.src_path, value.line, article, f"{key}: {value}", fix, _help(source))]


def _number(value: Value | None, key: str, source: Source) -> tuple[int, list[Problem]]:
    """A number from 1, 1 where nothing is said, 0 with a message for what is none."""
    if value is None or value.is_number:
        return int(value.text) if value else 1, []
    if not value.items:
        return 0, []
    what = f'"{key}" is not a whole number.'
    fix = f"write a number from 1, for example  {key}: 2"
    return 0, [Problem(source.src_path, value.line, what, f"{key}: {value}", fix, _help(source))]


def _help(source: Source, anchor: str = "questions") -> str:
    return f"docs/{source.language}/contribute.md#{anchor}"
