"""A menu in `mkdocs.yml` that is spoilt: told in words, nothing built; or built, when its meaning is plain."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.build.project import NAV, build, write_project

HOME = "  - Home: index.md\n"
SPOILT = {
    "a number": (NAV, "nav: 5\n", "Expected nav to be a list"),
    "words": (NAV, "nav: home\n", "Expected nav to be a list"),
    "settings": (NAV, "nav:\n  Home: index.md\n", "Expected nav to be a list"),
    "no page": (HOME, "  - Home:\n", "Expected nav to be a list"),
    "no title": (HOME, "  - : index.md\n", "line 120, column 5"),
    "a list in a list": (HOME, "  - - index.md\n", "Expected nav item to be a string or dict"),
    "two pages in one line": (HOME, HOME + "    More: about.md\n", "Expected nav item to be a dict of size 1"),
    "a tabulator": (HOME, "\t- Home: index.md\n", "found character '\\t'"),
    "a sign that is none": (HOME, "  - Ho\0me: index.md\n", "special characters are not allowed"),
    "a page that is not there": ("guidelines/c4.md", "guidelines/c5.md", "A reference to 'guidelines/c5.md'"),
    "a page that is forgotten": ("  - Help now: help.md\n", "", "en/help.md"),
}
WRITTEN_OTHERWISE = {
    "a date for a title": (HOME, "  - 2026-01-01: index.md\n"),
    "a number for a title": (HOME, "  - 12: index.md\n"),
    "lines that end as on Windows": ("\n", "\r\n"),
    "a byte order mark": ("", "\ufeff"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("menu"))


@pytest.fixture(scope="module")
def settings(project: Path) -> str:
    return (project / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("name", SPOILT)
def test_menu_that_is_spoilt_is_told_in_words_and_builds_nothing(project, settings, tmp_path, name):
    old, new, told = SPOILT[name]
    assert settings.count(old) == 1
    (project / "mkdocs.yml").write_text(settings.replace(old, new), "utf-8")
    built = build(project, tmp_path / "site")
    assert built.code != 0
    assert told in built.output
    assert "Traceback" not in built.output


@pytest.mark.parametrize("name", WRITTEN_OTHERWISE)
def test_menu_written_otherwise_is_built(project, settings, tmp_path, name):
    old, new = WRITTEN_OTHERWISE[name]
    text = settings.replace(old, new) if old else new + settings
    (project / "mkdocs.yml").write_bytes(text.encode())
    built = build(project, tmp_path / "site")
    assert built.code == 0, built.output
    assert (tmp_path / "site" / "fr" / "index.html").is_file()
