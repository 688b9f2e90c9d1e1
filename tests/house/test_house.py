"""Our rules of the house: nothing unfinished, nothing private, everything pinned, what we tell authors is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.blocks import parse_blocks
from guidebook.check import check_library
from guidebook.edition import load_edition
from guidebook.front_matter import FACTS, WORDS
from guidebook.learning.model import Question
from guidebook.library import Library
from guidebook.load import _parse_page, load_library
from guidebook.page_rules import BLOCKS
from guidebook.sources import parse_source

ROOT = Path(__file__).parents[2]
NOT_OURS = {
    ".git",
    ".venv",
    ".cache",
    "site",
    "node_modules",
    "__pycache__",
    ".pytest_cache",
    ".ruff_cache",
    ".mypy_cache",
    ".hypothesis",
}
BINARY = {".png", ".jpg", ".woff2", ".pdf", ".ico", ".pyc"}
OTHERS = {".csl"}
"""Files of other projects, kept as they came."""
UNFINISHED = re.compile(r"\b(?:TODO|FIXME)\b|\bXXX\b")
MACHINE = re.compile(r"(?<![\w.:/-])/(?:home|Users|root|tmp|work)/|[A-Z]:\\Users")
ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.(?:[a-z]{2,})\b", re.IGNORECASE)
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)(?:\s*;[^\\]*)? \\$")
EXAMPLE = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def our_files() -> list[Path]:
    """What a clone holds: every file that is not made here (.gitignore) and not another project's."""
    paths = (path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts))
    return sorted(path for path in paths if path.is_file() and path.suffix not in BINARY | OTHERS)


FILES = our_files()


def found(pattern: re.Pattern[str], allowed: tuple[str, ...] = ()) -> list[str]:
    """`file:line: words` wherever the pattern stands, this file aside."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in FILES
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        for match in pattern.finditer(line)
        if not any(word in match[0] for word in allowed)
    ]


def test_nothing_is_left_unfinished():
    assert found(UNFINISHED) == []


def test_no_path_of_a_machine_is_in_a_file():
    assert found(MACHINE) == []


def test_no_address_of_a_person_is_in_a_file():
    assert found(ADDRESS, allowed=("@example.",)) == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "requirements-scheduled"])
def test_every_requirement_is_pinned_with_its_hashes(name):
    blocks = re.split(r"\n(?=\S)", (ROOT / f"{name}.txt").read_text("utf-8"))
    pins = {}
    for block in (block for block in blocks if block.strip() and not block.startswith("#")):
        match = PIN.match(block.split("\n")[0])
        assert match, block.split("\n")[0]
        assert "--hash=sha256:" in block, match[1]
        pins[match[1].lower().replace("_", "-")] = match[2]
    for line in (ROOT / f"{name}.in").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "-r", "-c")):
            package, version = line.split("==")
            assert pins[package.lower().replace("_", "-")] == version


@pytest.mark.parametrize("name", ["requirements-dev", "requirements-scheduled"])
def test_what_is_installed_together_is_of_one_version(name):
    pins, others = (dict(re.findall(r"^(\S+)==(\S+)", text_of(f"{file}.txt"), re.M)) for file in ("requirements", name))
    assert {
        package: others[package] for package in pins.keys() & others.keys() if pins[package] != others[package]
    } == {}


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_changelog_tells_of_this_edition():
    version = load_edition(ROOT).version
    assert re.search(rf"^## \[{re.escape(version)}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_content_of_the_project_is_in_order():
    library, problems = load_library(ROOT)
    assert [str(problem) for problem in [*problems, *check_library(library)]] == []


def contribute(language: str) -> str:
    return (ROOT / "docs" / language / "contribute.md").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_examples_for_authors_have_no_problem(language):
    """Each example is read as if it stood on a page of its own, beside the project's content."""
    library, _ = load_library(ROOT)
    examples = EXAMPLE.findall(contribute(language))
    assert len(examples) >= 3
    for example in examples:
        problems = problems_of(example, language, library)
        assert problems == [], problems[0]


def problems_of(example: str, language: str, library: Library) -> list[str]:
    description = "description: An example for authors, as it stands on the page for those who contribute.\n"
    if "/// trainer" in example and language == "en":
        description += "lesson: 1-1\nminutes: 10\n"
    text = f"---\n{description}---\n# Title\n\n{example}"
    uri = "guidelines/competencies/c4.md" if "/// statement" in example else "modules/competencies/1-1.md"
    found = library.statements["en"], library.questions["en"], library.cases["en"]
    statements, questions, cases = ({id: value for id, (value, _) in twins.items()} for twins in found)
    facts = statements, questions | questions_of(EXAMPLE.findall(contribute("en"))), cases
    source, problems = parse_source(text, f"docs/{language}/{uri}", language, uri)
    page, more = _parse_page(source, *((None, None, None) if language == "en" else facts))
    pages = {code: {**library.pages[code]} for code in library.languages}
    pages[language][uri] = page
    whole = Library(library.languages, pages, library.references, {})
    about_words = [problem for problem in check_library(whole) if problem.path == source.src_path]
    ours = [p for p in [*problems, *more, *about_words] if "exist" not in p.what and "is new" not in p.what]
    return [str(problem) for problem in ours if "translations" not in problem.help]


def questions_of(examples: list[str]) -> dict[str, Question]:
    """The facts of the examples, which stand in English only."""
    sources = (parse_source(f"# Title\n\n{example}", "docs/en/x.md", "en", "x.md")[0] for example in examples)
    pages = (_parse_page(source, None, None, None)[0] for source in sources)
    return {question.id: question for page in pages for question in page.questions}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_page_for_authors_names_every_block_and_every_setting(language):
    text = contribute(language)
    assert [name for name in (*BLOCKS, *WORDS, *FACTS) if f"`{name}`" not in text] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_page_for_authors_has_its_own_examples_left_alone(language):
    source, problems = parse_source(contribute(language), f"docs/{language}/contribute.md", language, "contribute.md")
    blocks, more = parse_blocks(source)
    assert [*blocks, *problems, *more] == []
