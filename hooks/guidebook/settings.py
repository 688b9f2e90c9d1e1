"""`key: value` lines, in the front matter of a page and under the first line of a block. Knows YAML; refuses its types.

MkDocs reads the front matter with a YAML that turns `no` into False. Here every value stays the text the author typed,
every line number is the one the author's editor shows, and nothing that an author types ends in a traceback.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import yaml

from guidebook.problems import Problem

SIGN = "expected alphabetic"
"""The reason of the YAML library that is `PLAIN_WORDS`' for a sign."""
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.ASCII)
NUMBER = re.compile("^[1-9][0-9]{0,4}$", re.ASCII)
NESTED = ("search",)
"""Settings of the theme that hold settings themselves: `search: {exclude: true}`."""
PLAIN_WORDS = {
    "mapping values are not allowed": 'it holds a second ": "',
    "found character '\\t'": "it begins with a tab",
    "found character": "it begins with a sign that needs quotation marks",
    "found unexpected end of stream": "a quotation mark is not closed",
    "expected ',' or": "a bracket is not closed",
    "could not find expected ':'": "it has no colon, or no space after it",
    "found undefined alias": "it begins with a sign that needs quotation marks",
    "expected a comment": "it begins with a sign that needs quotation marks",
    "expected alphabetic": "it begins with a sign that needs quotation marks",
    "expected <block end>": "words follow a closing quotation mark, or the lines are not indented alike",
    "found unknown escape character": "a backslash stands in it",
}
"""How the YAML library begins its reason -> the same for an author."""


@dataclass(frozen=True)
class Value:
    """A value of the front matter or of a block's options: always text, never a coerced type."""

    text: str
    """The scalar; empty for a list."""
    items: tuple[str, ...]
    """The items of a list; a scalar is a list of one."""
    line: int

    @property
    def is_number(self) -> bool:
        """A whole number from 1: `²` is a digit for Python, and nobody means a million."""
        return NUMBER.match(self.text) is not None

    @property
    def is_day(self) -> bool:
        """Year, month and day: `2026-11-22`."""
        try:
            return bool(DAY.match(self.text) and datetime.date.fromisoformat(self.text))
        except ValueError:
            return False

    def __str__(self) -> str:
        return self.text or (f"[{', '.join(self.items)}]" if self.items else "")


def parse_values(
    lines: tuple[str, ...], first_line: int, src_path: str, help: str
) -> tuple[dict[str, Value], list[Problem]]:
    """`key: value` lines as a mapping. Never raises for what an author typed."""
    try:
        node = yaml.compose("\n".join(lines), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        return {}, [bad_yaml(src_path, first_line, lines, error, help)]
    if node is None:
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        return {}, [not_settings(src_path, first_line, lines[0], help)]
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        typed = lines[key_node.start_mark.line].strip()
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(not_settings(src_path, line, typed, help))
            continue
        key = str(key_node.value)
        if key in values:
            problems.append(said_twice(src_path, line, key, values[key].line, help))
            continue
        for scalar in (item for item in (key_node, *_items(value_node)) if isinstance(item, yaml.ScalarNode)):
            problems += lost_words(scalar, lines, first_line, src_path, help)
        problems += _booleans(src_path, line, key, value_node, help)
        problems += _shape(src_path, line, key, value_node, typed, help)
        values[key] = _value(value_node, line)
    return values, problems


def _shape(src_path: str, line: int, key: str, node: yaml.Node, typed: str, help: str) -> list[Problem]:
    """A value is words or a list of words, and is not empty: `passage: #heading` is a comment for YAML."""
    if key in NESTED:
        return []
    if not all(isinstance(item, yaml.ScalarNode) for item in _items(node)):
        what = f'the value of "{key}" is neither words nor a plain list.'
        return [Problem(src_path, line, what, typed, f"write  {key}: words  or  {key}: [one, two]", help)]
    if isinstance(node, yaml.ScalarNode) and not node.value.strip():
        fix = f'write it after the colon, between double quotes when it begins with a sign:  {key}: "#words"'
        return [Problem(src_path, line, f'the setting "{key}" has no value.', typed, fix, help)]
    return []


def lost_words(
    node: yaml.ScalarNode, lines: tuple[str, ...], first_line: int, src_path: str, help: str
) -> list[Problem]:
    """Words that an author typed and YAML keeps for itself: a sign before a value, a comment after it."""
    mark, end = node.start_mark, node.end_mark
    if lines[mark.line][mark.column :].startswith(("!", "&")):
        error = yaml.MarkedYAMLError(problem=SIGN, problem_mark=mark)
        return [bad_yaml(src_path, first_line, lines, error, help, nested=True)]
    after = lines[end.line][end.column :].strip() if end.line < len(lines) and node.style not in ("|", ">") else ""
    if not after.startswith("#") or not node.value.strip():  # of an empty value it is told that it is
        return []
    what, fix = "what follows the sign # would be lost.", "put the whole value between double quotes, or remove it."
    return [Problem(src_path, first_line + end.line, what, lines[end.line].strip(), fix, help)]


def _items(node: yaml.Node) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else [node]


def _value(node: yaml.Node, line: int) -> Value:
    words = tuple(str(item.value).strip() for item in _items(node) if isinstance(item, yaml.ScalarNode))
    text = words[0] if words and isinstance(node, yaml.ScalarNode) else ""
    return Value(text, tuple(filter(None, words)), line)


def _booleans(src_path: str, line: int, key: str, node: yaml.Node, help: str) -> list[Problem]:
    return [
        Problem(
            src_path,
            line,
            f'the value of "{key}" is a word that YAML turns into true or false.',
            f"{key}: {scalar.value}",
            f'put it between quotes:  {key}: "{scalar.value}"',
            help,
        )
        for scalar in _items(node)
        if isinstance(scalar, yaml.ScalarNode) and scalar.tag.endswith(":bool")
    ]


def bad_yaml(
    src_path: str, first_line: int, lines: tuple[str, ...], error: Exception, help: str, nested: bool = False
) -> Problem:
    """What the YAML library says, for an author. `nested`: lines of this file are meant to be indented."""
    mark = getattr(error, "problem_mark", None)
    if not str(getattr(error, "context", None) or "while parsing a block").startswith("while parsing a block"):
        mark = getattr(error, "context_mark", None) or mark  # where the quotation mark or bracket was opened
    offset = min(mark.line, len(lines) - 1) if mark else 0
    typed = str(getattr(error, "problem", None) or error)
    reason = next((words for start, words in PLAIN_WORDS.items() if start in typed), "it is not written as a setting")
    if offset and not nested and lines[offset][:1].isspace():
        reason = "it is indented further than the line above it"
    return Problem(
        src_path,
        first_line + offset,
        f"this setting cannot be read ({reason}).",
        lines[offset].strip(),
        'write  key: value  and put the value between double quotes when it holds ": " or begins with a sign.',
        help,
    )


def not_settings(src_path: str, line: int, typed: str, help: str) -> Problem:
    fix = "write one  key: value  per line."
    return Problem(src_path, line, "these lines are not settings.", typed.strip(), fix, help)


def said_twice(src_path: str, line: int, key: str, first: int, help: str) -> Problem:
    return Problem(
        src_path, line, f'the setting "{key}" stands twice.', f"{key}: on lines {first} and {line}", "keep one.", help
    )
