"""The level of practice of each statement: where it comes from, where a reader meets it, what narrows the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.rendering import Site, all_of, find, words
from tests.unit.tiny_site import write_site

from guidebook.guideline.model import GROUPED, LEVEL_OF_GROUP, LEVELLED, Level, levels_together, order_of
from guidebook.load import load_library

ROOT = Path(__file__).parents[2]
C4, LESSON, LEVELS = "guidelines/c4.md", "modules/1-1.md", "workforce.md"
AREAS = {1: "promotion", 2: "prevention", 3: "clinical", 4: "prevention", 5: "every", 6: "every", 7: "every"}
TITLES = {
    "en": ("Three levels", "Levels of practice, explained on a page as short as a page can be.", "clinical"),
    "fr": ("Trois niveaux", "Les niveaux de pratique, sur une page aussi courte que possible.", "clinique"),
}


def page_of_levels(language: str) -> str:
    title, description, _ = TITLES[language]
    headings = "".join(f"## {level} {{#{level}}}\n\n" for level in Level)
    return f"---\ndescription: {description}\n---\n# {title}\n\n{headings}/// levels\n///\n"


@pytest.fixture
def site(tmp_path) -> Site:
    """The tiny site with a page of levels; its C4.2 is for clinicians."""
    files = {f"docs/{language}/{LEVELS}": page_of_levels(language) for language in TITLES}
    return Site(write_site(tmp_path, files, {f"docs/en/{C4}": {"who: B": "who: C"}}))


def facts_of(site: Site, language: str, uri: str, class_: str, place: int = 0):
    return all_of(site.render(language, uri), class_)[place]


def test_every_statement_of_the_guidelines_for_practice_has_the_level_that_its_source_gives():
    """Competencies by their group; prevention and intervention by its area, P4.6 aside; organizations have none."""
    library, _ = load_library(ROOT)
    for language in library.languages:
        for statement, _ in library.statements[language].values():
            letter, domain = statement.id[0], order_of(statement.id)[1]
            if letter in GROUPED:
                assert statement.level is LEVEL_OF_GROUP[statement.group], statement.id
            elif letter in LEVELLED:
                assert statement.level == ("clinical" if statement.id == "P4.6" else AREAS[domain]), statement.id
            else:
                assert statement.level is None, statement.id


@pytest.mark.parametrize(
    ("levels", "together"),
    [
        ([], []),
        ([None], []),
        (["clinical", "promotion", "clinical"], ["promotion", "clinical"]),
        (["prevention", "every"], ["every"]),
        (["clinical", "prevention", "promotion"], ["every"]),
        ([None, "prevention"], ["prevention"]),
    ],
)
def test_levels_of_several_statements_are_one_answer(levels, together):
    assert list(levels_together(level and Level(level) for level in levels)) == together


def test_ids_are_put_in_the_order_a_reader_counts_in():
    assert sorted(["C10.1", "P1.1", "C2.10", "C2.9"], key=order_of) == ["C2.9", "C2.10", "C10.1", "P1.1"]


def test_statement_shows_its_level_and_leads_to_what_it_means(site, language):
    facts = facts_of(site, language, C4, "gb-statement__facts", 1)
    link = next(facts.iter("a"))
    assert TITLES[language][2] in words(link)
    assert link.get("href") == "../workforce.md#clinical"


def test_statement_shows_its_level_on_a_site_without_a_page_of_levels(tmp_path, language):
    facts = facts_of(Site(write_site(tmp_path)), language, C4, "gb-statement__facts", 1)
    assert {"en": "prevention, where", "fr": "prévention, là"}[language] in words(facts)
    assert not [link for link in facts.iter("a") if not (link.get("href") or "").startswith("../")]


def test_lesson_shows_the_levels_of_what_it_teaches(site, language):
    facts = facts_of(site, language, LESSON, "gb-page-facts")
    (levels,) = all_of(facts, "gb-page-facts__levels")
    assert words(levels).endswith("Promotion")
    assert [link.get("href") for link in levels.iter("a")] == ["../workforce.md#promotion"]


def test_list_holds_each_statement_under_its_level(site, language):
    page = site.render(language, LEVELS)
    sections = all_of(page, "gb-levels__level")
    assert [next(section.iter("h3")).get("id") for section in sections] == ["list-promotion", "list-clinical"]
    assert [[a.get("href") for a in section.iter("a")] for section in sections] == [
        ["guidelines/c4.md#C4-1"],
        ["guidelines/c4.md#C4-2"],
    ]


def test_statement_for_everyone_fits_every_group_and_one_for_clinicians_only_theirs(site, language):
    items = list(find(site.render(language, LEVELS), "levels-list").iter("li"))
    assert [(item.get("data-level"), item.get("data-who")) for item in items] == [
        ("promotion", "A B C"),
        ("clinical", "C"),
    ]


def test_statement_of_every_level_fits_each_and_one_without_a_group_is_for_services(tmp_path, language):
    folder = ROOT / "docs" / language / "workforce"
    assert "/// levels" in (folder / "levels.md").read_text("utf-8")
    items = {
        words(all_of(item, "gb-id")[0]): (item.get("data-level"), item.get("data-who"))
        for item in find(Site(ROOT).render(language, "workforce/levels.md"), "levels-list").iter("li")
    }
    assert items["P5.1"] == ("promotion prevention clinical", "services")
    assert items["P4.6"] == ("clinical", "services")
    assert items["C4.3"] == ("prevention", "B C")
    assert len(items) == 60 + 47


def test_withdrawn_statement_is_not_in_the_list(tmp_path, language):
    files = {f"docs/{code}/{LEVELS}": page_of_levels(code) for code in TITLES}
    change = {f"docs/en/{C4}": {"    who: B\n": "    who: B\n    status: withdrawn\n"}}
    page = Site(write_site(tmp_path, files, change)).render(language, LEVELS)
    assert len(list(find(page, "levels-list").iter("li"))) == 1


def test_choices_of_the_filter_have_the_same_values_in_both_languages(site):
    values = {
        language: [option.get("value") for option in site.render(language, LEVELS).iter("option")]
        for language in TITLES
    }
    wanted = ["", "promotion", "prevention", "clinical", "", "A", "B", "C", "services"]
    assert values == {"en": wanted, "fr": wanted}
