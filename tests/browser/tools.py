"""Every tool of a page, used once as a hand would."""

from __future__ import annotations

from playwright.sync_api import Page, expect

USE = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const [i, question] of document.querySelectorAll("learning-question").entries()) {
    if (i < 3) question.querySelector("input")?.click();
    if (i < 3) question.querySelector("button[type=submit]:not([disabled])")?.click();
  }
  document.querySelector("a[data-term], .gb-term, glossary-term a")?.click();
  document.querySelector("[data-md-component=palette] input:not(:checked)")?.click();
  document.getElementById("__drawer")?.click();
}"""


def ready(page: Page) -> None:
    """Until the page's own elements have their scripts."""
    expect(page.locator("main :not(:defined)")).to_have_count(0)


def use_tools(page: Page) -> None:
    """Folds, questions, a term, the menu, the colours; the colours that were chosen are forgotten again."""
    ready(page)
    page.evaluate(USE)
    page.evaluate("localStorage.removeItem('/.__palette')")
