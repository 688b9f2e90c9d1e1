"""The sites whose pages are measured: ours, stock Material, mkdocs-quiz on it, and the floor made by hand."""

from __future__ import annotations

import json
import re
import shutil
import sys
import venv
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from guidebook.library import Library
from guidebook.load import load_library
from tests.bench import CACHE, ROOT, lesson
from tests.bench.browser import Learner
from tests.bench.clock import Clock
from tests.bench.workshop import (
    BuildError,
    build,
    copy_project,
    lock,
    read_config,
    run,
    stock,
    without_downloads,
    write_config,
)

QUIZ = "mkdocs-quiz==1.7.1"
SHARED = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pymdown-extensions")
"""What the peer is built with beside it: the versions installed here."""
HUNDRED = f"{lesson.FOLDER}/bench-hundred"
SCRIPT = re.compile(r'<script defer src="[^"]*question\.js"></script>')
PREFIX = {"en": "/", "fr": "/fr/"}

OURS = Learner(
    tick="learning-question .gb-question__options input",
    check="learning-question .gb-question__check",
    feedback="learning-question .gb-question__result",
    around="label",
)
BY_HAND = Learner("plain-question input", "plain-question button", "plain-question output", "label")
PEER = Learner(".quiz input", "none", ".quiz .quiz-feedback", "fieldset")


@dataclass(frozen=True)
class System:
    """One page to load."""

    name: str
    site: str
    path: str
    learner: Learner
    slowdowns: tuple[int, ...] = (4, 1)


def make_sites(folder: Path, clock: Clock) -> tuple[dict[str, Path], list[System]]:
    """Build everything; name of site -> folder, and what to load from them."""
    library, problems = load_library(ROOT)
    if problems:
        raise BuildError(f"the sources cannot be read: {problems[0]}")
    sites = {name: folder / f"{name}-site" for name in ("ours", "stock", "floor")}
    clock.say("page: building ours and stock Material")
    _make_ours(library, folder / "ours", sites["ours"])
    build(stock(_with_pages(library, copy_project(folder / "stock"))), sites["stock"])
    lesson.write_floor(library, sites["floor"])
    try:
        _make_quiz(library, folder, clock)
        sites["quiz"] = folder / "quiz-site"
    except BuildError as error:
        clock.say(f"page: {QUIZ} could not be had: {error}")
    return sites, _systems(sites)


def _systems(sites: dict[str, Path]) -> list[System]:
    page = {count: f"{lesson.FOLDER}/bench-{count}/" for count in ("none", "ten")}
    systems = []
    for language, prefix in PREFIX.items():
        systems += [
            System(f"floor {language}", "floor", f"/{language}/", BY_HAND),
            System(f"stock {language}", "stock", prefix + page["none"], Learner()),
            System(f"ours without {language}", "ours", prefix + page["none"], Learner()),
            System(f"ours {language}", "ours", prefix + page["ten"], OURS),
        ]
        if "quiz" in sites:
            systems.append(System(f"mkdocs-quiz {language}", "quiz", prefix + page["ten"], PEER))
    hundred = [("ours hundred", "", OURS), ("ours hundred, no script", "-quiet", Learner())]
    return systems + [System(name, "ours", f"/{HUNDRED}{end}/", learner, (4,)) for name, end, learner in hundred]


def _make_ours(library: Library, project: Path, site: Path) -> None:
    _with_pages(library, copy_project(project), {"ten": (10, 80), "hundred": (100, 90)})
    build(without_downloads(project), site)
    page = (site / HUNDRED / "index.html").read_text("utf-8")
    quiet = site / f"{HUNDRED}-quiet"
    quiet.mkdir()
    (quiet / "index.html").write_text(SCRIPT.sub("", page), "utf-8")
    _leave_out_of_search(site, HUNDRED)


def _make_quiz(library: Library, folder: Path, clock: Clock) -> None:
    python = _peer_python(clock)
    project = _with_pages(library, copy_project(folder / "quiz"), {"ten": (0, 80)})
    for language in library.languages:
        _page(project, language, "ten").write_text(lesson.quiz_page(library, language), "utf-8")
    build(stock(project, "mkdocs_quiz"), folder / "quiz-site", str(python))


def _peer_python(clock: Clock) -> Path:
    """The Python of a venv of its own below the cache, with the peer in it."""
    home = CACHE / "quiz"
    python = home / "bin" / "python"
    stamp = home / "installed.txt"
    wanted = [QUIZ, *(f"{name}=={version(name)}" for name in SHARED)]
    if stamp.is_file() and stamp.read_text() == " ".join(wanted):
        return python
    clock.say(f"page: installing {QUIZ} into {home.relative_to(ROOT)}")
    shutil.rmtree(home, ignore_errors=True)
    venv.create(home, with_pip=True)
    run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted], home)
    stamp.write_text(" ".join(wanted))
    return python


def _with_pages(library: Library, project: Path, pages: dict[str, tuple[int, int]] | None = None) -> Path:
    """Add the pages of the bench: name -> (questions, number of their first id), and one without a question."""
    config = read_config(project)
    ledger = project / "data" / "ids.txt"
    for name, (count, first) in {"none": (0, 0), **(pages or {})}.items():
        for language in library.languages:
            _page(project, language, name).write_text(lesson.our_page(library, language, count, first), "utf-8")
        config["nav"].append({f"Bench {name}": f"{lesson.FOLDER}/bench-{name}.md"})
        ledger.write_text(ledger.read_text("utf-8") + "\n".join(lesson.ids(count, first)) + "\n", "utf-8")
    _list(library, project, [*(pages or {})])
    write_config(project, config)
    return lock(project)


def _list(library: Library, project: Path, names: list[str]) -> None:
    """Every page that asks stands in the list of its module."""
    for language in library.languages:
        home = project / "docs" / language / lesson.FOLDER / "index.md"
        lines = "".join(f"1. [Bench {name}](bench-{name}.md).\n" for name in names)
        home.write_text(home.read_text("utf-8").replace("/// lessons\n", f"/// lessons\n{lines}", 1), "utf-8")


def _page(project: Path, language: str, name: str) -> Path:
    return project / "docs" / language / lesson.FOLDER / f"bench-{name}.md"


def _leave_out_of_search(site: Path, location: str) -> None:
    """A hundred questions are on one page of the bench only; no reader's search index would hold them."""
    for file in (site / "search").glob("??.json"):
        index = json.loads(file.read_text("utf-8"))
        index["docs"] = [entry for entry in index["docs"] if location not in entry["location"]]
        file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    make_sites(Path(sys.argv[1]), Clock(600))
