"""What no case can show: the command line, the words of the interface, and text that nobody would type."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.tiny_site import write_site

from guidebook import check
from guidebook.blocks import parse_blocks
from guidebook.library import Library
from guidebook.load import _parse_page
from guidebook.problems import Problem, nearest, report
from guidebook.settings import parse_values
from guidebook.sources import parse_source
from guidebook.strings import check_strings

PIECES = st.sampled_from(
    [
        *(
            "///",
            "////",
            " statement | C4.1 Words",
            " question | Q1-01 Words",
            "\n",
            "\n\n",
            "    ",
            "\t",
            "---\n",
            "```\n",
        ),
        *(
            "type: choice",
            "about: [C4.1]",
            "who: A",
            "- [x] ",
            "- [ ] ",
            "{#key}",
            "  > reason",
            "| a | b | c |",
            "| --- |",
        ),
        *(
            "# ",
            "## Words {#id}",
            "[@key]",
            "[[C4.1]]",
            "![](a.png)",
            "[a](b.md)",
            ": ",
            "[",
            "]",
            "{",
            "}",
            '"',
            "&",
            "*",
        ),
    ]
)
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map("".join)


def problems_of(text: str) -> list[Problem]:
    pages, problems = {"en": {}, "fr": {}}, []
    for language in pages:
        source, found = parse_source(text, f"docs/{language}/c4.md", language, "c4.md")
        page, more = _parse_page(source, None, None, None)
        pages[language]["c4.md"] = page
        problems += [*found, *more]
    return problems + check.check_library(Library(("en", "fr"), pages, {}, {}))


@settings(max_examples=300)
@given(TEXT)
def test_whatever_an_author_types_is_told_and_never_raises(text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    problems = problems_of(text)
    assert all(1 <= problem.line <= lines for problem in problems)
    assert "problem" in report(problems)


@settings(max_examples=300)
@given(TEXT)
def test_no_line_of_a_page_is_lost(text):
    """Each line outside code is an opening, a closing, a setting, or the words of exactly one block or of the page."""
    source, _ = parse_source(text, "docs/en/a.md", "en", "a.md")
    blocks, _ = parse_blocks(source)
    lines = [line.number for block in walk(blocks) for line in block.content]
    assert len(lines) == len(set(lines))
    assert all(block.line <= number <= block.end for block in blocks for number in numbers(block))


def walk(blocks):
    for block in blocks:
        yield block
        yield from walk(block.children)


def numbers(block):
    return [line.number for each in walk([block]) for line in each.content]


@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(st.text(max_size=20), st.sampled_from(["a: b", "a: [b", '"', "- x", "? y", "&a *b", "!t |"])),
        max_size=6,
    )
)
def test_settings_never_raise(lines):
    values, problems = parse_values(tuple(line.replace("\n", " ") for line in lines), 1, "docs/en/a.md", "help")
    assert all(isinstance(item, str) for value in values.values() for item in (value.text, *value.items))
    assert all(problem.line >= 1 for problem in problems)


def test_settings_nested_too_deep_for_python_are_told():
    assert "cannot be read" in parse_values(("a: " + "[" * 5000,), 1, "docs/en/a.md", "help")[1][0].what


HERE = "hooks/guidebook/strings.yml"
STRINGS = {
    'a.key: {en: "Words", where: "Here"}': ('the words "a.key" have no "fr".', "en, where", "add  fr:  under a.key"),
    'a.key: {en: "A", fr: "A", de: "A", where: "Here"}': (
        'the words "a.key" have "de", which is not a language.',
        "en, fr, de, where",
        "use one of: en, fr, where.",
    ),
    'a.key: {en: "{number} words", fr: "{nombre} mots", where: "Here"}': (
        'the words "a.key" have other places to fill in than in en.',
        "{nombre} mots",
        "write, of these, each: {number}",
    ),
    'a.key: {en: "{number words", fr: "Mots", where: "Here"}': (
        'the braces of "a.key" cannot be read.',
        "{number words",
        "write  {name}  as in the other languages.",
    ),
    'a.key: {en: "{} words", fr: "{} mots", where: "Here"}': (
        'the braces of "a.key" cannot be read.',
        "{} words",
        "write  {name}  as in the other languages.",
    ),
    "a.key: !Words": (
        "this setting cannot be read (it begins with a sign that needs quotation marks).",
        "a.key: !Words",
        'write  key: value  and put the value between double quotes when it holds ": " or begins with a sign.',
    ),
}


@pytest.mark.parametrize("line", STRINGS)
def test_words_of_the_interface_that_are_wrong_are_told(line, tmp_path):
    path = tmp_path / HERE
    path.parent.mkdir(parents=True)
    path.write_text(f"# Ours.\n{line}\n", "utf-8")
    what, found, fix = STRINGS[line]
    problem = next(check_strings(("en", "fr"), path))
    assert str(problem) == f"{HERE}:2: {what}\n  Found: {found}\n  Fix: {fix}\n  Help: hooks/README.md"


def test_without_the_words_of_the_interface_nothing_else_is_read(monkeypatch, tmp_path):
    strings = tmp_path / HERE
    strings.parent.mkdir(parents=True)
    strings.write_text("a.key: {en: Words, where: Here}\n", "utf-8")
    monkeypatch.setattr(check, "check_strings", lambda languages: check_strings(languages, strings))
    library, problems = check.load_and_check(write_site(tmp_path / "site", files={"docs/en/index.md": "# Title\n"}))
    assert library.pages == {"en": {}, "fr": {}}
    assert [problem.path for problem in problems] == [HERE]


@pytest.mark.parametrize(
    ("files", "code", "output"),
    [({}, 0, "The sources are in order."), ({"docs/en/index.md": "# Title\n"}, 1, "Nothing was built.")],
)
def test_command_line_says_how_it_ended(files, code, output, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(sys, "argv", ["check", str(write_site(tmp_path, files))])
    assert check.main() == code
    captured = capsys.readouterr()
    assert output in (captured.err if code else captured.out)
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("word", "valid", "sentence"),
    [
        ("lesso", ["lesson", "case"], 'did you mean "lesson"?'),
        ("zzz", ["lesson", "case"], "use one of: case, lesson."),
        ("zzz", [], "remove it: there is none yet."),
        ("zzz", [f"key{n:02}" for n in range(40)], f"use one of: {', '.join(f'key{n:02}' for n in range(15))} …"),
    ],
)
def test_nearest_word_is_named(word, valid, sentence):
    assert nearest(word, valid) == sentence
