"""The tiny site as the fuzz spoils it: what the sources say, what a reader gets of it, and what is missing between."""

from __future__ import annotations

import html
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.unit.rendering import convert, words
from tests.unit.tiny_site import write_site

from guidebook.bibliography.render import Citations
from guidebook.edition import load_edition
from guidebook.fences import outside_code
from guidebook.library import Library, Page
from guidebook.lock import update
from guidebook.pages import PageRenderer
from guidebook.problems import Problem
from guidebook.prose import prose_of
from guidebook.search.synonyms import load_synonyms

LONGEST = 30
"""Seconds after which a check counts as one that hangs, on a machine that has other things to do; most take 0.1."""
MORE = {
    "data/synonyms.txt": "# Ours.\nen: baby = infant = newborn\nfr: bébé = nourrisson\n",
    "data/not-yet.yml": "# None.\n",
}
"""Data files that a site may do without, and the tiny one does."""
WORD = re.compile(r"[^\W_]{3,}")
OPENS = re.compile(r"^/{3,}\s*[^\s/]")
RULER = re.compile(r"^\|[\s:|-]+\|\s*$")
COMMENT = re.compile(r"^\s*[#%].*")
SHOWN_BY_NAME = ("aria-label", "alt")
MADE_ELSEWHERE = ("upcoming-sessions",)
"""Blocks whose words are shown only when there is nothing to list."""


def write_whole_site(folder: Path) -> Path:
    """The tiny site with every data file that there is."""
    write_site(folder, MORE)
    _, refusal = update(folder)
    assert not refusal, refusal
    return folder


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in what takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def misplaced(problems: list[Problem], root: Path) -> list[str]:
    """Problems that point to a line that their file does not have."""
    lengths: dict[str, int] = {}
    for path in {problem.path for problem in problems}:
        data = (root / path).read_bytes() if (root / path).is_file() else b""
        lengths[path] = len(re.split("\r\n|\r|\n", data.decode("utf-8", "replace")))
    return [str(problem) for problem in problems if not 1 <= problem.line <= lengths[problem.path]]


def lost_words(library: Library, root: Path, language: str, src_uri: str) -> list[str]:
    """Words that stand on the page as it is typed and not as it is shown."""
    page = library.page(language, src_uri)
    keys = {key: key for key in library.references}
    renderer = PageRenderer(library, language, src_uri, Citations(keys, keys), load_edition(root))
    tree = convert(renderer.markdown(), renderer.context)
    named = [element.get(name, "") for element in tree.iter() for name in SHOWN_BY_NAME]
    shown = f"{words(tree)} {' '.join(named)}"
    return [word for text in _typed(page) for word in WORD.findall(text) if word not in shown]


def _typed(page: Page) -> Iterator[str]:
    """The words of a page, line by line, without the names of the columns of a matching question and ids of steps."""
    unshown = {page.source.meta["description"].line}
    heads = 0
    for number, line in page.source.numbered_body():
        if RULER.match(line):
            unshown.add(heads)
        heads = number if line.strip() else heads
    for block in page.blocks:
        if block.name in MADE_ELSEWHERE:
            unshown |= set(range(block.line, block.end + 1))
    typed = ((line, html.unescape(text)) for line, text in prose_of(page.source))
    ids = re.compile("|".join([rf"\b{step.id}\b" for case in page.cases for step in case.steps]) or "$.")
    yield from (ids.sub(" ", text) for line, text in typed if line not in unshown)


def lost_blocks(library: Library, language: str, src_uri: str) -> int:
    """How many blocks are opened on the page and are not in the library."""
    page = library.page(language, src_uri)
    opened = sum(bool(OPENS.match(line)) for _, line in outside_code(page.source.numbered_body()))
    return opened - sum(1 + len(block.children) for block in page.blocks)


def lost_data(library: Library, root: Path, text: str) -> list[str]:
    """Words of a data file that the library does not hold: of ids, keys and values."""
    terms = library.terms, library.term_records, library.figures, library.figure_records
    lists = library.programme, library.directory, library.documents, library.references
    rest = library.ledger, library.lock, library.not_yet, load_synonyms(root), load_edition(root)
    names = "version date help_checked month year langid design french en fr"
    known = set(WORD.findall(repr((terms, lists, rest)) + names))
    lines = (COMMENT.sub("", line) for line in text.splitlines())
    return [word for line in lines for word in WORD.findall(line) if word not in known]
