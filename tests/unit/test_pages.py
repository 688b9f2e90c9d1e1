"""From a page of the sources to HTML: what an author typed arrives, in its place, with links that were never typed."""

from __future__ import annotations

import pytest
from tests.unit.rendering import Site, all_of, find, words
from tests.unit.tiny_site import write_site

from guidebook.blocks import split_id
from guidebook.links import relative
from guidebook.page_rules import BLOCKS
from guidebook.pages import RENDERERS

C4, LESSON, CASE = "guidelines/c4.md", "modules/1-1.md", "modules/case-a.md"


def hrefs(element) -> list[str]:
    return [link.get("href") for link in element.iter("a")]


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("C4.3 Screening with consent", ("C4.3", "Screening with consent")),
        ("C4.3", ("C4.3", "")),
        ("C4.3   Spaces", ("C4.3", "Spaces")),
        ("", ("", "")),
    ],
)
def test_title_is_split_into_its_id_and_its_words(title, parts):
    assert split_id(title) == parts


@pytest.mark.parametrize(
    ("start", "target", "anchor", "href"),
    [
        ("guidelines/c1.md", "guidelines/c4.md", "C4-3", "c4.md#C4-3"),
        ("guidelines/c4.md", "guidelines/c4.md", "C4-3", "#C4-3"),
        ("modules/a/1-1.md", "guidelines/c4.md", "", "../../guidelines/c4.md"),
        ("index.md", "help.md", "", "help.md"),
        ("modules/1-1.md", "references.md", "roe1990", "../references.md#roe1990"),
    ],
)
def test_link_is_relative_to_the_page_it_stands_on(start, target, anchor, href):
    assert relative(start, target, anchor) == href


def test_every_kind_of_block_can_be_rendered():
    assert set(BLOCKS) == set(RENDERERS)


def test_statement_has_its_heading_its_parts_and_its_facts(site, language):
    page = site.render(language, C4)
    assert find(page, "C4-1").tag == "h2"
    assert words(find(page, "C4-1")) == {"en": "C4.1 Watching first", "fr": "C4.1 Observer d’abord"}[language]
    assert find(page, "C4-1-why").tag == find(page, "C4-1-practice").tag == "h3"
    statement = all_of(page, "gb-statement")[0]
    assert len(list(all_of(statement, "gb-statement__practice")[0].iter("li"))) == 2
    facts = all_of(statement, "gb-statement__facts")[0]
    assert hrefs(facts) == [
        *("../references.md#roe1990", "../references.md#poe2001"),
        *("../modules/1-1.md", "../champions/sheet.md", "../modules/1-1.md#Q1-01", "../modules/1-1.md#Q1-02"),
        *(f"../modules/kinds.md#Q1-{number}" for number in range(11, 16)),
    ]


def test_statement_without_a_source_says_so_in_words(site, language):
    facts = all_of(site.render(language, C4), "gb-statement__facts")[1]
    assert {"en": "Consensus: ", "fr": "Consensus\u00a0: "}[language] in words(facts)


def test_withdrawn_statement_keeps_its_place_and_says_that_it_is_withdrawn(tmp_path, language):
    root = write_site(tmp_path, change={f"docs/en/{C4}": {"    who: B\n": "    status: withdrawn\n"}})
    statement = all_of(Site(root).render(language, C4), "gb-statement--withdrawn")[0]
    assert statement.get("data-id") == "C4.2"
    assert {"en": "Withdrawn.", "fr": "Retiré."}[language] in words(statement)


def test_page_shows_what_both_languages_share(site, language):
    facts = all_of(site.render(language, LESSON), "gb-page-facts")[0]
    assert {"en": "about 5 minutes", "fr": "environ 5 minutes"}[language] in words(facts)
    assert hrefs(facts) == ["../guidelines/c4.md#C4-1"]


def test_page_says_who_has_still_to_review_it(site, language):
    notices = [words(notice) for notice in all_of(site.render(language, C4), "gb-awaiting")]
    assert {"en": "a clinician, for safety.", "fr": "pour la sécurité."}[language] in notices[0]
    assert any("francophone" in notice for notice in notices) == (language == "fr")


