"""What PDFs cost: CPU seconds of the whole step, when nothing is in the cache and when nothing has changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.bench.clock import Clock
from tests.bench.figures import Row, spread
from tests.bench.workshop import build, copy_project, read_config, write_config

COLD = 0.03
UNCHANGED = 0.001
"""CPU seconds a page; "0 when unchanged" as far as a reading of every page can be."""
HOOK = "hooks/downloads.py"
STOPWATCH = '''"""Writes the CPU time of this process at the moment of the event: one before the PDFs, one after."""

import time
from pathlib import Path


def on_env(env, config, files):
    with Path("stopwatch.txt").open("a") as file:
        print(time.process_time(), file=file)
'''


def measure(rounds: int, clock: Clock, folder: Path, until: float) -> tuple[list[Row], dict[str, object]]:
    project = _with_stopwatch(copy_project(folder / "pdf"))
    site = folder / "pdf-site"
    costs: dict[str, list[float]] = {"cold": [], "unchanged": []}
    made: dict[str, list[float]] = {"cold": [], "unchanged": []}
    pages = 0
    for number in clock.rounds(rounds, until, "PDF"):
        shutil.rmtree(project / ".cache" / "pdf", ignore_errors=True)
        for state in costs:
            before = _stamps(project)
            build(project, site)
            made[state].append(len(_stamps(project) - before))
            pages = _pages(site)
            costs[state].append(_read_stopwatch(project) / pages)
            clock.say(f"  {state}: {costs[state][-1]:.4f} CPU s a page (round {number + 1})")
    cold, unchanged = (spread(1000 * cost for cost in costs[state]) for state in costs)
    rows = [
        Row(f"cold, a page of {pages}", cold, "ms a page", 1000 * COLD, "CPU"),
        Row("unchanged, a page", unchanged, "ms a page", 1000 * UNCHANGED, "CPU"),
        Row("unchanged, PDFs made anew", spread(made["unchanged"]), "", 0, f"cold: {spread(made['cold']).median:.0f}"),
    ]
    return rows, {"cpu_seconds_a_page": costs, "made": made, "pages": pages}


def _with_stopwatch(project: Path) -> Path:
    """The same project, with the time written down right before and right after the PDFs."""
    config = read_config(project)
    hooks = config["hooks"]
    place = hooks.index(HOOK)
    for name, at in (("before", place), ("after", place + 2)):
        (project / "hooks" / f"bench_{name}.py").write_text(STOPWATCH, "utf-8")
        hooks.insert(at, f"hooks/bench_{name}.py")
    write_config(project, config)
    return project


def _read_stopwatch(project: Path) -> float:
    file = project / "stopwatch.txt"
    times = [float(line) for line in file.read_text().split()]
    file.unlink()
    return sum(after - before for before, after in zip(times[::2], times[1::2], strict=True))


def _stamps(project: Path) -> set[tuple[str, int]]:
    return {(path.name, path.stat().st_mtime_ns) for path in (project / ".cache" / "pdf").glob("*.pdf")}


def _pages(site: Path) -> int:
    downloads = json.loads((site / "downloads.json").read_text("utf-8"))["downloads"]
    return sum(download["pages"] for download in downloads)
