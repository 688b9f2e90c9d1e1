"""A page has as much to show in one language as in the other: as many of each element, wherever it is made."""

from __future__ import annotations

from collections import Counter

import lxml.html
from tests.build.reading import BuiltPage, BuiltSite

OF_ONE_LANGUAGE = {"gb-awaiting", "gb-reviews", "gb-glossary", "glossary-terms", "gb-question__also"}
"""Classes and tags. The review of the translation is awaited in French only; a term or an answer has more names in one
language, and which terms a text uses depends on its words."""
OF_THE_WORDS = {"gb-term"}
"""Marks inside a text, which a sentence of the other language may not have."""
FREE = ("em", "i", "sup", "code", "span")
"""They belong to a sentence, not to a page: emphasis, `1er`, a word of the other language."""


def shape(page: BuiltPage) -> Counter[str]:
    """`tag.class` -> how often it stands in the article."""
    (article,) = page.tree.xpath("//article")
    return Counter(map(_name, filter(_counts, article.iter())))


def _counts(element: lxml.html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in FREE or OF_THE_WORDS & set(element.classes):
        return False
    above = (element, *element.iterancestors())
    return not any(OF_ONE_LANGUAGE & {each.tag, *each.classes} for each in above)


def _name(element: lxml.html.HtmlElement) -> str:
    ours = sorted(name for name in element.classes if name.startswith("gb-"))
    return ".".join([element.tag, *ours])


def differences(site: BuiltSite) -> list[str]:
    """`page: element: how many in English, how many in French`."""
    found = []
    for page in site.of("en"):
        ours, theirs = shape(page), shape(site.pages[page.twin])
        uneven = sorted(name for name in ours.keys() | theirs if ours[name] != theirs[name])
        found += [f"{page.uri}: {name}: {ours[name]}, {theirs[name]}" for name in uneven]
    return found


def test_page_shows_as_much_in_each_language(built_site):
    assert differences(built_site) == []


def test_difference_is_told_with_its_page(tiny):
    site = BuiltSite(tiny.folder)
    (article,) = site.pages["fr/help/index.html"].tree.xpath("//article")
    article.append(lxml.html.fromstring('<p class="gb-care">Une <em>chose</em></p>'))
    assert differences(site) == ["help/index.html: p.gb-care: 0, 1"]