def test_french_notice_goes_when_its_reader_has_read_it(tmp_path):
    change = {"docs/fr/modules/1-1.md": {"trois sortes.\n": "trois sortes.\nreviewed: [french]\n"}}
    page = Site(write_site(tmp_path, change=change)).render("fr", LESSON)
    assert not all_of(page, "gb-awaiting")


def test_question_is_complete_without_a_script(site, language):
    question = find(site.render(language, LESSON), "Q1-01")
    assert {"en": "Nora looks away.", "fr": "Nora détourne la tête."}[language] in words(question)
    options = all_of(question, "gb-question__options")[0]
    assert [input.get("value") for input in options.iter("input")] == ["wait", "hum", "ring", "turn"]
    answers = all_of(question, "gb-question__answer")
    assert [answer.get("data-verdict") for answer in answers] == ["best", "acceptable", "less-helpful", "unsafe"]
    assert all(words(all_of(answer, "gb-question__reason")[0]) for answer in answers)
    assert all_of(question, "gb-question__answers")[0].tag == "details"
    assert {"en": "Waiting is an answer.", "fr": "Attendre est une réponse."}[language] in words(question)
    assert "../guidelines/c4.md#C4-1" in hrefs(question)
    assert "#pauses" in hrefs(question)


def test_question_with_several_answers_says_how_many(site, language):
    question = find(site.render(language, LESSON), "Q1-02")
    options = all_of(question, "gb-question__options")[0]
    assert {input.get("type") for input in options.iter("input")} == {"checkbox"}
    assert question.get("data-version") == "2"
    assert (
        words(find(question, "Q1-02-choose")) == {"en": "Choose 2 answers.", "fr": "Choisissez 2 réponses."}[language]
    )


def test_matching_question_lists_both_sides_and_its_answers(site, language):
    question = find(site.render(language, LESSON), "Q1-03")
    (right,) = all_of(question, "gb-question__column")
    left = all_of(question, "gb-question__left")
    assert len(left) == len(right) == len(all_of(question, "gb-question__answer")) == 2
    assert all(len(list(select)) == 3 for select in question.iter("select"))


def test_progress_stands_once_before_the_first_question(site, language):
    page = site.render(language, LESSON)
    (progress,) = all_of(page, "gb-progress")
    tags = [element.tag for element in page]
    assert tags.index("learning-progress") < tags.index("learning-question")
    assert "{done}" in all_of(progress, "gb-progress__count")[0].get("data-words")


def test_every_box_of_a_case_is_there(site, language):
    page = site.render(language, CASE)
    assert all_of(page, "gb-callout--care")
    assert all_of(page, "gb-case")
    assert all_of(page, "gb-callout--try")
    assert "../help.md" in hrefs(all_of(page, "gb-callout--care")[0])


def test_reference_list_says_which_statements_cite_a_work(site, language):
    entry = find(site.render(language, "references.md"), "roe1990")
    assert words(entry).startswith("Roe, A. (1990). Waiting for a child.")
    assert hrefs(entry)[-1] == "guidelines/c4.md#C4-1"
    assert entry.get("lang") == {"en": None, "fr": "en"}[language]


def test_list_of_reviews_names_the_pages_that_wait(site, language):
    reviews = all_of(site.render(language, "about.md"), "gb-reviews")[0]
    assert hrefs(reviews) == ["guidelines/c4.md"]


def test_day_of_the_check_is_written_as_its_language_writes_it(site, language):
    date = {"en": "November 1, 2026", "fr": "1er\u00a0novembre\u00a02026"}[language]
    assert date.replace("\u00a0", " ") in words(site.render(language, "help.md")).replace("\u00a0", " ")


def test_heading_of_a_page_stays_as_its_author_typed_it(site, language):
    page = site.render(language, C4)
    assert find(page, "first-words").tag == "h2"
    assert [element.tag for element in page][:1] == ["h1"]


def test_lesson_and_case_can_be_presented_and_a_guideline_cannot(site, language):
    for uri, number in ((LESSON, 1), (CASE, 1), (C4, 0)):
        links = all_of(site.render(language, uri), "gb-present__link")
        assert [link.get("href") for link in links] == ["?present"] * number
    (element,) = site.render(language, LESSON).iter("learning-present")
    assert (element.get("data-language"), element.get("data-other")) == (language, "fr" if language == "en" else "en")
