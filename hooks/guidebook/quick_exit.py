"""A way to leave a page about violence at once: which pages need it, and what they show. Promises no safety."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebook.library import Page
from guidebook.problems import Problem
from guidebook.sources import Source
from guidebook.strings import Translate
from guidebook.templates import Component, render_component

VIOLENCE = re.compile(r"\bviolen(?:ce|t)\b", re.IGNORECASE)


def render_quick_exit(original: Source, t: Translate) -> Component:
    """Empty where the page does not ask for it; `original` is the page in the first language."""
    if "quick-exit" not in original.meta:
        return Component()
    return render_component("quick-exit", href=t("exit.href"), t=t)


def check_quick_exit(page: Page) -> Iterator[Problem]:
    """A page that announces violence lets its reader leave at once. The first language has the setting."""
    if "quick-exit" in page.source.meta:
        return
    announced = [(block.line, block.markdown) for block in page.blocks if block.name == "care"]
    announced += [(heading.line, heading.text) for heading in page.outline.headings]
    announced += [(statement.line, statement.title) for statement in page.statements]
    for line, words in announced:
        if VIOLENCE.search(words):
            what = "this page speaks of violence and has no quick exit."
            fix = "add, between the two lines of --- at its start,  quick-exit: violence"
            help = f"docs/{page.source.language}/contribute.md#front-matter"
            yield Problem(page.source.src_path, line, what, words.strip().split("\n")[0], fix, help)
            return
