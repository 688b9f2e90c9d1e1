"""What a reader waits for: our lesson page, the same without questions, stock Material, mkdocs-quiz and the floor."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Browser, TimeoutError

from tests.bench.browser import Load, chromium, load
from tests.bench.clock import Clock
from tests.bench.figures import Row, columns, shown, spread
from tests.bench.page_rows import KILO, Loads, rows
from tests.bench.server import Server, serve
from tests.bench.sites import System, make_sites

ENGINE = ("components/question/question.css", "components/question/question.js", "store/store.js")

LEGEND = """\
  Medians. text: all words there, something painted, the page answers. answer: feedback to the first question, whose
  options were ticked and checked every 50 ms. busy: processor time of the main thread. gzip: bodies as sent, search
  apart. 4x, 1x: processor slowed."""


def measure(rounds: int, clock: Clock, folder: Path, until: float) -> tuple[list[Row], dict[str, object]]:
    sites, systems = make_sites(folder, clock)
    loads: Loads = {f"{system.name} {speed}x": [] for system in systems for speed in system.slowdowns}
    with ExitStack() as stack:
        servers = {name: stack.enter_context(serve(site)) for name, site in sites.items()}
        browser = stack.enter_context(chromium())
        for system in systems:
            _try(browser, servers, system, 1, clock)  # packed and in memory from here on
        for number in clock.rounds(rounds, until, "page"):
            _round(browser, servers, systems, number, loads, clock)
    engine = {name: _packed(sites["ours"] / name) for name in ENGINE}
    raw = {name: [asdict(one) for one in found] for name, found in loads.items()}
    return rows(loads, engine), {"loads": raw, "engine": engine, "table": _table(loads)}


def _round(
    browser: Browser, servers: dict[str, Server], systems: list[System], number: int, loads: Loads, clock: Clock
) -> None:
    """Each page once at each speed; every other round in the opposite order."""
    plan = [(system, speed) for speed in (4, 1) for system in systems if speed in system.slowdowns]
    found = {}
    for system, speed in plan if number % 2 == 0 else reversed(plan):
        one = _try(browser, servers, system, speed, clock) or _try(browser, servers, system, speed, clock)
        if one is None:
            clock.say("  the round does not count")
            return
        found[f"{system.name} {speed}x"] = one
    for name, one in found.items():
        loads[name].append(one)
    answered = found["ours en 4x"]
    clock.say(f"  ours en 4x: text {answered.text:.0f} ms, first answer {answered.answer or 0:.0f} ms")


def _try(browser: Browser, servers: dict[str, Server], system: System, speed: int, clock: Clock) -> Load | None:
    try:
        return load(browser, servers[system.site], system.path, system.learner, speed)
    except TimeoutError:
        clock.say(f"  {system.name} {speed}x: no answer in time")
        return None


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))


def _table(loads: Loads) -> str:
    """Every page with the medians of everything, so that a ratio can be understood."""
    numbers: dict[str, tuple[Callable[[Load], float], str]] = {
        "first paint ms": (lambda one: one.fcp, "ms"),
        "largest ms": (lambda one: one.lcp, "ms"),
        "text ms": (lambda one: one.text, "ms"),
        "answer ms": (lambda one: one.answer or 0, "ms"),
        "blocking ms": (lambda one: one.blocking, "ms"),
        "longest ms": (lambda one: one.longest, "ms"),
        "busy ms": (lambda one: one.busy, "ms"),
        "nodes": (lambda one: one.nodes, ""),
        "shift": (lambda one: one.shift, ""),
        "requests": (lambda one: one.requests, ""),
        "JS kB": (lambda one: one.parsed / KILO, "kB"),
        "gzip kB": (lambda one: one.size / KILO, "kB"),
    }
    lines = [["", *numbers, "kB of"]]
    for name, found in loads.items():
        if not found:
            continue
        cells = [shown(spread(get(one) for one in found).median, unit) for get, unit in numbers.values()]
        kinds = ", ".join(f"{kind} {size / KILO:.1f}" for kind, size in sorted(found[0].kinds.items()))
        lines.append([name, *cells, kinds])
    return f"{columns(lines)}\n{LEGEND}"
