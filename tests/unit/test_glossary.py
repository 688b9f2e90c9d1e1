"""Terms: found in any form and in no other word, marked once where nothing is in the way, in alphabetical order."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from tests.unit.rendering import Site, all_of, convert, find, words
from tests.unit.tiny_site import write_site

from guidebook.check import ROOT
from guidebook.glossary.find import TermFinder
from guidebook.glossary.model import Term, Wording, initial, sort_key
from guidebook.load import load_library
from guidebook.markdown import PageContext
from guidebook.pages import PageRenderer

LESSON, STATEMENTS = "modules/1-1.md", "guidelines/c4.md"
NAMES = {
    "en": ["attachment", "secure attachment", "IMH", "child-parent therapy", "competency", "Jordan's Principle", "cue"],
    "fr": [
        "attachement",
        "attachement sécurisant",
        "SMN",
        "signal",
        "facteur de risque",
        "principe de Jordan",
        "fondé",
    ],
}


def finder(language: str) -> TermFinder:
    terms = [Term(name, {language: Wording(name, "", (), (), "", True)}, 1) for name in NAMES[language]]
    return TermFinder(terms, language)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Attachment and attachments", ["attachment", "attachment"]),
        ("en", "a secure attachment, an attachment", ["secure attachment", "attachment"]),
        ("en", "reattachment, attachmentlike, attachment-based, pre-attachment", []),
        ("en", "IMH and imh", ["IMH"]),
        ("en", "child–parent therapies", ["child-parent therapy"]),  # noqa: RUF001
        ("en", "competencies", ["competency"]),
        ("en", "Jordan’s Principle, jordan’s principle", ["Jordan's Principle"]),  # noqa: RUF001
        ("en", "cues, rescue, cued", ["cue"]),
        ("fr", "l'attachement, l’attachement, d'attachements", ["attachement"] * 3),  # noqa: RUF001
        ("fr", "Attachements sécurisants", ["attachement sécurisant"]),
        ("fr", "un signal, des signaux, le signalement, elle signale", ["signal", "signal"]),
        ("fr", "facteurs\u00a0de risques", ["facteur de risque"]),
        ("fr", "fondée, fondés, fondées, fonder", ["fondé"] * 3),
        ("fr", "le principe de Jordan", ["principe de Jordan"]),
        ("fr", "smn, SMN", ["SMN"]),
    ],
)
def test_term_is_found_in_any_form_and_in_no_other_word(language, text, found):
    assert [term.key for _, _, term in finder(language).find(text)] == found


def test_terms_stand_in_the_order_of_the_alphabet_whatever_their_accents():
    terms = ["zèle", "écoute", "Œuvre", "orientation", "ecart", "évaluation", "odeur", "étude"]
    in_order = ["ecart", "écoute", "étude", "évaluation", "odeur", "Œuvre", "orientation", "zèle"]
    assert sorted(terms, key=sort_key) == in_order
    assert [initial(term) for term in ("échelle", "Œuvre", "attachment")] == ["E", "O", "A"]


def site_of(folder, **changes) -> Site:
    return Site(write_site(folder, **changes))


PAGE = """A secure base, then the patient watching of a *secure base*.

## Patient watching {#patient-watching}

