"""The lines of a question or of a step -> its words, options, pairs and ends. Knows the signs, refuses to know rules.

- [x] Pause and wait {#pause}
  > Looking away is how she asks for a pause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guidebook.blocks import Line
from guidebook.learning.model import MARKS, Option, Pair, Type, Verdict
from guidebook.problems import Problem
from guidebook.sources import Source

OPTION = re.compile(r"^- \[(.)\] +(\S.*?)\s*$")
LOOKS_LIKE_OPTION = re.compile(r"^\s*([-*+–—•]\s*)?\[[^\[\]@]{0,3}\](?![(\[])")
GUESS = re.compile(r"^[^\[]*\[([^\]]*)\]\s*(.*?)\s*$")
"""An option as it was meant: with it, the other messages do not call it missing."""
KEY = re.compile(r"^(.*?)\s*\{#([^}]*)\}$")
ARROW = re.compile(r"^(.*?)\s*(?:->|→)\s*([^\s{}]*)\s*(\{#[^}]*\})?$")
"""Where an option of a step leads, before its key or after it."""
LOOKS_LIKE_REASON = re.compile(r"^\s*>")
STEP = re.compile(r"^\d+\. +(\S.*?)\s*$")
"""A step of a question of order, whose numbered list is in the right order."""
ANSWER = re.compile(r"^= +(\S.*?)\s*$")
"""Words that are right in a short answer: `= one way; another {#key}`."""
LOOKS_LIKE_ANSWER = re.compile(r"^\s*=")
BETWEEN_VARIANTS = re.compile(r"\s*;\s*")
END = re.compile(r"^([15]) = +(\S.*?)\s*$")
"""Words at an end of a rating: `1 = Not at all sure`."""
LOOKS_LIKE_END = re.compile(r"^\s*\d+\s*=")
REASON = re.compile(r"^ {2,4}> ?(.*)$")
ROW = re.compile(r"^\|(.*)\|\s*$")
RULER = re.compile(r"^\|[\s:|-]+\|\s*$")
BEST_MARK = "x"
NO_BREAK_AT_START = re.compile("^[^\\]]*(?:\\] *)?[\u00a0\u202f]")
NO_BREAK_SPACES = re.compile("[\u00a0\u202f]")


ALWAYS_BEST: dict[Type | None, re.Pattern[str]] = {Type.ORDER: STEP, Type.SHORT: ANSWER}
"""Kinds with lines that need no mark."""


@dataclass
class _Draft:
    line: int
    verdict: Verdict
    key: str
    text: str
    target: str
    is_short: bool
    reason: list[str] = field(default_factory=list)

    def build(self) -> Option:
        reason = "\n".join(self.reason).strip()
        variants = tuple(filter(None, BETWEEN_VARIANTS.split(self.text))) if self.is_short else ()
        text = variants[0] if variants else self.text
        return Option(self.key, self.verdict, text, reason, self.line, variants, self.target)


@dataclass
class Body:
    """Reads line by line; `type` is None for the step of a branching case and while the type is wrong."""

    source: Source
    type: Type | None = None
    is_step: bool = False
    stem: list[str] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    ends: dict[str, str] = field(default_factory=dict)
    closing: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    heads: bool = False
    """The first row of a table, above its ruler, has been read: the heads of its columns."""
    in_table: bool = False

    @property
    def options(self) -> tuple[Option, ...]:
        return tuple(draft.build() for draft in self.drafts)

    def read(self, lines: tuple[Line, ...]) -> Body:
        for line in lines:
            if not (self._read_option(line) or self._read_reason(line) or self._read_row(line)):
                self._read_words(line)
        return self

    def _read_option(self, line: Line) -> bool:
        match = OPTION.match(line.text)
        if match and match[1] in MARKS:
            self._add_option(line, match[1], match[2])
        elif (always_best := ALWAYS_BEST.get(self.type)) and (match := always_best.match(line.text)):
            self._add_option(line, BEST_MARK, match[1])
        elif self.type is Type.SHORT and LOOKS_LIKE_ANSWER.match(line.text):
            what = "this line looks like an accepted answer and cannot be read as one."
            self._complain(line, what, "write at the start of the line:  = one way; another way {#key}")
            self._add_option(line, BEST_MARK, line.text.strip().lstrip("= "))
        elif self.type is Type.RATING and LOOKS_LIKE_END.match(line.text):
            self._add_end(line)
        elif LOOKS_LIKE_OPTION.match(line.text):
            self.problems.append(_bad_option(line, self.source))
            guess = GUESS.match(line.text)
            mark = guess[1].strip().lower() if guess else ""
            self._add_option(line, mark if mark in MARKS else " ", guess[2] if guess else "")
        else:
            return False
        return True

    def _read_reason(self, line: Line) -> bool:
        if not self.drafts or self.closing or not LOOKS_LIKE_REASON.match(line.text):
            return False
        match = REASON.match(line.text)
        if match is None:
            what = "this line looks like a reason and is not indented by two spaces."
            self._complain(line, what, f"write it under its option:    {line.text.strip()}")
        self.drafts[-1].reason.append(match[1] if match else line.text.strip())
        return True

    def _read_row(self, line: Line) -> bool:
        if not ROW.match(line.text):
            return False
        if RULER.match(line.text):
            self.in_table = True
        elif not self.in_table and self.heads:
            what = "this row stands above the line of hyphens and would be lost."
            self._complain(
                line, what, "put the line  | --- | --- | --- |  under the first row, the heads of the columns."
            )
        elif not self.in_table:
            self.heads = True
        elif self.in_table:
            self._add_pair(line)
        return True

    def _read_words(self, line: Line) -> None:
        if not (self.drafts or self.pairs or self.ends):
            self.stem.append(line.text)
        elif line.text.strip() or self.closing:
            self.closing.append(line)

    def _add_option(self, line: Line, mark: str, text: str) -> None:
        if self.closing:
            what = "these words stand between two options and belong to neither."
            fix = (
                "if they are a reason, begin the line with two spaces and > ; closing words come after the last option."
            )
            self._complain(self.closing[0], what, fix)
            self.closing.clear()
        target = ""
        if self.is_step and (arrow := ARROW.match(text)):
            text, target = f"{arrow[1]} {arrow[3] or ''}".strip(), arrow[2]
        text, key = _split_key(text)
        self.drafts.append(_Draft(line.number, MARKS[mark], key, text, target, self.type is Type.SHORT))

    def _add_end(self, line: Line) -> None:
        match = END.match(line.text)
        if match and match[1] not in self.ends:
            self.ends[match[1]] = match[2]
            return
        fix = "write the words of both ends, and of no other number:  1 = Not at all sure  and  5 = Very sure"
        self._complain(line, "this line is not an end of the scale.", fix)

    def _add_pair(self, line: Line) -> None:
        cells = [cell.strip() for cell in line.text.strip().strip("|").split("|")]
        left, right, reason = (*cells, "", "", "")[:3]
        left, key = _split_key(left)
        self.pairs.append(Pair(key, left, right, reason, line.number))
        if len(cells) != 3 or not all((left, right, reason)):
            what = "this row of a matching question does not have three filled cells."
            self._complain(line, what, "write  | one side {#key} | the other side | why |")

    def _complain(self, line: Line, what: str, fix: str) -> None:
        self.problems.append(_problem(self.source, line, what, line.text.strip(), fix))


def _split_key(text: str) -> tuple[str, str]:
    match = KEY.match(text)
    return (match[1], match[2]) if match else (text, "")


def _bad_option(line: Line, source: Source) -> Problem:
    found = line.text.strip()
    what = "this line looks like an option and cannot be read as one."
    if NO_BREAK_AT_START.match(line.text):
        what = "there is a no-break space at the start of this option; it looks like a space and is another sign."
        found = NO_BREAK_SPACES.sub("⍽", found) + "   (⍽ is the no-break space)"
    fix = (
        "type it again at the start of the line:  - [ ] Words {#key}  "
        "([x] best, [~] acceptable, [ ] less helpful, [!] unsafe)."
    )
    return _problem(source, line, what, found, fix)


def _problem(source: Source, line: Line, what: str, found: str, fix: str) -> Problem:
    help = f"docs/{source.language}/contribute.md#questions"
    return Problem(source.src_path, line.number, what, found, fix, help)
