"""One Chromium and one small server for all browser tests."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from tests.browser.chromium import system_chromium

SITE = Path(__file__).parents[2] / "site"
LISTEN = """document.addEventListener("securitypolicyviolation", (event) => console.error(
  `policy: ${event.violatedDirective} by ${event.sourceFile} of ${event.blockedURI} ${event.sample}`));"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=system_chromium(), args=["--no-sandbox"])
        # A test runs words in the page, which the site's policy forbids to everybody: only who asks for it
        # (`bypass_csp=False`, `under_policy`) has the policy in force.
        for name in ("new_context", "new_page"):
            setattr(chromium, name, functools.partial(getattr(chromium, name), bypass_csp=True))
        yield chromium
        chromium.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server for `folder`, which answers an unknown address with its 404.html as a host would."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None: ...

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = folder / "404.html"
            if code != 404 or not page.exists():
                return super().send_error(code, message, explain)
            body = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return None

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    """The address of the whole site, built by `make site`."""
    assert (SITE / "index.html").exists(), "the browser tests read site/; run  make site  first"
    with serving(SITE) as url:
        yield url


@pytest.fixture
def troubles() -> list[str]:
    """Errors of the console and requests to other hosts; every test ends with none."""
    return []


@pytest.fixture
def context(browser: Browser, site_url: str, troubles: list[str]) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    listen(context, site_url, troubles)
    yield context
    context.close()
    assert troubles == []


@pytest.fixture
def under_policy(browser: Browser, site_url: str, troubles: list[str]) -> Iterator[BrowserContext]:
    """A phone in which the policy of the site is in force; what breaks it is heard, and so is an address that fails."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce", bypass_csp=False)
    context.add_init_script(LISTEN)
    listen(context, site_url, troubles)
    context.on(
        "response", lambda answer: troubles.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
    )
    yield context
    context.close()


def listen(context: BrowserContext, site_url: str, troubles: list[str]) -> None:
    context.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: troubles.append(str(error.error)))
    context.on(
        "request", lambda request: None if request.url.startswith((site_url, "data:")) else troubles.append(request.url)
    )
