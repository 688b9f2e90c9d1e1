"""The `///` syntax: one parser for every kind of block. Knows slashes, names, options; refuses to know meanings.

    /// statement | C4.3 Screening with consent
        who: B

    Words in Markdown.

    //// why
    More words.
    ////
    ///

A block is closed by as many slashes as opened it. What stands inside a code fence is an example and is left alone.
(pymdownx.blocks has the same form, but prints mistakes as text or swallows the rest of the page; here the judge and the
renderer read one and the same parse.)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from guidebook.fences import code_examples, outside_code
from guidebook.problems import Problem, nearest
from guidebook.settings import Value, parse_values
from guidebook.sources import Source

OPENING = re.compile(r"^(/{3,})\s*([^\s|/][^|]*?)\s*+(?:\|\s*(.*?)\s*+)?$")
CLOSING = re.compile(r"^(/{3,})\s*$")
MISREAD = re.compile(r"^\s*/{3,}|^\s*//(\s|$)")
"""Meant as the start or end of a block, and would be printed as text."""
SETTING = re.compile(r"^[a-z-]+:(\s|$)")
INDENT = "    "
WITH_ID = ("statement", "question", "case")
"""Blocks whose title begins with a permanent id."""


@dataclass(frozen=True)
class Line:
    number: int
    text: str


@dataclass(frozen=True)
class Block:
    name: str
    """`statement`, `question`, `why` …"""
    title: str
    """What stands after the bar."""
    options: Mapping[str, Value]
    content: tuple[Line, ...]
    """The lines of its own words, nested blocks left out."""
    children: tuple[Block, ...]
    line: int
    end: int
    """The line of its closing slashes."""

    @property
    def identifier(self) -> str:
        """The id that begins the title of a statement, question or case; empty for blocks that have none."""
        first = split_id(self.title)[0] if self.name in WITH_ID else ""
        return first if any(map(str.isdigit, first)) else ""

    @property
    def markdown(self) -> str:
        return "\n".join(line.text for line in self.content).strip()

    def find(self, name: str) -> Block | None:
        """Its first nested block of that name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> tuple[Block, ...]:
        return tuple(child for child in self.children if child.name == name)


def parse_blocks(source: Source) -> tuple[tuple[Block, ...], list[Problem]]:
    """The top-level blocks of a page in their order, and every mistake in their slashes and options."""
    parser = _Parser(source)
    for number, text in outside_code(source.numbered_body()):
        parser.feed(number, text)
    blocks, problems = parser.finish()
    return blocks, [*problems, *_check_code(source, blocks)]


