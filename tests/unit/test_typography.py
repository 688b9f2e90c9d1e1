"""Typesetting of each language, put in at build time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.typography import set_type

SET = {
    "en": {
        "don't": "don’t",
        "Wait... and see": "Wait… and see",
        '"Wait," she says.': "“Wait,” she says.",
        "'Wait'": "‘Wait’",
        "the parents' room": "the parents’ room",
        '("so")': "(“so”)",
        "She said \"I heard 'wait' twice\".": "She said “I heard ‘wait’ twice”.",
        "5 % of $ 10: yes": "5 % of $ 10: yes",
    },
    "fr": {
        "l'enfant": "l’enfant",
        "aujourd'hui": "aujourd’hui",
        "« Oui »": "«\u00a0Oui\u00a0»",
        "À retenir : attendre": "À retenir\u00a0: attendre",
        "Vraiment? Oui! Enfin; bon": "Vraiment? Oui! Enfin; bon",
        "50 % de 10 $": "50\u00a0% de 10\u00a0$",
        "1 000 000 de bébés": "1\u00a0000\u00a0000 de bébés",
        "à 14 h 30": "à 14\u00a0h\u00a030",
        "15 min de pause, 1 minute...": "15\u00a0min de pause, 1 minute…",
        "en 2026 1 bébé": "en 2026 1 bébé",
        "https://exemple.ca/a:b": "https://exemple.ca/a:b",
    },
}
EXAMPLES = [(code, typed, shown) for code, pairs in SET.items() for typed, shown in pairs.items()]


@pytest.mark.parametrize(("language", "typed", "shown"), EXAMPLES)
def test_text_is_set_as_its_language_is_set(language, typed, shown):
    assert set_type(typed, language) == shown


@given(st.sampled_from(["en", "fr"]), st.text("a«»\"' :;%$h0159(—", max_size=40))
def test_text_that_is_set_stays_as_it_is(language, text):
    once = set_type(text, language)
    assert set_type(once, language) == once


@given(st.sampled_from(["en", "fr"]), st.text(max_size=60))
def test_words_do_not_change(language, text):
    letters = [character for character in text if character.isalnum()]
    assert [character for character in set_type(text, language) if character.isalnum()] == letters


def test_language_without_rules_has_its_apostrophes_set():
    assert set_type("l'un : l'autre", "xx") == "l’un : l’autre"
