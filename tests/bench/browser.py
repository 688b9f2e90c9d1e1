"""One load of one page by an impatient learner on a throttled phone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Page, sync_playwright

from tests.bench.server import Server
from tests.browser.chromium import system_chromium

NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
PHONE = {"width": 390, "height": 844}
LEARNER = Path(__file__).with_name("learner.js").read_text("utf-8")
DONE = "bench: done"
PATIENCE = 15_000
"""Milliseconds until a page counts as unusable."""
SEARCH = "search"
QUIET = 700
"""Milliseconds watched after the page has loaded and the question was answered."""
AFTER_ANSWER = 500
"""What moves this soon after an answer was asked for, as browsers count it."""


@dataclass(frozen=True)
class Learner:
    """How the first question of a page is answered: selectors. Without `tick`, the page is only read."""

    tick: str = ""
    check: str = "none"
    feedback: str = ""
    around: str = "*"
    """What is visible when the option can be ticked; the input itself may be drawn by CSS."""


@dataclass
class Load:
    """What one load gave; times in milliseconds, sizes in bytes."""

    fcp: float
    lcp: float
    text: float
    answer: float | None
    shift: float
    blocking: float
    longest: float
    busy: float
    """Processor time of the main thread: what other processes do on this machine does not count."""
    nodes: int
    parsed: int
    requests: int
    kinds: dict[str, int]
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Without what search fetches later."""
        return sum(size for kind, size in self.kinds.items() if kind != SEARCH)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's; every host but this machine does not exist."""
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_chromium(), args=["--no-sandbox", rules])
        yield browser
        browser.close()


def load(browser: Browser, server: Server, path: str, learner: Learner, slowdown: int) -> Load:
    """Open the page in a new context with an empty cache. Raises Playwright's TimeoutError for an unusable page."""
    context = browser.new_context(viewport=PHONE)
    try:
        page = context.new_page()
        errors, foreign = _listen(page, server)
        session = _throttle(page, slowdown)
        page.add_init_script(f"({LEARNER})({json.dumps(vars(learner))})")
        server.sent.clear()
        with page.expect_console_message(lambda message: message.text == DONE, timeout=PATIENCE):
            page.goto(f"{server.address}{path}", wait_until="load", timeout=PATIENCE)
        page.wait_for_timeout(QUIET)
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return _result(page.evaluate("benchReport()"), metrics, server, errors, foreign)
    finally:
        context.close()


def _listen(page: Page, server: Server) -> tuple[list[str], list[str]]:
    errors: list[str] = []
    foreign: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    page.on("console", on_console)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: None if _is_ours(request.url, server) else foreign.append(request.url))
    return errors, foreign


def _is_ours(url: str, server: Server) -> bool:
    return url.startswith((server.address, "data:", "blob:"))


def _throttle(page: Page, slowdown: int) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    return session


def _result(
    seen: dict[str, object], metrics: dict[str, float], server: Server, errors: list[str], foreign: list[str]
) -> Load:
    kinds: Counter[str] = Counter()
    for kind, _, size in server.sent:
        kinds[kind] += size
    end = seen["answer"]
    moved = [value for start, value in seen["shifts"] if end is None or not 0 <= start - end < AFTER_ANSWER]
    tasks = [duration for start, duration in seen["tasks"] if start + duration > seen["fcp"]]
    return Load(
        fcp=seen["fcp"],
        lcp=seen["lcp"],
        text=seen["text"],
        answer=end,
        shift=sum(moved),
        blocking=sum(duration - 50 for duration in tasks),
        longest=max(tasks, default=0),
        busy=1000 * metrics["TaskDuration"],
        nodes=int(metrics["Nodes"]),
        parsed=seen["parsed"],
        requests=sum(kind != SEARCH for kind, _, _ in server.sent),
        kinds=dict(kinds),
        errors=errors,
        foreign=foreign,
    )