[A slow look](x.md), `PW`, and then a slow look."""


def marked(text: str, language: str, site) -> ElementTree.Element:
    renderer = PageRenderer(site.library, language, LESSON, site.citations[language], site.edition)
    return convert(text, PageContext(language, mark_terms=renderer.mark_terms))


def marks(tree: ElementTree.Element) -> list[tuple[str, str]]:
    return [("".join(link.itertext()), link.get("href")) for link in all_of(tree, "gb-term")]


def test_first_use_of_each_term_is_a_link_to_its_definition(site):
    assert marks(marked(PAGE, "en", site)) == [
        ("secure base", "../glossary.md#term-secure-base"),
        ("patient watching", "../glossary.md#term-watching"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Secure base {#a}",
        "[a secure base](x.md)",
        "`secure base`",
        "| secure base |\n| --- |\n| x |",
    ],
)
def test_no_mark_stands_in_a_heading_a_link_code_or_the_head_of_a_table(site, text):
    assert marks(marked(f"{text}\n", "en", site)) == []


@pytest.mark.parametrize(
    ("language", "text"), [("en", "A secure base: it helps."), ("fr", "L'écoute patiente : elle aide.")]
)
def test_a_mark_changes_no_word_and_no_sign_of_its_page(site, language, text):
    tree = marked(text, language, site)
    assert len(marks(tree)) == 1
    tree.remove(next(tree.iter("glossary-terms")))
    assert words(tree) == words(convert(text, PageContext(language)))


@pytest.mark.parametrize("where", ["Nora looks", "Wait {#wait}", "It may help", "What does she say", "Waiting is an"])
def test_no_mark_stands_in_a_question(tmp_path, where):
    site = site_of(tmp_path, change={"docs/en/" + LESSON: {where: f"A secure base. {where}"}})
    assert marks(site.render("en", LESSON)) == []


@pytest.mark.parametrize("uri", ["glossary.md", "index.md", "help.md"])
def test_no_mark_stands_in_the_glossary_on_the_home_page_or_beside_the_help_lines(tmp_path, language, uri):
    folder = write_site(tmp_path)
    path = folder / "docs" / language / uri
    said = {"en": "A secure base.", "fr": "Une base sûre."}[language]
    path.write_text(f"{path.read_text('utf-8')}\n\n{said}\n", "utf-8")
    assert marks(Site(folder).render(language, uri)) == []


def test_definitions_of_a_page_are_those_of_its_marks(site, language):
    text = {"en": "A secure base.", "fr": "Une base sûre."}[language]
    tree = marked(text, language, site)
    (carrier,) = tree.iter("glossary-terms")
    assert carrier.get("data-pdf") == "omit"
    assert "data-search-exclude" in carrier.attrib
    (entry,) = (element for element in carrier.iter() if element.get("data-term"))
    shown = {
        "en": "secure base What lets a child go out and explore. In French: base sûre",
        "fr": "base sûre Ce qui permet à l’enfant de partir explorer. En anglais\u00a0: secure base",
    }
    assert " ".join(" ".join("".join(part.itertext()).split(" ")) for part in entry) == shown[language]


def test_page_of_the_glossary_defines_every_term_and_gives_its_equivalent(site, language):
    page = site.render(language, "glossary.md")
    names = {"en": ["patient watching (PW)", "secure base"], "fr": ["base sûre", "écoute patiente"]}[language]
    assert [words(element) for element in page.iter("h3")] == names
    entry = next(element for element in all_of(page, "gb-glossary__term") if find_id(element, "term-watching"))
    equivalent = next(element for element in entry.iter("span") if element.get("lang"))
    assert words(equivalent) == {"en": "écoute patiente", "fr": "patient watching (PW), slow look"}[language]
    assert find(page, "term-secure-base").tag == "h3"
    letters = [(words(link), link.get("href")) for link in next(page.iter("nav")).iter("a")]
    assert (
        letters
        == {
            "en": [("P", "#term-watching"), ("S", "#term-secure-base")],
            "fr": [("B", "#term-secure-base"), ("E", "#term-watching")],
        }[language]
    )


def find_id(element: ElementTree.Element, id: str) -> bool:
    return any(part.get("id") == id for part in element.iter())


def test_page_of_the_glossary_names_the_statements_whose_sentence_uses_a_term(tmp_path):
    change = {"docs/en/" + STATEMENTS: {"Asks what the family has seen.": "Offers a secure base."}}
    page = site_of(tmp_path, change=change).render("en", "glossary.md")
    assert [link.get("href") for link in page.iter("a") if "C4-" in link.get("href", "")] == ["guidelines/c4.md#C4-2"]


def test_term_that_is_too_ordinary_is_defined_and_not_marked(tmp_path):
    change = {"data/glossary.yml": {"  note: ": "  unmarked: [en]\n  note: "}}
    site = site_of(tmp_path, change=change)
    assert marks(marked("A secure base.", "en", site)) == []
    assert len(marks(marked("Une base sûre.", "fr", site))) == 1


def test_note_for_translators_is_never_shown(site, language):
    assert "Never shown" not in words(site.render(language, "glossary.md"))


def test_glossary_of_the_project_has_every_term_in_both_languages():
    library, _ = load_library(ROOT)
    assert len(library.terms) >= 120
    for term in library.terms:
        assert all(wording.definition.endswith(".") for wording in term.wordings.values()), term.key
