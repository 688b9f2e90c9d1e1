"""Which questions a module's pages ask, in the order of its list, and what the list then holds."""

from __future__ import annotations

import pytest
from tests.unit.rendering import Site, all_of
from tests.unit.tiny_site import write_site

from guidebook.catalogue import modules_of
from guidebook.strings import translator

HOME = """---
description: The home page of a module of the tiny site, with the list of its lessons and cases.
{module}---
# Module 1

/// lessons
1. [Case](case-a.md)
2. [Lesson](1-1.md). Words of the author.
3. [Other kinds](kinds.md)
///

{block}"""


@pytest.fixture
def site(tmp_path) -> Site:
    pages = {
        f"docs/{language}/modules/index.md": HOME.format(module="module: 1\n" if language == "en" else "", block="")
        for language in ("en", "fr")
    }
    for name in ("revisit", "workbook"):
        for language in ("en", "fr"):
            pages[f"docs/{language}/modules/{name}.md"] = (
                f"---\ndescription: A page of the tiny site for everything that a learner did in all modules.\n---\n"
                f"# Title\n\n/// {name}\n///\n"
            )
    change = {"docs/en/modules/1-1.md": {"    passage:": "    version: 2\n    passage:"}}
    return Site(write_site(tmp_path, pages, change))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_order_is_that_of_the_list_and_a_version_follows_its_question(site, language):
    (module,) = modules_of(site.library, language)
    assert [sitting.src_uri for sitting in module.sittings] == [
        "modules/case-a.md",
        "modules/1-1.md",
        "modules/kinds.md",
    ]
    assert module.sittings[1].asks.split()[0] == "Q1-01.2"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_list_says_how_many_questions_each_page_has(site, language):
    tree = site.render(language, "modules/index.md")
    items = all_of(tree, "gb-lessons__item")
    asked = [len(item.get("data-asks").split()) for item in items]
    t = translator(language)
    counts = [t("lessons.question") if n == 1 else t("lessons.questions", number=n) for n in asked if n]
    assert [state.text for state in all_of(tree, "gb-lessons__state")] == counts
    assert counts
    assert [item.find(".//a").get("href") for item in items] == ["case-a.md", "1-1.md", "kinds.md"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_question_of_every_module_can_be_reached_from_the_questions_to_revisit(site, language):
    tree = site.render(language, "modules/revisit.md")
    hrefs = [link.get("href") for link in all_of(tree, "gb-revisit__question")]
    questions = [q for module in modules_of(site.library, language) for s in module.sittings for q in s.asked]
    assert [href.partition("#")[2] for href in hrefs] == [question.id for question in questions]
