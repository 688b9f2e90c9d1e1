"""Every sentence that the checks can say stands in a case of `tests/unit/cases`, so that no message is unproven."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guidebook.settings import PLAIN_WORDS
from guidebook.translations.parity import COUNTED

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "hooks" / "guidebook"
CASES_DIR = ROOT / "tests" / "unit" / "cases"
MAKERS = {"Problem", "add", "require", "unknown_word", "_problem", "_unreadable", "bad_yaml"}
"""What makes a problem, directly or not."""
TALKERS = {"nearest", "report", "__str__"}
"""Functions that only supply words."""
NO_WORDS = {"while parsing a block"}
"""What the YAML library says, read and not shown."""
NOT_A_CASE = {"hooks/guidebook/strings.yml": "the words of the interface are no site's: tests/unit/test_check.py"}


def functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "documents" in path.parts:  # has errors of its own, and tests of its own
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def talks(path: Path, function: ast.FunctionDef) -> bool:
    calls = {name_of(node) for node in ast.walk(function) if isinstance(node, ast.Call)}
    is_words = function.name in TALKERS and path.name == "problems.py"
    return is_words or bool(calls & MAKERS) and "Problem" in path.read_text("utf-8")


def templates() -> Iterator[tuple[str, str]]:
    """Where a piece of a message stands -> the pattern of its words."""
    for path, function in functions():
        if talks(path, function) and not any(key in ast.unparse(function) for key in NOT_A_CASE):
            docstring = ast.get_docstring(function, clean=False)
            for node in strings_in(function):
                pattern = pattern_of(node)
                if " " in pattern.replace("\\ ", " ") and words_of(node) not in (docstring, *NO_WORDS):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", pattern


def strings_in(node: ast.AST) -> Iterator[ast.expr]:
    """Strings and f-strings, the outermost of each."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr) or (isinstance(child, ast.Constant) and isinstance(child.value, str)):
            yield child
        else:
            yield from strings_in(child)


def words_of(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) else ""


def pattern_of(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(re.escape(part.value) if isinstance(part, ast.Constant) else ".*?" for part in parts)


@pytest.fixture(scope="session")
def reports() -> str:
    return "\n".join(yaml.safe_load(path.read_text("utf-8"))["problems"] for path in CASES_DIR.rglob("*.yml"))


TEMPLATES = sorted(set(templates()))


@pytest.mark.parametrize(
    "words", sorted({*PLAIN_WORDS.values(), *(f"not as many {words} as" for words in COUNTED.values())})
)
def test_words_from_a_table_stand_in_a_case(words, reports):
    assert words in reports


def test_messages_are_found_where_they_are_made():
    assert len(TEMPLATES) > 100


@pytest.mark.parametrize(("place", "pattern"), TEMPLATES, ids=[f"{place} {p[:40]}" for place, p in TEMPLATES])
def test_message_stands_in_a_case(place, pattern, reports):
    assert re.search(pattern, reports), f"no case in tests/unit/cases shows the words of {place}"
