"""The directory of programs, from its data file to the page: what is known is shown, what is not is said in words."""

from __future__ import annotations

from tests.unit.rendering import Site, all_of, find, words
from tests.unit.tiny_site import write_site

PAGE = "programs.md"


def cards(site, language):
    return all_of(site.render(language, PAGE), "gb-program")


def facts(card) -> dict[str, str]:
    (listed,) = all_of(card, "gb-program__facts")
    return {words(row.find("dt")): words(row.find("dd")) for row in listed}


def test_card_says_when_it_was_described_and_by_whom(site, language):
    card = cards(site, language)[0]
    (label,) = all_of(card, "gb-program__label")
    assert (
        words(label)
        == {
            "en": "As described in Connecticut in 2015 (Roe, 1990)",
            "fr": "Tel que décrit au Connecticut en 2015 (Roe, 1990)",
        }[language]
    )


def test_card_shows_its_facts_in_words(site, language):
    assert (
        facts(cards(site, language)[0])
        == {
            "en": {
                "For whom": "Babies",
                "Where, in 2015": "One town",
                "Level": "Promotion; Clinical",
                "Age of the child": "Birth to 2",
                "Format": "Home visits",
                "Country": "United States",
                "Evidence read here": "Studies that compare groups Twelve families (Poe et al., 2001).",
                "Related statements": "C4.1 Watching first",
            },
            "fr": {
                "Pour qui": "Bébés",
                "Où, en 2015": "Une ville",
                "Niveau": "Promotion; Clinique",
                "Âge de l’enfant": "Naissance à 2 ans",
                "Forme": "Visites à domicile",
                "Pays": "États-Unis",
                "Données probantes lues ici": "Études qui comparent des groupes Douze familles (Poe et al., 2001).",
                "Énoncés liés": "C4.1 Observer d’abord",
            },
        }[language]
    )


def test_what_the_source_does_not_say_is_said_and_never_left_empty(site, language):
    shown = list(facts(cards(site, language)[1]).values())
    unclear = {"en": "Not clear in the source", "fr": "Pas clair dans la source"}[language]
    nothing_read = {"en": "Not reviewed here", "fr": "Non examinées ici"}[language]
    assert shown.count(unclear) == 3
    assert nothing_read in shown
    assert all(shown)


def test_name_of_its_owners_is_english_in_every_language(site, language):
    page = site.render(language, PAGE)
    assert find(page, "first-steps").get("lang") == {"en": None, "fr": "en"}[language]
    assert find(page, "court-of-hearts").get("lang") is None


def test_program_of_the_literature_is_not_said_to_be_from_connecticut(tmp_path, language):
    out = {'    reach: "One town"\n': "", '    reach: "Une ville"\n': "", '    reach: "Elsewhere"\n': ""}
    data = {
        **out,
        '    reach: "Ailleurs"\n': "",
        "section: families\n  name": "section: literature\n  name",
        "section: families\n  described": "section: literature\n  described",
    }
    change = {"data/programs.yml": data, "docs/en/programs.md": {"section: families": "section: literature"}}
    card = cards(Site(write_site(tmp_path, change=change)), language)[0]
    assert "Connecticut" not in words(card)
    assert {"en": "Studied with", "fr": "Étudié auprès de"}[language] in facts(card)


def test_filter_offers_only_what_some_program_answers(site, language):
    selects = {select.get("name"): select for select in site.render(language, PAGE).iter("select")}
    assert {name: [option.get("value") for option in select.iter("option")] for name, select in selects.items()} == {
        "level": ["", "promotion", "prevention", "clinical"],
        "age": ["", "birth-2", "unclear"],
        "format": ["", "home", "system"],
        "evidence": ["", "comparison", "not-reviewed"],
    }


def test_filter_and_cards_speak_of_the_same_facts(site, language):
    page = site.render(language, PAGE)
    for select in page.iter("select"):
        values = {option.get("value") for option in select.iter("option")} - {""}
        assert values == {
            value for card in cards(site, language) for value in card.get(f"data-{select.get('name')}").split()
        }
