"""A data file of records: an id, then `key: value` lines that may hold lists and settings of their own.

Like `settings`, every value stays the text that the author typed (`13:00` is no number of minutes here), and every line
number is the one that an editor shows. Knows YAML; refuses to know what a record is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from guidebook.problems import Problem
from guidebook.settings import bad_yaml, lost_words, not_settings, said_twice
from guidebook.sources import clean_lines


@dataclass(frozen=True)
class Node:
    """A value and where it stands: words, a list or settings; an empty value is empty words."""

    line: int
    typed: str
    """Its line, for a message."""
    text: str = ""
    items: tuple[Node, ...] = ()
    fields: Mapping[str, Node] = field(default_factory=dict)

    @property
    def is_words(self) -> bool:
        return bool(self.text) and not self.items and not self.fields


def read_records(path: Path, root: Path, help: str) -> tuple[dict[str, Node], list[Problem]]:
    """Id -> record, and what cannot be read. A file that is not there holds no records."""
    src_path = path.relative_to(root).as_posix()
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        found = str(getattr(error, "strerror", "")) or f"byte {getattr(error, 'start', 0)} is not UTF-8"
        fix = 'save the file again with the encoding "UTF-8".'
        return {}, [Problem(src_path, 1, "the data file cannot be read.", found, fix, help)]
    lines, problems = clean_lines(text, src_path, help)
    try:
        reader = _Reader(lines, src_path, help)
        node = yaml.compose("\n".join(lines), Loader=yaml.SafeLoader)
        record = reader.read(node) if node is not None else Node(1, "")
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        return {}, [*problems, bad_yaml(src_path, 1, lines, error, help, nested=True)]
    if node is not None and not isinstance(node, yaml.MappingNode):
        reader.problems.append(not_settings(src_path, 1, lines[0], help))
    return dict(record.fields), [*problems, *reader.problems]


class _Reader:
    def __init__(self, lines: tuple[str, ...], src_path: str, help: str) -> None:
        self.lines, self.src_path, self.help = lines, src_path, help
        self.problems: list[Problem] = []

    def read(self, node: yaml.Node) -> Node:
        line = node.start_mark.line + 1
        typed = self.lines[min(line, len(self.lines)) - 1].strip()
        if isinstance(node, yaml.SequenceNode):
            return Node(line, typed, items=tuple(map(self.read, node.value)))
        if isinstance(node, yaml.MappingNode):
            return Node(line, typed, fields=self._fields(node))
        assert isinstance(node, yaml.ScalarNode)
        self.problems += lost_words(node, self.lines, 1, self.src_path, self.help)
        return Node(line, typed, str(node.value).strip())

    def _fields(self, node: yaml.MappingNode) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(not_settings(self.src_path, line, self.lines[line - 1], self.help))
                continue
            key = str(key_node.value)
            if key in fields:
                self.problems.append(said_twice(self.src_path, line, key, fields[key].line, self.help))
                continue
            value = self.read(value_node)
            # The line of its key: where an author looks, and where a value that is empty or a list has none.
            fields[key] = Node(line, self.lines[line - 1].strip(), value.text, value.items, value.fields)
        return fields
