"""The loads of all pages -> the lines of the report, each beside what performance.md promises."""

from __future__ import annotations

from collections.abc import Callable

from tests.bench.browser import SEARCH, Load
from tests.bench.figures import Row, Spread, differences, ratios, spread

Loads = dict[str, list[Load]]
"""`ours en 4x` -> its loads, one a round."""
Number = Callable[[Load], float]

LANGUAGES = ("en", "fr")
KILO = 1000


def answer(one: Load) -> float:
    return one.answer or 0


def rows(loads: Loads, engine: dict[str, int]) -> list[Row]:
    if not loads["ours en 4x"]:
        return []
    return [
        _engine(engine),
        *(row for language in LANGUAGES for row in _waiting(loads, language)),
        *(row for language in LANGUAGES for row in _weight(loads, language)),
        *_blocking(loads),
        *_faults(loads),
    ]


def _engine(engine: dict[str, int]) -> Row:
    sizes = ", ".join(f"{name} {size / KILO:.1f}" for name, size in engine.items())
    return Row("question engine, script + style, gzip", spread([sum(engine.values()) / KILO]), "kB", 12, sizes)


def _waiting(loads: Loads, language: str) -> list[Row]:
    """Times as ratios within the round."""
    found = []
    for speed in ("4x", "1x"):
        ours, floor, stock, quiz = (
            loads.get(f"{name} {language} {speed}", []) for name in ("ours", "floor", "stock", "mkdocs-quiz")
        )
        plain = loads[f"ours without {language} {speed}"]
        where = f"{language}, {speed}"
        answers = [*map(answer, ours)]
        found += [
            Row(f"first answer, {where}", spread(answers), "ms"),
            Row(f"first answer : stock's text, {where}", ratios(answers, _numbers(stock, "text")), "x", 1.0),
            Row(f"first answer : floor's, {where}", ratios(answers, [*map(answer, floor)]), "x", 1.35),
        ]
        if quiz:
            compared = ratios(answers, [*map(answer, quiz)])
            found.append(Row(f"first answer : mkdocs-quiz's, {where}", compared, "x", 1.0))
        found += [
            Row(f"first paint : stock's, {where}", _compared(ours, stock, "fcp"), "x", 1.0),
            Row(f"first paint : stock's, no questions, {where}", _compared(plain, stock, "fcp"), "x", 1.0),
            Row(f"largest paint : stock's, {where}", _compared(ours, stock, "lcp"), "x", 1.05),
        ]
    return found


def _weight(loads: Loads, language: str) -> list[Row]:
    ours, plain, stock = (loads[f"{name} {language} 4x"] for name in ("ours", "ours without", "stock"))
    quiz = loads.get(f"mkdocs-quiz {language} 4x", [])
    found = [
        Row(f"bytes over stock, {language}", _more(ours, stock, _size), "kB", 4, "with ten questions"),
        Row(f"bytes over stock, no questions, {language}", _more(plain, stock, _size), "kB", 1),
        Row(f"bytes of ten questions, {language}", _more(ours, plain, _size), "kB", None, "words, script and style"),
    ]
    if quiz:
        found.append(Row(f"bytes of ten questions, mkdocs-quiz, {language}", _more(quiz, stock, _size), "kB"))
    return [
        *found,
        Row(
            f"search index : stock's, {language}",
            ratios(_search(ours), _search(stock)),
            "x",
            0.5,
            "bytes, time follows",
        ),
        Row(f"requests over stock, {language}", _more(ours, stock, lambda one: one.requests), "", 2),
        Row(f"script parsed over stock, {language}", _more(ours, stock, lambda one: one.parsed / KILO), "kB", 15),
    ]


def _blocking(loads: Loads) -> list[Row]:
    found = []
    for what, one, other, budget in (
        ("over stock, en", "ours en", "stock en", 30),
        ("over stock, fr", "ours fr", "stock fr", 30),
        ("by the engine, 100 questions", "ours hundred", "ours hundred, no script", 50),
    ):
        ours, theirs = loads[f"{one} 4x"], loads[f"{other} 4x"]
        found += [
            Row(f"blocking {what}, 4x", _more(ours, theirs, lambda one: one.blocking), "ms", budget),
            Row(f"main thread {what}, 4x", _more(ours, theirs, lambda one: one.busy), "ms", None, "its processor time"),
        ]
    return found


def _faults(loads: Loads) -> list[Row]:
    ours = [one for name, found in loads.items() if name.startswith("ours") for one in found]
    errors = sorted({error for one in ours for error in one.errors})
    foreign = sorted({url for one in ours for url in one.foreign})
    return [
        Row("layout shift, worst of all loads", spread([max(one.shift for one in ours)]), "", 0.0),
        Row("console errors", spread([len(errors)]), "", 0, "; ".join(errors)[:100]),
        Row("requests to other hosts", spread([len(foreign)]), "", 0, "; ".join(foreign)[:100]),
    ]


def _size(one: Load) -> float:
    return one.size / KILO


def _search(loads: list[Load]) -> list[float]:
    """Script and index of a whole load; the largest of all loads, because a load may end before they have come."""
    return [max(one.kinds.get(SEARCH, 1) for one in loads)] * len(loads)


def _numbers(loads: list[Load], name: str) -> list[float]:
    return [getattr(one, name) for one in loads]


def _compared(ours: list[Load], theirs: list[Load], name: str) -> Spread:
    return ratios(_numbers(ours, name), _numbers(theirs, name))


def _more(ours: list[Load], theirs: list[Load], number: Number) -> Spread:
    return differences([*map(number, ours)], [*map(number, theirs)])
