"""Every kind of question on one page, and how each is answered by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Locator, Page
from tests.browser.question_page import make_kinds, make_match, make_question
from tests.browser.questions.steps import part, question

from guidebook.learning.model import Question

Reach = Callable[[Page, Locator], None]
"""A way to a control."""
Moves = tuple[tuple[str, str], ...]
"""What is pressed on which control: the end of its id, and a key, or words that are typed."""
UNSAFE_WORD = "hunger"
"""In the language of the page, it is a short answer that is not safe."""


@dataclass(frozen=True)
class Kind:
    id: str
    wrong: Moves
    mended: Moves
    """From the wrong answer to the right one."""
    is_unsafe: bool = False
    """Whether the wrong answer is one that is not safe."""
    right: str = ""
    """Which words say that an answer is right: the end of their key."""


MARKED = {
    "choice": Kind("Q1-01", (("noisier-toy", "Space"),), (("noisier-toy", "ArrowUp"),)),  # from the first to the last
    "several": Kind(
        "Q1-20",
        (("ask", "Space"), ("alone", "Space")),
        (("alone", "Space"), ("link", "Space")),
        is_unsafe=True,
        right="-several",
    ),
    "match": Kind("Q1-30", (("base", "ArrowDown"), ("haven", "ArrowDown")), (("base", "ArrowDown"),), right="-several"),
    "order": Kind("Q1-32", (("a-down", "Enter"),), (("c-down", "Enter"), ("c-down", "Space")), right="-order"),
    "short": Kind("Q1-31", (("text", UNSAFE_WORD),), (("text", "Control+a"), ("text", "signal")), is_unsafe=True),
}
"""The questions that are judged."""
UNMARKED = {"reflection": "Q1-35", "rating": "Q1-33", "rating after": "Q1-34"}
"""The ids of those that are not."""
KEYS = {"Space", "Enter", "ArrowUp", "ArrowDown", "ArrowRight", "Control+a"}
LARGEST = "187.5%"
"""The largest text that a browser's settings offer, 24 px in the place of 16, by what the theme adds: 125 %."""
STATES = ("untouched", "refused", "wrong", "hints open", "right", "revealed")


def every_kind(language: str) -> tuple[Question, ...]:
    bare = (make_question(id, language) for id in ("Q1-01", "Q1-20"))
    return (*bare, make_match(language), *make_kinds(language))


def go(page: Page, target: Locator) -> None:
    """To a control with the tabulator alone, forwards or backwards."""
    direction = target.evaluate(
        """target => document.activeElement === document.body || document.activeElement.compareDocumentPosition(target)
          & Node.DOCUMENT_POSITION_FOLLOWING ? "Tab" : "Shift+Tab" """
    )
    for _ in range(90):
        if target.evaluate("target => target === document.activeElement"):
            return
        page.keyboard.press(direction)
    raise AssertionError(f"no way to {target} with {direction}")


def jump(page: Page, target: Locator) -> None:
    """To a control without the way there, which takes most of the time and is walked in test_keyboard.py."""
    target.focus()


def language_of(page: Page) -> str:
    return page.evaluate("document.documentElement.lang")


def do(page: Page, kind: Kind, moves: Moves, reach: Reach = go) -> None:
    for control, key in moves:
        reach(page, page.locator(f"[id='{kind.id}-{control}']"))
        if key in KEYS:
            page.keyboard.press(key)
        else:
            page.keyboard.type({"fr": "faim"}.get(language_of(page), key) if key == UNSAFE_WORD else key)


def check(page: Page, kind: Kind, reach: Reach = go) -> None:
    reach(page, part(page, kind.id, "check"))
    page.keyboard.press("Enter")


def open_folds(page: Page, id: str) -> None:
    """Each is offered once the one before it is open."""
    question(page, id).locator("details:not([open]) > summary").evaluate_all(
        "all => all.forEach((summary) => summary.click())"
    )


def bring(page: Page, state: str) -> None:
    """Every kind into that state, by its keys; those that are not judged are filled in where others are answered."""
    for kind in MARKED.values():
        if state == "untouched":
            continue
        if state == "right":
            do(page, kind, kind.wrong + kind.mended, jump)
        elif state != "refused":
            do(page, kind, kind.wrong, jump)
        check(page, kind, jump)
        if state == "hints open":
            question(page, kind.id).locator("details:not([open]) > summary").evaluate_all(
                "all => all.map(s => s.click())"
            )
        if state == "revealed":
            do(page, kind, ANOTHER[kind.id], jump)
            check(page, kind, jump)
    if state not in ("untouched", "refused"):
        for id, value in (("Q1-33", "2"), ("Q1-34", "5")):
            page.locator(f"[id='{id}-{value}']").check()
        page.locator("[id='Q1-35-text']").fill("Words.\n" * 3)
        page.locator("[id='Q1-35-text']").blur()
        open_folds(page, "Q1-35")


ANOTHER: dict[str, Moves] = {
    "Q1-01": (("noisier-toy", "ArrowDown"),),
    "Q1-20": (("alone", "Space"), ("wait", "Space")),
    "Q1-30": (("base", "ArrowDown"), ("haven", "ArrowDown")),
    "Q1-32": (("b-up", "Enter"),),
    "Q1-31": (("text", "Control+a"), ("text", "thirst")),
}
"""From the wrong answer to another that is wrong."""

LISTEN = """
self.heard = [];
addEventListener("DOMContentLoaded", () => {
  const regions = "[role=status], [role=alert], [aria-live]";
  let shown = new Set();
  const look = () => {
    shown = new Set([...document.querySelectorAll(regions)].filter((region) => region.getClientRects().length));
  };
  const words = (region) => region.innerText.replace(/\\s+/g, " ").trim();
  new MutationObserver((changes) => {
    const elements = changes.map(({ target }) => (target.closest ? target : target.parentElement));
    const touched = new Set(elements.map((element) => element?.closest(regions)));
    for (const region of touched) {
      // What appears together with its region is not announced everywhere, and counts for nothing here.
      if (!shown.has(region) || region.getAttribute("aria-live") === "off" || !words(region)) continue;
      self.heard.push(words(region));
    }
    look();
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["hidden"] });
  look();
});
"""


def listen(context: BrowserContext) -> None:
    """Keep what the live regions of each page say, in their order; before a page is opened."""
    context.add_init_script(LISTEN)


def heard(page: Page) -> list[str]:
    """What was said since the last time."""
    return page.evaluate("() => self.heard.splice(0)")
