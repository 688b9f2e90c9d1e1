"""axe-core, run in a page as it looks on a screen and in a colour scheme."""

from __future__ import annotations

from collections.abc import Iterable
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
RUN = """(rules) => axe.run({runOnly: rules, resultTypes: ["violations"]}).then((result) =>
  result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`)))"""


def violations(page: Page, looks: Iterable[Look] = LOOKS, *, briefly: bool = False) -> dict[Look, list[str]]:
    """What axe finds, by look; empty when it finds nothing. The page is not loaded again.

    `briefly`: every rule in the first look, and in the others those that a look can change.
    """
    page.add_script_tag(path=SCRIPT)
    found: dict[Look, list[str]] = {}
    for number, (width, scheme) in enumerate(looks):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        page.evaluate(SCROLL_BACK)
        if problems := page.evaluate(RUN, LOOK_RULES if briefly and number else RULES):
            found[width, scheme] = problems
    return found
