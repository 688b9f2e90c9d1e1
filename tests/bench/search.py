"""Search: the same queries in our box and in stock Material's, and what a phone waits for as the content grows."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Error, Page

from tests.bench import ROOT
from tests.bench.browser import NETWORK, PHONE, chromium
from tests.bench.clock import Clock
from tests.bench.figures import Row, columns, spread
from tests.bench.server import Server, serve
from tests.bench.workshop import build, copy_project, read_config, without_downloads, write_config
from tests.browser.search_box import HOME, Hit, ask, wait_until_usable

SIZES = (1, 2, 4, 10, 50)
PATIENCE = 120_000
"""Milliseconds after which an answer is no longer waited for here; the row then says that there was none."""
WAIT = 5000
"""Milliseconds that a reader on a slow phone waits for the first results before the search is taken for broken."""
NEW_WORDS = 20
"""In a copy of the content, one word of so many is new: a vocabulary grows slower than the text."""
WORD = re.compile(r"[^\W\d_]{4,}")
CONFIG_BLOCK = re.compile(r"{% block config %}.*?{% endblock %}\n", re.DOTALL)
QUERIES = {code: ROOT / "tests" / "browser" / f"queries.{code}.yml" for code in HOME}
INDEX_READY = 60_000
"""Milliseconds that stock Material may take for its index before it hears a query. Ours fetches none until then."""
TYPED = {"en": "trauma", "fr": "traumatisme"}


def measure(rounds: int, clock: Clock, folder: Path, until: float) -> tuple[list[Row], dict[str, object]]:
    clock.say("search: building our pages with stock Material's search")
    stock = _with_stock_search(folder)
    ours = ROOT / "site"
    rows: list[Row] = []
    with chromium() as browser:
        lines, right = _compare(browser, ours, stock)
        for system, found in right.items():
            rows.append(Row(f"first result as wanted, {system}", spread([100 * found / len(lines)]), "%"))
        for times in SIZES:
            rows += _size_rows(browser, ours, folder / f"times-{times}", times, rounds, clock, until)
    table = columns([["", "typed", "ours", "stock"], *lines])
    return rows, {"table": table, "queries": lines}


def _with_stock_search(folder: Path) -> Path:
    """Our pages, Material's own index of them and its own worker."""
    project = without_downloads(copy_project(folder / "stock-search"))
    config = read_config(project)
    config["hooks"].remove("hooks/search.py")
    write_config(project, config)
    main = project / "overrides" / "main.html"
    text, count = CONFIG_BLOCK.subn("", main.read_text("utf-8"))
    assert count == 1, "main.html no longer has the block that puts our worker in the place of Material's"
    main.write_text(text, "utf-8")
    build(project, folder / "stock-search-site")
    return folder / "stock-search-site"


def _compare(browser: Browser, ours: Path, stock: Path) -> tuple[list[list[str]], dict[str, int]]:
    """Each query in both: lines of a table, and how often each leads where it should."""
    lines: list[list[str]] = []
    right = {"ours": 0, "stock": 0}
    with serve(ours) as first, serve(stock) as second:
        for language, path in QUERIES.items():
            pages = {"ours": _opened(browser, first, language), "stock": _opened(browser, second, language)}
            for query, wanted in yaml.safe_load(path.read_text("utf-8")).items():
                cells = [language, query]
                for system, page in pages.items():
                    cell, is_right = _verdict(ask(page, query), language, wanted, (first, second)[system == "stock"])
                    right[system] += is_right
                    cells.append(cell)
                lines.append(cells)
    return lines, right


def _opened(browser: Browser, server: Server, language: str) -> Page:
    """The home page with its search ready: Material answers nothing before its index is there."""
    page = browser.new_page()
    page.goto(server.address + HOME[language])
    wait_until_usable(page, INDEX_READY)
    return page


def _verdict(hits: list[Hit], language: str, wanted: str | None, server: Server) -> tuple[str, bool]:
    """Where the first result leads, below the home of the language, without what stock Material adds to the address."""
    address = re.sub(r"\?[^#]*", "", hits[0].href) if hits else "nothing"
    short = address.removeprefix(server.address).removeprefix(HOME[language])
    is_right = short == (wanted if wanted is not None else "nothing")
    return ("yes" if is_right else short, is_right)


def _size_rows(
    browser: Browser, ours: Path, site: Path, times: int, rounds: int, clock: Clock, until: float
) -> Iterator[Row]:
    shutil.copytree(ours, site, ignore=shutil.ignore_patterns("*.pdf", "downloads"))
    for language in HOME:
        file = site / "search" / f"{language}.json"
        file.write_text(multiplied(file.read_text("utf-8"), times), "utf-8")
    with serve(site) as server:
        for language in HOME:
            waits = []
            for _ in clock.rounds(min(rounds, 3) if times == 1 else 1, until, f"search, {times} times, {language}"):
                server.sent.clear()
                waits.append(_wait(browser, server, language))
            size = sum(sent for _, path, sent in server.sent if path.endswith(f"{language}.json")) / 1000
            yield Row(f"index as sent, {times}x, {language}", spread([size]), "kB")
            if waits:
                note = f"no answer in {PATIENCE // 1000} s" if max(waits) >= PATIENCE else ""
                yield Row(f"first letter to first results, {times}x, {language}", spread(waits), "ms", WAIT, note)


def multiplied(index: str, times: int) -> str:
    """An index of so many times the content, under other addresses and with some words that are new."""
    data = json.loads(index)
    docs = data["docs"]
    data["docs"] = [*docs, *(_copy(doc, number) for number in range(2, times + 1) for doc in docs)]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _copy(doc: dict[str, object], number: int) -> dict[str, object]:
    path, _, fragment = str(doc["location"]).partition("#")
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))

    def renewed(match: re.Match[str]) -> str:
        is_new = zlib.crc32(f"{match[0]} {number}".encode()) % NEW_WORDS == 0
        return match[0] + letters if is_new else match[0]

    words = {name: WORD.sub(renewed, str(doc[name])) for name in ("title", "text")}
    location = f"{path}copy-{number}/" + (f"#{fragment}" if fragment else "")
    return {**doc, **words, "location": location}


def _wait(browser: Browser, server: Server, language: str) -> float:
    """Milliseconds from the first letter to results, on a slow phone that has no index yet; PATIENCE at most."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(server.address + HOME[language], wait_until="load")
    page.wait_for_timeout(500)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    wait_until_usable(page)
    begun = page.evaluate("performance.now()")
    try:
        ask(page, TYPED[language], PATIENCE)
        waited = page.evaluate("performance.now()") - begun
    except Error:  # no answer, or no room left for one
        waited = PATIENCE
    context.close()
    return float(waited)
