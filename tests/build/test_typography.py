"""What a reader reads is set as his language sets it, on every page, its menu and its title included."""

from __future__ import annotations

import lxml.html
import pytest
from tests.build.reading import BuiltPage
from tests.build.typography import RULES, mistakes_in, mistakes_of

WRONG = {
    ("en", "Don't"): "a straight quotation mark: Don't",
    ("en", "Wait..."): "three points for an ellipsis: Wait...",
    ("en", "Wait - then ask"): "a hyphen for a dash: Wait - then ask",
    ("en", "Wait , then"): "a space before a comma or a full stop: Wait , then",
    ("en", "Wait ( then ask)"): "a space inside a parenthesis: Wait ( then ask)",
    ("en", "Wait\u00a0 then"): "two spaces of which one does not break: Wait\u00a0 then",
    ("en", "«Wait»"): "a French quotation mark: «Wait»",
    ("en", "Wait : then"): "a space before a sign: Wait : then",
    ("en", "“ Wait”"): "a quotation mark that looks the wrong way: “ Wait”",
    ("en", "1,000 000 babies"): "a comma and a space in a number: 1,000 000 babies",
    ("fr", "À retenir : attendre"): "no no-break space before a colon: À retenir : attendre",
    ("fr", "À retenir: attendre"): "no no-break space before a colon: À retenir: attendre",
    ("fr", "Vraiment\u00a0?"): "a space before ; ! or ?: Vraiment\u00a0?",
    ("fr", "« Oui\u00a0»"): "no no-break space inside guillemets: « Oui\u00a0»",
    ("fr", "«\u00a0Oui»"): "no no-break space inside guillemets: «\u00a0Oui»",
    ("fr", "Il dit “oui”"): "English quotation marks outside guillemets: Il dit “oui”",
    ("fr", "50 % des bébés"): "no no-break space before a unit: 50 % des bébés",
    ("fr", "50% des bébés"): "no no-break space before a unit: 50% des bébés",
    ("fr", "à 14 h"): "no no-break space before a unit: à 14 h",
    ("fr", "1 000 bébés"): "a number that could break: 1 000 bébés",
    ("fr", "1,000 bébés"): "a number as in English: 1,000 bébés",
    ("fr", "$20 par jour"): "a number as in English: $20 par jour",
    ("fr", "à 14:30"): "an hour as in English: à 14:30",
    ("fr", "le 5 Janvier"): "a date as in English: le 5 Janvier",
    ("fr", "le 1 janvier"): "a date as in English: le 1 janvier",
    ("fr", "les praticien·nes"): "a point inside a word: les praticien·nes",
    ("fr", "Ecouter"): "a capital without its accent: Ecouter",
    ("fr", "une soeur"): "letters without their ligature: une soeur",
    ("fr", "A votre avis"): "À without its accent: A votre avis",
}
"""(language, words) -> what is told of them."""
RIGHT = {
    "en": "“Don’t wait,” she says: “the parents’ room (412\u00a0kB) is 5% free; 1,000 came…” Why? C4.1 – yes!",
    "fr": "«\u00a0Attendez, dit-elle, “vite” veut dire demain\u00a0»\u00a0: à 14\u00a0h\u00a030, 24\u00a0350,5\u00a0$; "
    "l’œil! Pourquoi? Le 1er mai 2027, 50\u00a0% (2014-2015), C4.1, À venir…",
}


def test_every_page_is_set_as_its_language_is_set(built_site):
    assert [told for page in built_site.pages.values() for told in mistakes_in(page)] == []


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_mistake_is_told_once(language, text):
    found = [told for told in mistakes_of(text, language) if not told.startswith("English quot") or "“" in text]
    assert WRONG[language, text] in found
    assert len(found) == 1


@pytest.mark.parametrize("language", RIGHT)
def test_text_that_is_right_is_left_alone(language):
    assert mistakes_of(RIGHT[language], language) == ()


def test_every_rule_was_seen_to_fail():
    told = {(language, words.split(": ")[0]) for (language, _), words in WRONG.items()}
    assert {(language, what) for language, rules in RULES.items() for what, _ in rules} - told <= {
        ("fr", what) for what, _ in RULES["en"]
    }


def test_blocks_links_and_other_languages_are_read_as_they_are_shown():
    html = """<html lang="fr"><head><title>Un : deux</title></head>
    <body><p>Voir <a href="/">la page</a>: <em>oui</em> ?</p>
    <p>Un <span lang="en">word : here</span>, <code>a : b</code> https://a.ca/b:c</p>
    <img alt="L'enfant"></body></html>"""
    page = BuiltPage("fr/index.html", lxml.html.document_fromstring(html))
    assert mistakes_in(page) == [
        "fr/index.html: no no-break space before a colon: Un : deux",
        "fr/index.html: no no-break space before a colon: Voir la page: oui ?",
        "fr/index.html: a space before ; ! or ?: Voir la page: oui ?",
        "fr/index.html: a space before a sign: word : here",
        "fr/index.html: a straight quotation mark: L'enfant",
    ]
