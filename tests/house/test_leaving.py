"""The page on leaving MkDocs names what depends on it: all of it, and nothing that no longer does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import material
import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "hooks" / "LEAVING.md").read_text("utf-8")
OVERRIDES = ROOT / "overrides"
THEME = Path(material.__file__).parent / "templates"
ENGINE = {"mkdocs", "material", "mkdocs_static_i18n"}
COMMAND = re.compile(r'(?:/|")mkdocs"?,? "?(?:build|serve)\b')
TAG = re.compile(r"""{%-?\s*(extends|block|include)\s+["']?([\w./-]+)""")
OF_MATERIAL = re.compile(r"\.md-(?!typeset\b)|--md-|[\"' ]md-|__md_")
"""Not `.md-typeset`, which only makes a rule of ours stronger than the theme's."""


class Settings(yaml.SafeLoader):
    """mkdocs.yml has tags of its own, whose values are of no matter here."""


Settings.add_multi_constructor("!", lambda loader, tag, node: None)


def rows(title: str) -> Iterator[list[set[str]]]:
    """The words in backticks of each cell, of the table under a heading."""
    section = re.search(rf"^## {title}[^\n]*\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section, title
    lines = [line for line in section[1].splitlines() if line.startswith("|")][2:]
    for line in lines:
        yield [set(re.findall(r"`([^`]+)`", cell)) for cell in line.strip("|").split("|")]


def to_write(said: dict, found: dict) -> list[str]:
    """What hooks/LEAVING.md must say otherwise: the row of a file as it should be, or that it should go."""
    rows = [f"{path}: write {found[path]}" for path in sorted(found) if said.get(path) != found[path]]
    return rows + [f"{path}: take its row out" for path in sorted(said.keys() - found.keys())]


def python_files() -> Iterator[Path]:
    yield from sorted((ROOT / "hooks").rglob("*.py"))
    yield from sorted(path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__))


def imports_of(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.split(".")[0] in ENGINE}


def events_of(tree: ast.Module) -> set[str]:
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    values = {target.id for node in tree.body if isinstance(node, ast.Assign) for target in node.targets}
    return {name for name in functions | values if name.startswith("on_")}


def test_row_that_is_missing_wrong_or_too_many_is_told():
    found = {"a": {"block x"}, "b": {"block y"}}
    assert to_write(found, found) == []
    assert to_write({"a": {"block z"}, "c": set()}, found) == [
        "a: write {'block x'}",
        "b: write {'block y'}",
        "c: take its row out",
    ]


def test_page_names_every_import_and_every_event():
    said = {path: (imports, events) for (path,), imports, events, _ in rows("Python")}
    found = {}
    for path in python_files():
        tree = ast.parse(path.read_text("utf-8"))
        events = events_of(tree) if path.parent == ROOT / "hooks" else set()
        if imports_of(tree) or events:
            found[path.relative_to(ROOT).as_posix()] = imports_of(tree), events
    assert to_write(said, found) == []


def test_page_names_every_command_that_names_the_engine():
    paths = [ROOT / name for name in ("Makefile", "README.md", "LISEZMOI.md", "netlify.toml")]
    paths += [*python_files(), *ROOT.glob(".github/workflows/*.yml")]
    found = {path.relative_to(ROOT).as_posix() for path in paths if COMMAND.search(path.read_text("utf-8"))}
    (line,) = re.findall(r"^Commands that name the engine: (.*)\.$", PAGE, re.MULTILINE)
    assert set(re.findall(r"`([^`]+)`", line)) == found


def taken_of_material(path: Path) -> set[str]:
    """The template of the theme that it stands in for, and what it extends, fills or includes of the theme."""
    name = path.relative_to(OVERRIDES).as_posix()
    found = {name} if (THEME / name).exists() else set()
    for tag, target in TAG.findall(path.read_text("utf-8")):
        if tag == "block":
            found.add(f"block {target}")
        elif target.startswith(".icons/"):
            found.add(".icons/")
        elif not any((folder / target).exists() for folder in (OVERRIDES, OVERRIDES / "components")):
            found.add(target)
    return found


def test_page_names_everything_that_templates_take_of_material():
    said = {path: taken for (path,), taken in rows("Templates")}
    paths = [*OVERRIDES.glob("*.*ml"), *OVERRIDES.glob("partials/*.html")]
    found = {path.relative_to(ROOT).as_posix(): taken_of_material(path) for path in paths}
    assert to_write(said, found) == []


def test_components_take_no_template_of_material():
    taking = [path.name for path in OVERRIDES.glob("components/*/*.html") if taken_of_material(path)]
    assert taking == []


def test_page_names_every_style_and_script_that_names_a_class_of_material():
    paths = [path for path in OVERRIDES.rglob("*") if path.suffix in {".css", ".js"}]
    found = {path.relative_to(OVERRIDES).as_posix() for path in paths if OF_MATERIAL.search(path.read_text("utf-8"))}
    (block,) = re.findall(r"^Styles and scripts name .*?\n\n(.*?)\n\n", PAGE, re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"`([^`]+)`", block)) == found


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        ("theme features", lambda settings: settings["theme"]["features"]),
        ("plugins", lambda settings: settings["plugins"]),
        ("Markdown extensions", lambda settings: settings["markdown_extensions"]),
    ],
)
def test_page_names_every_setting(kind, of):
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Settings)
    (line,) = re.findall(rf"^\| {kind} \| (.*) \|$", PAGE, re.MULTILINE)
    assert set(re.findall(r"`([^`]+)`", line)) == {
        entry if isinstance(entry, str) else next(iter(entry)) for entry in of(settings)
    }
