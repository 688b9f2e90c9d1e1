"""Every word is spelled as its language spells it."""

from __future__ import annotations

import pytest

from guidebook.load import load_library
from tests.language.spelling import ROOT, Speller, check_spelling
from tests.unit.tiny_site import write_site

LANGUAGES = ("en", "fr")


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


def test_every_word_of_the_project_is_in_a_dictionary_or_in_its_own_list(language):
    library, _ = load_library(ROOT)
    assert [str(problem) for problem in check_spelling(library, language)] == []


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("en", "A mother-baby program's behaviour isn't a licence: Noé's C4.3, IECMH.", "behavior neigbour"),
        ("fr", "L’attachement d'une sous-estimation, aujourd'hui, qu'elle, C4.3, SMNJE.", "l'atachement sousestimer"),
    ],
)
def test_words_of_each_language(language, right, wrong):
    speller = Speller(language, ["Noé"])
    assert speller.mistakes(right) == []
    assert speller.mistakes(wrong) == wrong.split()


def test_a_mistake_is_told_with_its_place_and_what_may_be_meant(tmp_path, language):
    page = f"docs/{language}/help.md"
    root = write_site(tmp_path)
    text = (root / page).read_text("utf-8")
    (root / page).write_text(f"{text}\n\nDes bébbés. One babby.\n", "utf-8")
    (root / "data" / f"words.{language}.txt").write_text("# Ours\nZorglub\n", "utf-8")
    library, _ = load_library(root)
    told = [str(problem) for problem in check_spelling(library, language, root)]
    line = len(text.splitlines()) + 3
    assert MISTAKES[language].format(line=line) in told
    assert UNUSED.format(language=language) in told


MISTAKES = {
    "en": """docs/en/help.md:{line}: "babby" is not in the dictionary.
  Found: Des bébbés. One babby.
  Fix: write baby, or if it is right, add a line to data/words.en.txt:  babby
  Help: hooks/README.md""",
    "fr": """docs/fr/help.md:{line}: "bébbés" is not in the dictionary.
  Found: Des bébbés. One babby.
  Fix: write bébé, or if it is right, add a line to data/words.fr.txt:  bébbés
  Help: hooks/README.md""",
}
UNUSED = """data/words.{language}.txt:2: no text uses the word "Zorglub".
  Found: Zorglub
  Fix: remove the line.
  Help: hooks/README.md"""
