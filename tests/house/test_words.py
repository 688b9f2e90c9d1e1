"""Words of the interface: once, in every language, none missing and none too many; and none in a script."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from guidebook.library import LANGUAGES
from guidebook.strings import load_strings

ROOT = Path(__file__).parents[2]
KEYS = sorted(load_strings())
USED = re.compile(r"""(?<!lang\.)\b(?:t|t_other|words|self\.t)\(\s*["']([\w.-]+)["']""")
MADE = re.compile(r"""(?<!lang\.)\b(?:t|t_other|words|self\.t)\(\s*(?:f["']([\w.-]+\.)\{|["']([\w.-]+\.)["']\s*~)""")
"""`t("group." ~ statement.group)` in a template, `t(f"awaiting.{who}")` in Python: the start of a key."""
JS_STRING = re.compile(r"""(?<![\w$])(["'`])((?:\\.|(?!\1).)*)\1""")
JS_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
FOR_PEOPLE = re.compile(r"(?:^|\s)[A-ZÀ-Ý][a-zà-ÿ’']+[ ,]+\w|[a-zà-ÿ]{2,}[.!?…]$|[À-ÿ]|^[a-z]{2,}(?: [a-z]{2,})+$")
"""A capital and a second word, a full stop, an accent, or bare words: no selector and no list of classes has them."""
FOR_MACHINES = {"use strict"}


def sources() -> str:
    paths = [*(ROOT / "hooks").rglob("*.py"), *(ROOT / "overrides").rglob("*.html")]
    return "\n".join(
        path.read_text("utf-8") for path in paths if path.name != "strings.py"
    )  # explains itself by examples


SOURCES = sources()
QUOTED = {words for _, words in re.findall(r"""(["'])([\w.-]+)\1""", SOURCES)}
PREFIXES = {start or other for start, other in MADE.findall(SOURCES)}


@pytest.mark.parametrize("key", KEYS)
def test_words_exist_in_every_language(key):
    entry = load_strings()[key]
    assert set(entry) == {*LANGUAGES, "where"}
    assert all(entry.values())


@pytest.mark.parametrize("key", KEYS)
def test_words_have_the_same_places_to_fill_in_every_language(key):
    entry = load_strings()[key]
    places = [{name for _, name, _, _ in string.Formatter().parse(entry[code]) if name} for code in LANGUAGES]
    assert all(each == places[0] for each in places)


@pytest.mark.parametrize("key", KEYS)
def test_words_are_used(key):
    assert key in QUOTED or key.startswith(tuple(PREFIXES)), f"nothing asks for {key}"


@pytest.mark.parametrize("key", sorted(set(USED.findall(SOURCES))))
def test_words_that_are_asked_for_exist(key):
    assert key in KEYS or any(known.startswith(key) for known in KEYS if key.endswith("."))


@pytest.mark.parametrize("path", sorted((ROOT / "overrides").rglob("*.js")), ids=lambda path: path.name)
def test_script_has_no_sentence_of_its_own(path):
    code = JS_COMMENT.sub("", path.read_text("utf-8"))
    texts = [text for _, text in JS_STRING.findall(code)]
    assert [text for text in texts if FOR_PEOPLE.search(text) and text not in FOR_MACHINES] == []


@pytest.mark.parametrize("path", sorted((ROOT / "overrides").rglob("*.html")), ids=lambda path: path.name)
def test_template_has_no_words_of_its_own(path):
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text("utf-8"), flags=re.DOTALL)
    shown = re.sub(r"<[^>]*>", " ", text)
    named = re.findall(r"""\b(?:aria-label|alt|title|placeholder)="([^"{]*[A-Za-z]{2,}[^"{]*)\"""", text)
    assert set(re.findall(r"[A-Za-zÀ-ÿ]{3,}", shown)) <= {"BY"}
    assert named == []
