"""The menu says in every language what it says. Titles of pages are their own; those typed in `nav` are here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.workshop import read_config

ROOT = Path(__file__).parents[2]


def titles_of(nav: object) -> Iterator[str]:
    for entry in nav if isinstance(nav, list) else ():
        for title, below in entry.items() if isinstance(entry, dict) else ():
            yield title
            yield from titles_of(below)


def without_translation(config: dict) -> dict[str, list[str]]:
    """Language -> titles of the menu that it lacks, and translations that nothing in the menu needs."""
    languages = next(plugin["i18n"] for plugin in config["plugins"] if "i18n" in plugin)["languages"]
    titles = set(titles_of(config["nav"]))
    return {
        language["locale"]: sorted(titles.symmetric_difference(language.get("nav_translations", {})))
        for language in languages
        if not language.get("default")
    }


def test_every_title_of_the_menu_has_its_translation_and_none_is_left_over():
    assert without_translation(read_config(ROOT)) == {"fr": []}


def test_a_title_without_translation_and_a_translation_without_title_are_told():
    config = read_config(ROOT)
    config["nav"] = [entry for entry in config["nav"] if "Workforce" not in entry] + [{"New": [{"Newer": "a.md"}]}]
    assert without_translation(config) == {"fr": ["New", "Newer", "Workforce"]}
