"""`/// question` blocks -> questions. Knows the words of the syntax; what makes a question right is in `rules`.

- [x] Pause and wait {#pause}
  > Looking away is how she asks for a pause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guidebook.blocks import Block, Line, check_vocabulary, split_id
from guidebook.learning.model import MARKS, Option, Pair, Question, Type
from guidebook.problems import Problem, nearest
from guidebook.sources import Source

NAME = "question"
FACTS = ("type", "about", "choose", "version", "passage")
"""Options that all languages share. They stand in the block of the first language only."""
PARTS = ("hint",)

OPTION = re.compile(r"^- \[(.)\] +(\S.*?)\s*$")
LOOKS_LIKE_OPTION = re.compile(r"^\s*([-*+–—•]\s*)?\[[^\[\]@]{0,3}\](?![(\[])")
GUESS = re.compile(r"^[^\[]*\[([^\]]*)\]\s*(.*?)\s*$")
"""An option as it was meant: with it, the other messages do not call it missing."""
KEY = re.compile(r"^(.*?)\s*\{#([^}]*)\}$")
LOOKS_LIKE_REASON = re.compile(r"^\s*>")
STEP = re.compile(r"^\d+\. +(\S.*?)\s*$")
"""A step of a question of order, whose numbered list is in the right order."""
REASON = re.compile(r"^ {2,4}> ?(.*)$")
ROW = re.compile(r"^\|(.*)\|\s*$")
RULER = re.compile(r"^\|[\s:|-]+\|\s*$")
BEST_MARK = "x"
NO_BREAK_AT_START = re.compile("^[^\\]]*(?:\\] *)?[\u00a0\u202f]")
NO_BREAK_SPACES = re.compile("[\u00a0\u202f]")


def parse_question(block: Block, source: Source, facts: Question | None) -> tuple[Question, list[Problem]]:
    """Read one block. `facts` is the same question in the first language, or None when this is the first language."""
    identifier, title = split_id(block.title)
    problems = check_vocabulary(block, source, FACTS if facts is None else (), PARTS)
    shared, found = (facts, []) if facts else _parse_facts(block, source)
    body = _parse_body(block, source, shared.type)
    problems += found + body.problems
    question = Question(
        id=identifier,
        title=title,
        type=shared.type,
        stem="\n".join(body.stem).strip(),
        options=tuple(option.build() for option in body.options),
        pairs=tuple(body.pairs),
        closing="\n".join(line.text for line in body.closing).strip(),
        hints=tuple(hint.markdown for hint in block.all("hint")),
        about=shared.about,
        choose=shared.choose,
        version=shared.version,
        passage=shared.passage,
        src_path=source.src_path,
        line=block.line,
    )
    return question, problems


@dataclass(frozen=True)
class _Facts:
    type: Type | None
    about: tuple[str, ...]
    choose: int
    version: int
    passage: str


def _parse_facts(block: Block, source: Source) -> tuple[_Facts, list[Problem]]:
    problems: list[Problem] = []
    help = f"docs/{source.language}/contribute.md#questions"
    type_value = block.options.get("type")
    type_ = Type(type_value.text) if type_value and type_value.text in tuple(Type) else None
    if type_value and type_value.items and type_ is None:
        problems.append(
            Problem(
                source.src_path,
                type_value.line,
                f'"{type_value}" is not a type of question.',
                f"type: {type_value}",
                nearest(type_value.text, list(Type)),
                help,
            )
        )
    numbers = {}
    for key in ("choose", "version"):
        value = block.options.get(key)
        numbers[key] = int(value.text) if value and value.is_number else int(value is None)
        if value and value.items and not value.is_number:
            problems.append(
                Problem(
                    source.src_path,
                    value.line,
                    f'"{key}" is not a whole number.',
                    f"{key}: {value}",
                    f"write a number from 1, for example  {key}: 2",
                    help,
                )
            )
    about = block.options["about"].items if "about" in block.options else ()
    passage = block.options["passage"].text if "passage" in block.options else ""
    return _Facts(type_, about, numbers["choose"], numbers["version"], passage), problems


@dataclass
class _OptionDraft:
    line: int
    mark: str
    key: str
    text: str
    reason: list[str] = field(default_factory=list)

    def build(self) -> Option:
        return Option(self.key, MARKS[self.mark], self.text, "\n".join(self.reason).strip(), self.line)


@dataclass
class _Body:
    stem: list[str] = field(default_factory=list)
    options: list[_OptionDraft] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def _parse_body(block: Block, source: Source, type_: Type | None) -> _Body:
    body = _Body()
    in_table = False
    for line in block.content:
        match = OPTION.match(line.text)
        if match and match[1] in MARKS:
            _add_option(body, line, match[1], match[2], source)
        elif type_ is Type.ORDER and (step := STEP.match(line.text)):
            _add_option(body, line, BEST_MARK, step[1], source)
        elif LOOKS_LIKE_OPTION.match(line.text):
            body.problems.append(_bad_option(line, source))
            guess = GUESS.match(line.text)
            mark = guess[1].strip().lower() if guess else ""
            _add_option(body, line, mark if mark in MARKS else " ", guess[2] if guess else "", source)
        elif body.options and not body.closing and (reason := REASON.match(line.text)):
            body.options[-1].reason.append(reason[1])
        elif body.options and not body.closing and LOOKS_LIKE_REASON.match(line.text):
            body.problems.append(_bad_reason(line, source))
            body.options[-1].reason.append(line.text.strip())
        elif ROW.match(line.text):
            if RULER.match(line.text):
                in_table = True
            elif in_table:
                _add_pair(body, line, source)
        elif body.options or body.pairs:
            if line.text.strip() or body.closing:
                body.closing.append(line)
        else:
            body.stem.append(line.text)
    return body


def _add_option(body: _Body, line: Line, mark: str, text: str, source: Source) -> None:
    if body.closing:
        body.problems.append(_words_between(body.closing[0], source))
        body.closing.clear()
    key_match = KEY.match(text)
    text, key = (key_match[1], key_match[2]) if key_match else (text, "")
    body.options.append(_OptionDraft(line.number, mark, key, text))


def _add_pair(body: _Body, line: Line, source: Source) -> None:
    cells = [cell.strip() for cell in line.text.strip().strip("|").split("|")]
    left, right, reason = (*cells, "", "", "")[:3]
    body.pairs.append(Pair(left, right, reason, line.number))
    if len(cells) == 3 and all(cells):
        return
    body.problems.append(
        Problem(
            source.src_path,
            line.number,
            "this row of a matching question does not have three filled cells.",
            line.text.strip(),
            "write  | one side | the other side | why |",
            f"docs/{source.language}/contribute.md#questions",
        )
    )


def _words_between(line: Line, source: Source) -> Problem:
    what = "these words stand between two options and belong to neither."
    fix = "if they are a reason, begin the line with two spaces and > ; closing words come after the last option."
    help = f"docs/{source.language}/contribute.md#questions"
    return Problem(source.src_path, line.number, what, line.text.strip(), fix, help)


def _bad_reason(line: Line, source: Source) -> Problem:
    what = "this line looks like a reason and is not indented by two spaces."
    fix = f"write it under its option:    {line.text.strip()}"
    help = f"docs/{source.language}/contribute.md#questions"
    return Problem(source.src_path, line.number, what, line.text.strip(), fix, help)


def _bad_option(line: Line, source: Source) -> Problem:
    found = line.text.strip()
    what = "this line looks like an option and cannot be read as one."
    if NO_BREAK_AT_START.match(line.text):
        what = "there is a no-break space at the start of this option; it looks like a space and is another sign."
        found = NO_BREAK_SPACES.sub("⍽", found) + "   (⍽ is the no-break space)"
    return Problem(
        source.src_path,
        line.number,
        what,
        found,
        "type it again at the start of the line:  - [ ] Words {#key}  "
        "([x] best, [~] acceptable, [ ] less helpful, [!] unsafe).",
        f"docs/{source.language}/contribute.md#questions",
    )
