"""Which part may know which, and how large a part may grow."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOOKS_DIR = ROOT / "hooks"
PACKAGE = HOOKS_DIR / "guidebook"
HOOKS = sorted(HOOKS_DIR.glob("*.py"))
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
COMPONENTS = sorted(path for path in (ROOT / "overrides" / "components").iterdir() if path.is_dir())
STANDARD = {*sys.stdlib_module_names, "__future__"}
BLOCKED = """
import importlib, pkgutil, sys
for name in ("mkdocs", "material", "mkdocs_static_i18n"):
    sys.modules[name] = None
import guidebook
for module in pkgutil.walk_packages(guidebook.__path__, "guidebook."):
    if module.name != "guidebook.site":
        importlib.import_module(module.name)
"""


def named(paths) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=[path.relative_to(ROOT).as_posix() for path in paths])


def imported(path: Path) -> Iterator[str]:
    """Full names of what a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@named([path for path in MODULES if path.name != "site.py"])
def test_package_has_never_heard_of_mkdocs(path):
    assert not {name for name in imported(path) if name.split(".")[0] in {"mkdocs", "material", "mkdocs_static_i18n"}}


def test_package_works_where_mkdocs_is_not():
    command = [sys.executable, "-c", BLOCKED]
    done = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": str(HOOKS_DIR)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@named(MODULES)
def test_package_imports_no_hook(path):
    assert not {name.split(".")[0] for name in imported(path)} & {hook.stem for hook in HOOKS}


@named(HOOKS)
def test_hooks_never_import_each_other(path):
    assert not {name.split(".")[0] for name in imported(path)} & {hook.stem for hook in HOOKS}


@named([path for path in MODULES if path.name == "model.py"])
def test_model_imports_nothing_but_the_standard_library(path):
    assert {name.split(".")[0] for name in imported(path)} <= STANDARD


@named([path for path in MODULES if path.name in {"parse.py", "rules.py", "render.py"}])
def test_parse_rules_and_render_never_import_each_other(path):
    others = {f"guidebook.{path.parent.name}.{name}" for name in ("parse", "rules", "render")}
    if path.parent.name in {"guideline", "learning"}:
        assert not set(imported(path)) & others


@named(HOOKS)
def test_hook_is_thin(path):
    assert lines_of(path) <= 80


@named(MODULES)
def test_module_can_be_read_in_one_go(path):
    assert lines_of(path) <= 250


@named(SCRIPTS)
def test_script_can_be_read_in_one_go(path):
    assert lines_of(path) <= 300


@named(MODULES)
def test_module_says_what_it_knows(path):
    assert path.name == "__init__.py" or ast.get_docstring(ast.parse(path.read_text("utf-8")))


@named(COMPONENTS)
def test_component_says_its_contract(path):
    template = (path / f"{path.name}.html").read_text("utf-8")
    readme = (path / "README.md").read_text("utf-8")
    assert template
    for words in ("screen reader", r"^(?:## )?Must$", r"\| key \| what \|"):
        assert re.search(words, readme, re.MULTILINE), words


def test_map_of_the_hooks_names_every_file():
    readme = (HOOKS_DIR / "README.md").read_text("utf-8")
    names = [path.name for path in HOOKS] + [
        f"`{path.stem}`" for path in PACKAGE.glob("*.py") if path.stem != "__init__"
    ]
    names += [f"`{path.name}/`" for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))]
    assert [name for name in names if name not in readme] == []
