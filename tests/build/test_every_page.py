"""Rules that hold for every page of a site: of the tiny one, and of the project's own where it is built."""

from __future__ import annotations

import copy
import re
from collections import Counter
from urllib.parse import urlsplit

from tests.build.project import ROOT
from tests.build.reading import LANGUAGES, words
from tests.unit.tiny_site import SITE

from guidebook.edition import load_edition, long_date
from guidebook.strings import translator

UNMARKED = ("reflection", "rating")
"""Kinds of question without a right answer."""
PRINTED_SYNTAX = re.compile(r"[\ue000\ue001]|\[\[C\d|\[@\w|^/{3,}|\{#", re.MULTILINE)


def test_page_says_its_language(built_site):
    assert {uri: page.tree.get("lang") for uri, page in built_site.pages.items()} == {
        uri: page.language for uri, page in built_site.pages.items()
    }


def test_every_page_exists_in_both_languages(built_site):
    assert {page.twin for page in built_site.of("fr")} == {page.uri for page in built_site.of("en")}


def test_places_of_a_page_have_the_same_address_in_both_languages(built_site):
    for page in built_site.of("en"):
        assert places(page) == places(built_site.pages[page.twin]), page.uri


def places(page) -> set[str]:
    """The ids of a page without its title's, which is made of its words: nobody links to the top by name."""
    return set(page.ids) - set(page.tree.xpath("//h1/@id"))


def test_no_id_stands_twice_on_a_page(built_site):
    for page in built_site.pages.values():
        assert [id for id, count in Counter(page.ids).items() if count > 1] == [], page.uri


def test_page_links_once_in_its_header_to_itself_in_the_other_language(built_site):
    for page in built_site.pages.values():
        (link,) = page.tree.xpath("//header//a[contains(@class, 'gb-language-link')]")
        other = next(code for code in LANGUAGES if code != page.language)
        assert (link.get("lang"), link.get("hreflang")) == (other, other), page.uri
        assert words(link) == translator(page.language)("language.other")
        assert built_site.target(page, link.get("href")) == (page.twin, ""), page.uri


def test_alternates_are_absolute_and_name_each_other(built_site):
    for page in built_site.pages.values():
        twin = built_site.pages[page.twin]
        urls = {page.language: page.url, twin.language: twin.url}
        assert page.alternates == {**urls, "x-default": urls["en"]}, page.uri


def test_address_of_a_page_is_where_it_stands(built_site):
    for page in built_site.pages.values():
        assert page.url == built_site.root_url + page.uri.removesuffix("index.html")


def test_titles_and_descriptions_are_there_and_are_unique(built_site, language):
    for name in ("title", "description"):
        counted = Counter(getattr(page, name) for page in built_site.of(language))
        assert {words: count for words, count in counted.items() if count > 1 or not words} == {}, name


def test_page_loads_nothing_from_another_host(built_site):
    for page in built_site.pages.values():
        outside = [address for address in page.loaded() if built_site.target(page, address) is None]
        assert [address for address in outside if not address.startswith("data:")] == [], page.uri


def test_style_sheets_load_nothing_from_another_host(built_site):
    for path in built_site.folder.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", path.read_text("utf-8")), path.name


def test_page_leads_to_help_and_says_when_it_was_checked(built_site, request):
    root = SITE if "tiny" in request.node.name else ROOT
    day = load_edition(root).help_checked
    for page in built_site.pages.values():
        t = translator(page.language)
        (link,) = page.all("gb-help-link")
        home = "" if page.language == "en" else "fr/"
        assert built_site.target(page, link.get("href"))[0] == f"{home}help/index.html"
        date = t("help.checked", date=long_date(day, page.language)).replace("\u00a0", " ")
        assert date in words(page.all("gb-help-box")[0]), page.uri


def test_scripts_of_questions_are_loaded_where_there_are_questions(built_site):
    for page in built_site.pages.values():
        asks = bool(page.tree.xpath("//learning-question | //learning-branching | //learning-clear"))
        assert any("components/question/question.js" in address for address in page.loaded()) == asks, page.uri


def test_question_can_be_read_without_a_script(built_site):
    for page in built_site.pages.values():
        for question in (q for q in page.all("gb-question") if q.get("data-type") not in UNMARKED):
            (answers,) = question.find_class("gb-question__answers")
            assert answers.tag == "details"
            reasons = answers.find_class("gb-question__reason")
            assert len(reasons) == len(answers.find_class("gb-question__answer")) >= 2
            assert all(words(reason) for reason in reasons)
            assert words(question.find_class("gb-question__stem")[0])


def test_no_syntax_is_printed(built_site):
    for page in built_site.pages.values():
        (article,) = copy.deepcopy(page.tree.xpath("//article"))  # the page is read by other tests too
        for code in article.xpath(".//code | .//pre"):
            code.text = ""
            del code[:]
        assert PRINTED_SYNTAX.findall(article.text_content()) == [], page.uri


def test_addresses_of_the_site_stay_in_its_folder(built_site):
    folder = urlsplit(built_site.root_url).path
    for page in built_site.pages.values():
        rooted = [href for href in page.loaded() + page.links() if href.startswith("/") and not href.startswith(folder)]
        assert rooted == [], page.uri