def _check_code(source: Source, blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """A code example swallows what follows it when it is not closed, and is lost when it stands in a block."""
    for start, end in code_examples(source.numbered_body()):
        what, fix = "", ""
        if not end:
            what, fix = "this code example is not closed.", "add the same three signs, alone on a line, where it ends."
        elif any(block.line < start < block.end for block in blocks):
            what, fix = "a code example cannot stand inside a block.", "put it before the block or after it."
        if what:
            help = f"docs/{source.language}/contribute.md#blocks"
            yield Problem(source.src_path, start, what, source.lines[start - 1].strip(), fix, help)


@dataclass
class _Open:
    """A block that has been opened and not yet closed."""

    slashes: str
    name: str
    title: str
    line: int
    content: list[Line]
    children: list[Block]


class _Parser:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.stack: list[_Open] = []
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []

    def feed(self, number: int, text: str) -> None:
        if closing := CLOSING.match(text):
            self._close(number, closing[1])
        elif opening := OPENING.match(text):
            self._open(number, opening)
        elif MISREAD.match(text):
            self.problems.append(self._misread(number, text))
            meant = text.strip() if text.strip().startswith("///") else f"/{text.strip()}"
            if meant != text:  # go on as if it had been read, or the closing line would look wrong too
                self.feed(number, meant)
        elif self.stack:
            self.stack[-1].content.append(Line(number, text))

    def finish(self) -> tuple[tuple[Block, ...], list[Problem]]:
        while self.stack:
            opened = self.stack.pop()
            self.problems.append(self._unclosed(opened))
            self._keep(opened, len(self.source.lines))
        return tuple(self.blocks), self.problems

    def _open(self, number: int, match: re.Match[str]) -> None:
        slashes, name, title = match[1], match[2], match[3] or ""
        # A block of the same level cannot start inside another: the one before was not closed. Saying so here, and
        # going on as if it had been, keeps the message at the right place and the later blocks readable.
        while self.stack and len(self.stack[-1].slashes) >= len(slashes):
            unclosed = self.stack.pop()
            self.problems.append(self._unclosed(unclosed))
            self._keep(unclosed, number - 1)
        self.stack.append(_Open(slashes, name, title, number, [], []))

    def _close(self, number: int, slashes: str) -> None:
        if not any(opened.slashes == slashes for opened in self.stack):
            self.problems.append(self._stray(number, slashes))
            return
        while (opened := self.stack.pop()).slashes != slashes:
            self.problems.append(self._unclosed(opened))
            self._keep(opened, number - 1)
        self._keep(opened, number)

    def _keep(self, opened: _Open, end: int) -> None:
        options, content = self._split_options(opened)
        block = Block(opened.name, opened.title, options, content, tuple(opened.children), opened.line, end)
        (self.stack[-1].children if self.stack else self.blocks).append(block)

    def _split_options(self, opened: _Open) -> tuple[Mapping[str, Value], tuple[Line, ...]]:
        count = 0
        while count < len(opened.content) and opened.content[count].text.startswith(INDENT):
            count += 1
        lines = tuple(line.text.removeprefix(INDENT) for line in opened.content[:count])
        values, problems = parse_values(lines, opened.line + 1, self.source.src_path, self._help())
        self.problems += [*problems, *self._misplaced(opened, count)]
        return values, tuple(opened.content[count:])

    def _help(self) -> str:
        return f"docs/{self.source.language}/contribute.md#blocks"

    def _unclosed(self, opened: _Open) -> Problem:
        return Problem(
            self.source.src_path,
            opened.line,
            f'the block "{opened.name}" is not closed.',
            f"{opened.slashes} {opened.name}" + (f" | {opened.title}" if opened.title else ""),
            f"add a line with only {opened.slashes} where it ends.",
            self._help(),
        )

    def _misread(self, number: int, text: str) -> Problem:
        what = "this line begins with slashes and neither opens nor closes a block."
        fix = "begin at the margin, with three slashes or, for a part of a block, four:  /// name | Title"
        return Problem(self.source.src_path, number, what, text.strip(), fix, self._help())

    def _misplaced(self, opened: _Open, count: int) -> list[Problem]:
        """A setting that would be printed as text, because it has a tab, too few spaces or an empty line before it."""
        line = next((line for line in opened.content[count:] if line.text.strip()), None)
        if line is None or not SETTING.match(line.text.strip()):
            return []
        if not line.text[0].isspace() and line.number != opened.line + count + 1:
            return []
        what = "this setting is not directly under the opening line, indented by four spaces."
        found = line.text.replace("\t", "⇥").strip() + ("   (⇥ is a tab)" if "\t" in line.text else "")
        fix = f"write, without an empty line above it:  {INDENT}{line.text.strip()}"
        return [Problem(self.source.src_path, line.number, what, found, fix, self._help())]

    def _stray(self, number: int, slashes: str) -> Problem:
        return Problem(
            self.source.src_path,
            number,
            "this line closes a block that is not open.",
            slashes,
            f"remove the line, or open a block above it with  {slashes} name",
            self._help(),
        )


def check_vocabulary(
    block: Block, source: Source, options: Collection[str], children: Collection[str], titled: Collection[str] = ()
) -> list[Problem]:
    """What of a block's options and nested blocks is not of its kind, with the nearest valid word.

    `titled` are the nested blocks that have a title; of another it would be lost.
    """
    problems = []
    for key, value in block.options.items():
        if key not in options:
            problems.append(
                unknown_word(source, value.line, f'"{key}" is not a setting of "{block.name}"', key, options)
            )
    for child in block.children:
        if child.name not in children:
            what = f'"{child.name}" is not a part of "{block.name}"'
            problems.append(unknown_word(source, child.line, what, child.name, children))
            continue
        if child.title and child.name not in titled:
            what = f'the part "{child.name}" has a title, which would be lost'
            problems.append(unknown_word(source, child.line, what, child.title, ()))
        problems += check_vocabulary(child, source, (), ())
    return problems


def unknown_word(source: Source, line: int, what: str, word: str, valid: Collection[str]) -> Problem:
    fix = nearest(word, valid) if valid else "remove it."
    return Problem(source.src_path, line, f"{what}.", word, fix, f"docs/{source.language}/contribute.md#blocks")


def split_id(title: str) -> tuple[str, str]:
    """`C4.3 Screening with consent` -> (`C4.3`, `Screening with consent`)."""
    identifier, _, words = title.partition(" ")
    return identifier, words.strip()
