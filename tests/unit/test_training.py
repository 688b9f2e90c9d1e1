"""What trainers have of each section, question and case: how it is read, and where it stands on a page."""

from __future__ import annotations

import pytest
from tests.unit.rendering import Site, all_of, find, words
from tests.unit.tiny_site import write_site

from guidebook.training.model import Item, Kind, Part

LESSON, CASE, KINDS = "modules/1-1.md", "modules/case-a.md", "modules/kinds.md"
NOTED = {
    f"docs/en/{LESSON}": {
        "| Smile {#smile} | Glad | You can feel it. |\n///\n": "| Smile {#smile} | Glad | You can feel it. |\n///\n\n"
        "/// trainer\n    minutes: 6\n    part: optional\n\nAsk [[C4.1]], the secure base.\n///\n",
        "    passage:": "    minutes: 9\n    passage:",
        "What does she say with her head?\n////\n": "What does she say with her head?\n////\n"
        "\n//// trainer\nVote, then talk.\n////\n",
    },
    f"docs/fr/{LESSON}": {
        "| Sourire {#smile} | Joie | Cela se sent. |\n///\n": "| Sourire {#smile} | Joie | Cela se sent. |\n///\n\n"
        "/// trainer\nDemandez [[C4.1]], la base sûre.\n///\n",
        "Que dit-elle avec sa tête?\n////\n": "Que dit-elle avec sa tête?\n////\n"
        "\n//// trainer\nVotez, parlez.\n////\n",
    },
    f"docs/en/{CASE}": {
        "| 1-A The door\n": "| 1-A The door\n    part: reading\n\n",
        "of his grandmother.\n": "of his grandmother.\n\n//// trainer\nRead it aloud.\n////\n",
    },
    f"docs/fr/{CASE}": {"de sa grand-mère.\n": "de sa grand-mère.\n\n//// trainer\nLisez à voix haute.\n////\n"},
}


@pytest.fixture
def noted(tmp_path) -> Site:
    return Site(write_site(tmp_path, change=NOTED))


def place(item: Item) -> tuple:
    return item.kind, item.id, item.minutes, item.part


def test_items_of_a_page_come_in_its_order_with_the_facts_of_the_first_language(noted, language):
    assert [place(item) for item in noted.library.page(language, LESSON).items] == [
        (Kind.SECTION, "pauses", 6, Part.OPTIONAL),
        (Kind.QUESTION, "Q1-01", 9, Part.CORE),
        (Kind.QUESTION, "Q1-02", 5, Part.CORE),
        (Kind.QUESTION, "Q1-03", 6, Part.CORE),
    ]
    assert [place(item) for item in noted.library.page(language, CASE).items] == [(Kind.CASE, "1-A", 4, Part.READING)]


def test_question_or_case_without_a_word_takes_the_minutes_of_its_kind(site, language):
    minutes = {item.id: item.minutes for item in site.library.page(language, KINDS).items}
    assert minutes == {"Q1-11": 3, "Q1-12": 6, "Q1-13": 2, "Q1-14": 5, "Q1-15": 2, "1-K": 12}


def test_withdrawn_question_is_no_item(tmp_path, language):
    change = {f"docs/en/{LESSON}": {"    version: 2\n": "    version: 2\n    status: withdrawn\n"}}
    library = Site(write_site(tmp_path, change=change)).library
    assert [item.id for item in library.page(language, LESSON).items] == ["Q1-01", "Q1-03"]


def test_note_stands_hidden_in_what_it_speaks_of(noted, language):
    page = noted.render(language, LESSON)
    of_question, of_section = all_of(page, "gb-trainer")
    assert of_question in list(find(page, "Q1-01"))
    assert words(of_question) == {"en": "Vote, then talk.", "fr": "Votez, parlez."}[language]
    assert of_section in list(page)
    assert [link.get("href") for link in of_section.iter("a")] == ["../guidelines/c4.md#C4-1"]
    assert not all_of(of_section, "gb-term"), "a term is linked where learners can see it"
    for note, minutes, part in ((of_question, "9", "core"), (of_section, "6", "optional")):
        assert note.get("hidden") == "hidden"
        assert "data-search-exclude" in note.attrib
        assert (note.get("data-minutes"), note.get("data-part")) == (minutes, part)


def test_question_and_case_say_their_minutes_with_or_without_a_note(noted, language):
    page = noted.render(language, LESSON)
    for id, minutes in (("Q1-01", "9"), ("Q1-02", "5")):
        question = find(page, id)
        assert (question.get("data-minutes"), question.get("data-part")) == (minutes, "core")
    (case,) = all_of(noted.render(language, CASE), "gb-case")
    assert (case.get("data-minutes"), case.get("data-part")) == ("4", "reading")
    assert len(all_of(case, "gb-trainer")) == 1
    branching = find(noted.render(language, KINDS), "case-1-K")
    assert branching.get("data-minutes") == "12"
    assert not all_of(branching, "gb-trainer")
