"""Inside the conversion of a page: slots, citations, links to statements, typography between elements."""

from __future__ import annotations

import pytest
from tests.unit.rendering import all_of, convert, words

from guidebook.links import Link
from guidebook.markdown import PageContext
from guidebook.templates import Component

SOURCES = {key: Link(f"references.md#{key}", text) for key, text in (("a1", "Roe, 1990"), ("b2", "Poe et al., 2001"))}
STATEMENTS = {"C4.1": Link("c4.md#C4-1", "C4.1", "Watching first")}


def page(text: str, language: str = "en", component: Component | None = None):
    context = PageContext(language, [], SOURCES.get, STATEMENTS.get)
    return convert(text if component is None else context.place(component), context)


@pytest.mark.parametrize(
    ("typed", "shown", "links"),
    [
        ("Seen [@a1].", "Seen (Roe, 1990).", 1),
        ("Seen [@a1; @b2].", "Seen (Roe, 1990; Poe et al., 2001).", 2),
        ("Seen [@nobody].", "Seen [@nobody].", 0),
        ("Seen `[@a1]`.", "Seen [@a1].", 0),
    ],
)
def test_citation_becomes_names_and_years_that_lead_to_the_list(typed, shown, links, language):
    tree = page(typed, language)
    assert words(tree) == shown
    assert [link.get("href") for link in tree.iter("a")] == [SOURCES[key].href for key in ("a1", "b2")][:links]


@pytest.mark.parametrize(
    ("typed", "shown", "links"),
    [
        ("See [[C4.1]].", "See C4.1 Watching first.", 1),
        ("See [[C9.9]].", "See [[C9.9]].", 0),
        ("See `[[C4.1]]`.", "See [[C4.1]].", 0),
    ],
)
def test_link_to_a_statement_shows_its_number_and_says_its_title(typed, shown, links, language):
    tree = page(typed, language)
    assert words(tree) == shown
    assert [link.get("href") for link in tree.iter("a")] == ["c4.md#C4-1"][:links]
    assert len(all_of(tree, "gb-visually-hidden")) == links


@pytest.mark.parametrize("typed", ["Call 9-1-1 or 9-8-8.", "**Call** 9-1-1, *then* 9-8-8", "# In 9-1-1 and 9-8-8"])
def test_no_line_ends_inside_the_number_of_a_help_line(typed, language):
    tree = page(typed, language)
    assert [whole.text for whole in all_of(tree, "gb-whole")] == ["9-1-1", "9-8-8"]
    assert words(tree) == typed.replace("*", "").replace("# ", "")


@pytest.mark.parametrize("typed", ["`9-1-1`", "19-8-8", "9-8-80", "C4-3"])
def test_other_words_may_break(typed, language):
    assert all_of(page(typed, language), "gb-whole") == []


def test_slot_is_converted_with_the_page(language):
    component = Component(slots=[])
    block, inline = component.slot("blocks", "- *one*\n- [@a1]"), component.slot("inline", "**two** [[C4.1]]")
    component.xml = f"<section><div {block}></div><p {inline}></p></section>"
    tree = page("", language, component)
    assert [item.tag for item in tree.iter("li")] == ["li", "li"]
    assert [link.get("href") for link in tree.iter("a")] == ["references.md#a1", "c4.md#C4-1"]
    assert tree.find("section/p/strong").text == "two"


def test_words_of_a_template_are_no_markdown():
    tree = page("", component=Component("<p>*as it is* [@a1] [[C4.1]]</p>"))
    assert words(tree) == "*as it is* [@a1] [[C4.1]]"


def test_component_keeps_signs_that_xml_would_read():
    component = Component(slots=[])
    component.xml = f"<p {component.slot('inline', 'fish & chips < 5')}></p>"
    assert words(page("", component=component)) == "fish & chips < 5"


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("en", '"I saw *you*" and', "“I saw you” and"),
        ("en", '*"Wait"*, you say', "“Wait”, you say"),
        ("en", 'the "*still* face"', "the “still face”"),
        ("en", "the *parents*' room", "the parents’ room"),
        ("en", '`"code"` and "words"', '"code" and “words”'),
        ("fr", "*Observer* : attendre", "Observer\u00a0: attendre"),
        ("fr", "« *Attends* »", "«\u00a0Attends\u00a0»"),
        ("fr", "l'*enfant*", "l’enfant"),
        ("fr", "`l'enfant : 5 %`", "l'enfant : 5 %"),
    ],
)
def test_typography_reads_across_the_elements_of_a_sentence(language, typed, shown):
    assert words(page(typed, language)) == shown


def test_part_in_another_language_is_set_as_that_language():
    component = Component('<div><p lang="fr">« Oui »</p><p>"Yes"</p></div>')
    assert words(page("", "en", component)).replace(" ", "") == "«\u00a0Oui\u00a0»“Yes”"
