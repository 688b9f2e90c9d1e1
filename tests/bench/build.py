"""What a build costs: CPU seconds of ours and of stock Material over the same Markdown, once and ten times of it."""

from __future__ import annotations

from pathlib import Path

from tests.bench.clock import Clock
from tests.bench.figures import Row, differences, ratios, spread
from tests.bench.multiply import multiply
from tests.bench.workshop import build, copy_project, count_pages, stock, without_downloads

BUDGET = 1.15
LINEAR = 1.1
"""A page among ten times as many costs at most this much more: what is linear, with room for noise."""
TIMES = (4, 10)
BIG_ROUNDS = 2

Costs = dict[str, list[float]]


def measure(rounds: int, clock: Clock, folder: Path, until: float) -> tuple[list[Row], dict[str, object]]:
    projects = _projects(folder)
    pages = {name: count_pages(project) for name, project in projects.items()}
    clock.say("build: one build of each that does not count")
    for name in ("ours", "stock"):
        build(projects[name], folder / "site")
    big = [name for name in projects if name not in ("ours", "stock")]
    costs: Costs = {name: [] for name in projects}
    half = clock.elapsed + (until - clock.elapsed) * 0.5
    begun = clock.elapsed
    for number in clock.rounds(rounds, half, "build"):
        _round(["ours", "stock"], number, projects, costs, folder, clock)
    each = (clock.elapsed - begun) / len(costs["ours"]) / (pages["ours"] + pages["stock"])
    expected = each * sum(pages[name] for name in big)
    for number in clock.rounds(min(rounds, BIG_ROUNDS), until, f"build of {TIMES[-1]} times the content", expected):
        _round(big, number, projects, costs, folder, clock)
    return _rows(costs, pages), {"cpu_seconds": costs, "pages": pages}


def _projects(folder: Path) -> dict[str, Path]:
    """Name -> project; `ours-10` is ours with ten times the guideline and module."""
    projects = {}
    for times in (1, *TIMES):
        end = "" if times == 1 else f"-{times}"
        projects[f"ours{end}"] = without_downloads(multiply(copy_project(folder / f"ours{end}"), times))
        projects[f"stock{end}"] = stock(multiply(copy_project(folder / f"stock{end}"), times))
    return projects


def _round(names: list[str], number: int, projects: dict[str, Path], costs: Costs, folder: Path, clock: Clock) -> None:
    """Each once; every other round in the opposite order."""
    for name in names if number % 2 == 0 else reversed(names):
        costs[name].append(build(projects[name], folder / "site"))
        clock.say(f"  {name}: {costs[name][-1]:.1f} CPU s")


def _rows(costs: Costs, pages: dict[str, int]) -> list[Row]:
    size = f"{pages['ours']} pages"
    rows = [
        Row(f"ours, {size}", spread(costs["ours"]), "s", note="CPU, HTML only"),
        Row(f"stock Material + static-i18n, {size}", spread(costs["stock"]), "s", note="hooks and overrides off"),
        Row("ours - stock", differences(costs["ours"], costs["stock"]), "s", note="what our hooks and overrides cost"),
        Row("ours : stock", ratios(costs["ours"], costs["stock"]), "x", BUDGET),
    ]
    return rows + _large(costs, pages) if costs[f"ours-{TIMES[-1]}"] else rows


def _large(costs: Costs, pages: dict[str, int]) -> list[Row]:
    """What more content costs, and whether a page costs more where there are many."""
    rows = []
    few, many = TIMES
    large = {name: costs[f"{name}-{many}"] for name in ("ours", "stock")}
    for name, found in large.items():
        rows.append(Row(f"{name}, {pages[f'{name}-{many}']} pages", spread(found), "s", note="CPU"))
    rows.append(Row(f"ours : stock at {many} times", ratios(large["ours"], large["stock"]), "x", BUDGET))
    each = {name: _marginal(costs, pages, name) for name in ("ours", "stock")}
    for name, (_, later) in each.items():
        rows.append(Row(f"{name}, one page more", spread(1000 * cost for cost in later), "ms a page"))
    rows.append(Row("ours : stock, one page more", ratios(each["ours"][1], each["stock"][1]), "x", BUDGET))
    for name, (early, later) in each.items():
        what = f"{name}, one page more beyond {few} times : below"
        rows.append(Row(what, ratios(later, early), "x", LINEAR if name == "ours" else None, "1 is linear"))
    return rows


def _marginal(costs: Costs, pages: dict[str, int], name: str) -> tuple[list[float], list[float]]:
    """CPU seconds of one page more, below and beyond the middle size, by round."""
    few, many = (f"{name}-{times}" for times in TIMES)
    base = spread(costs[name]).median
    early = [(cost - base) / (pages[few] - pages[name]) for cost in costs[few]]
    steps = zip(costs[many], costs[few], strict=True)
    return early, [(more - less) / (pages[many] - pages[few]) for more, less in steps]
