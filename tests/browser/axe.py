"""axe-core, run in a page as it looks on a screen and in a colour scheme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

Look = tuple[int, str]
"""Width of the screen in CSS pixels, and colour scheme."""

LOOKS: tuple[Look, ...] = ((360, "light"), (1280, "dark"))
"""Each width and each scheme once: what every page is read in."""
ALL_LOOKS: tuple[Look, ...] = (*LOOKS, (360, "dark"), (1280, "light"))

SCRIPT = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SCROLL_BACK = "() => document.querySelectorAll('.md-sidebar__scrollwrap').forEach((menu) => menu.scrollTo(0, 0))"
"""A menu scrolled to the page's own line cuts the line at its top in two, and axe finds it too small a target."""
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LOOK_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"]}
"""What a page that passed in one look can still fail in another: colours, and room."""
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150))))"
"""The theme gives its menus their height, and the projector its words their size, a moment after a screen changes."""
MARK = """() => {
  const known = new Map();
  const behind = (element) => {
    if (!element) return "";
    if (!known.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity, filter].join();
      known.set(element, behind(element.parentElement) + (own === "rgba(0, 0, 0, 0),none,1,none" ? "" : `|${own}`));
    }
    return known.get(element);
  };
  const seen = new Set();
  for (const element of document.querySelectorAll("body, body *")) {
    element.removeAttribute("data-contrast");
    if (!element.checkVisibility()) continue;
    if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const key = [color, fontSize, fontWeight, textShadow, behind(element)].join(";");
    if (!seen.has(key)) element.setAttribute("data-contrast", "");
    seen.add(key);
  }
}"""
"""Of all texts with the same colour, size, weight and grounds behind them, axe is asked for the contrast of the first:
it takes as long over one sentence as over another, and a page has hundreds that are alike."""
RUN = """([rules, within]) => {
  axe.configure({rules: [{id: "color-contrast", selector: "[data-contrast]"}]});
  return axe.run(within.length ? {include: within} : document, {runOnly: rules, resultTypes: ["violations"]})
    .then((result) => result.violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`)));
}"""


def violations(page: Page, looks: Iterable[Look] = LOOKS, *, briefly: bool = False) -> dict[Look, list[str]]:
    """What axe finds, by look; empty when it finds nothing. The page is not loaded again.

    `briefly`: every rule in the first look, and in the others those that a look can change.
    """
    found: dict[Look, list[str]] = {}
    for number, (width, scheme) in enumerate(looks):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        page.evaluate(SCROLL_BACK)
        if problems := violations_now(page, LOOK_RULES if briefly and number else RULES):
            found[width, scheme] = problems
    return found


def violations_now(page: Page, rules: dict[str, object] = RULES, within: Sequence[str] = ()) -> list[str]:
    """What axe finds in a page as it stands, or in the elements of these selectors."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text("utf-8"))
    page.evaluate(MARK)
    found: list[str] = page.evaluate(RUN, [rules, list(within)])
    return found
