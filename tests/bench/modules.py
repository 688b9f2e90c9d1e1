"""What a question costs the build where there are many modules: the project with 20 and with 200 small ones more."""

from __future__ import annotations

from pathlib import Path

from guidebook.library import Library
from guidebook.load import load_library
from tests.bench import ROOT, lesson
from tests.bench.clock import Clock
from tests.bench.figures import Row, ratios, spread
from tests.bench.workshop import BuildError, build, copy_project, lock, read_config, without_downloads, write_config

COUNTS = (20, 200)
QUESTIONS = 5
"""Of each module, on its one lesson."""
FIRST = 100
"""The number of the first module that is added: far from any that is written."""
FLAT = 1.1
"""A question among ten times as many modules costs at most this much more; the rest is noise."""
DESCRIPTION = "A small module of the bench, one lesson and five questions, to see what many modules cost the build."
HOME = """---
description: {description}
---

# Module {number}

/// lessons
1. [Lesson {number}.1](1.md). Five questions
///
"""


def measure(rounds: int, clock: Clock, folder: Path, until: float) -> tuple[list[Row], dict[str, object]]:
    library, problems = load_library(ROOT)
    if problems:
        raise BuildError(f"the sources cannot be read: {problems[0]}")
    projects = {count: without_downloads(_with_modules(library, folder / str(count), count)) for count in (0, *COUNTS)}
    costs: dict[int, list[float]] = {count: [] for count in projects}
    clock.say("modules: one build that does not count")
    build(projects[0], folder / "site")
    for _ in clock.rounds(rounds, until, "modules"):
        for count, project in projects.items():
            costs[count].append(build(project, folder / "site"))
            clock.say(f"  {count} modules more: {costs[count][-1]:.1f} CPU s")
    return _rows(costs), {"cpu_seconds": costs}


def _rows(costs: dict[int, list[float]]) -> list[Row]:
    if not costs[0]:
        return []
    each = {
        count: [1000 * (cost - base) / (count * QUESTIONS) for cost, base in zip(costs[count], costs[0], strict=True)]
        for count in COUNTS
    }
    few, many = COUNTS
    return [
        *(Row(f"{count} modules more", spread(costs[count]), "s", note="CPU, HTML only") for count in costs),
        *(
            Row(f"one question, {count} modules more", spread(each[count]), "ms", note="its pages included")
            for count in COUNTS
        ),
        Row(f"one question: {many} modules more : {few}", ratios(each[many], each[few]), "x", FLAT, "1 is flat"),
    ]


def _with_modules(library: Library, project: Path, count: int) -> Path:
    copy_project(project)
    config = read_config(project)
    ledger = project / "data" / "ids.txt"
    for number in range(FIRST, FIRST + count):
        for language in library.languages:
            folder = project / "docs" / language / "modules" / f"bench-{number}"
            folder.mkdir()
            shared = f"\nmodule: {number}" if language == library.first_language else ""
            home = HOME.format(description=DESCRIPTION + shared, number=number)
            (folder / "index.md").write_text(home, "utf-8")
            (folder / "1.md").write_text(lesson.small_page(library, language, QUESTIONS, number), "utf-8")
        config["nav"].append({f"Bench {number}": [f"modules/bench-{number}/index.md", f"modules/bench-{number}/1.md"]})
        ledger.write_text(ledger.read_text("utf-8") + "\n".join(lesson.ids(QUESTIONS, number)) + "\n", "utf-8")
    write_config(project, config)
    return lock(project) if count else project
