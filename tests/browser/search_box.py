"""Material's own search box, used as a reader uses it; for the tests and the bench."""

from __future__ import annotations

import json
from dataclasses import dataclass

from playwright.sync_api import Page, expect

HOME = {"en": "/", "fr": "/fr/"}
ASK = """async ([text, patience]) => {
  const box = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const meta = document.querySelector(".md-search-result__meta");
  const before = meta.firstChild;  // a node more is written for each answer
  const end = performance.now() + patience;
  const again = box.value === text;  // the box asks nothing then
  box.focus();
  box.value = text;
  box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
  while (!again && meta.firstChild === before) {
    if (performance.now() > end) throw new Error(`no answer to "${text}"`);
    await new Promise((done) => setTimeout(done, 5));
  }
  const links = [...list.querySelectorAll("a")].map((link) => ({
    href: link.href,
    title: link.querySelector("h1, h2").textContent,
    score: parseFloat(link.firstElementChild.dataset.mdScore),
    label: link.querySelector(".md-tags")?.textContent ?? "",
    page: link.closest("li").querySelector("h1").textContent,
  }));
  return links;
}"""


def wait_until_usable(page: Page, milliseconds: float = 20_000) -> None:
    """Until the box says what to type. What is asked before is mixed up with the answer to nothing at all."""
    config = json.loads(page.locator("#__config").text_content() or "")
    words = config["translations"]["search.result.placeholder"]
    expect(page.locator(".md-search-result__meta")).to_have_text(words, timeout=milliseconds)


@dataclass(frozen=True)
class Hit:
    """One result as it is shown."""

    href: str
    title: str
    score: float
    label: str
    page: str
    """The title of the page above it."""


def ask(page: Page, text: str, milliseconds: float = 20_000) -> list[Hit]:
    """Type `text` in the box; the results in the order of the Enter key, the best first.

    Raises playwright.sync_api.Error when there is no answer in time.
    """
    hits = [Hit(**link) for link in page.evaluate(ASK, [text, milliseconds])]
    return sorted(hits, key=lambda hit: -hit.score)
