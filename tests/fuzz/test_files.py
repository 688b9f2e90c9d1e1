"""Whatever happens to a file: the check ends and tells what is wrong, or nothing is wrong and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.fuzz.conftest import often
from tests.fuzz.project import LONGEST, MORE, at_most, lost_blocks, lost_data, lost_words, misplaced
from tests.fuzz.spoil import spoiled
from tests.unit.tiny_site import SITE

from guidebook.check import load_and_check
from guidebook.problems import report

PAGES = sorted(path.relative_to(SITE).as_posix() for path in (SITE / "docs").rglob("*.md"))
DATA = sorted(
    {path.relative_to(SITE).as_posix() for path in (SITE / "data").iterdir()} | {*MORE, "data/learning.lock.json"}
)
OPTIONAL = ("data/ids.txt", "data/learning.lock.json", "data/not-yet.yml", "data/synonyms.txt")
"""What a site may do without, and files whose absence is told where they are asked for."""
ENORMOUS = 10_000_000


def check_file(root, path: str, data: bytes) -> None:
    (root / path).write_bytes(data)
    with at_most(LONGEST):
        library, problems = load_and_check(root)
        told = report(problems)
    if problems:
        assert "Fix: " in told
        assert misplaced(problems, root) == []
    elif path.endswith(".md"):
        _, language, src_uri = path.split("/", 2)
        assert lost_blocks(library, language, src_uri) == 0
        assert lost_words(library, root, language, src_uri) == []
    else:
        assert lost_data(library, root, data.decode("utf-8-sig")) == []


@pytest.fixture
def whole(root, path) -> str:
    """The file as it should be, and is again after the test."""
    data = (root / path).read_bytes()
    yield data.decode("utf-8")
    (root / path).write_bytes(data)


@pytest.mark.parametrize("path", [*PAGES, *DATA])
def test_spoiled_file_is_told_or_read_whole(path, root, whole):
    @often(8 if path in DATA else 4)
    @given(spoiled(whole))
    def check(data):
        check_file(root, path, data)

    check()


@pytest.mark.parametrize("path", ["docs/en/modules/1-1.md", *DATA])
def test_ten_million_characters_on_one_line_are_told_at_once(path, root, whole):
    (root / path).write_text(whole + "a: [" * (ENORMOUS // 4), "utf-8")
    with at_most(LONGEST):
        _, problems = load_and_check(root)
    line = whole.count("\n") + 1
    long = [problem for problem in problems if "characters." in problem.what]
    if path != "data/learning.lock.json":  # written by a command, and read as a whole
        assert [(problem.path, problem.line) for problem in long] == [(path, line)]
    assert problems
    assert len(report(problems)) < 10_000


@pytest.mark.parametrize("path", [PAGES[0], *DATA])
def test_folder_in_the_place_of_a_file_is_told(path, root, whole):
    (root / path).unlink()
    (root / path).mkdir()
    try:
        assert path in report(load_and_check(root)[1])
    finally:
        (root / path).rmdir()


@pytest.mark.parametrize("path", [PAGES[0], *DATA])
def test_link_that_leads_to_itself_is_told(path, root, whole):
    (root / path).unlink()
    (root / path).symlink_to((root / path).name)
    try:
        assert path in report(load_and_check(root)[1])
    finally:
        (root / path).unlink()


@pytest.mark.parametrize("path", DATA)
def test_missing_file_is_told_where_it_is_missed(path, root, whole):
    (root / path).unlink()
    problems = load_and_check(root)[1]
    assert bool(problems) == (path not in OPTIONAL)
