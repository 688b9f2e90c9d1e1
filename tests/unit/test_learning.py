"""What gives nothing away, what is the same answer, and a lock that a person without programming keeps up to date."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.tiny_site import write_site

from guidebook import lock
from guidebook.check import load_and_check
from guidebook.learning.arrange import shown_sides, shown_steps
from guidebook.learning.model import Option, Pair, Question, Type, Verdict
from guidebook.learning.spelling import plain

LOCK = "data/learning.lock.json"
LESSON = "docs/en/modules/1-1.md"


def question(type_: Type, options=(), pairs=()) -> Question:
    return Question("Q1-01", "T", type_, "S", tuple(options), tuple(pairs), "", (), (), 1, 1, "", "x.md", 1)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=3, max_size=8, unique=True))
def test_steps_are_shown_once_each_and_never_in_the_right_order(keys):
    asked = question(Type.ORDER, [Option(key, Verdict.BEST, key, "why", 1) for key in keys])
    shown = [option.key for option in shown_steps(asked)]
    assert sorted(shown) == sorted(keys)
    assert shown != keys


@given(st.lists(st.sampled_from("abcde"), min_size=2, max_size=6))
def test_sides_are_shown_once_each_and_not_in_the_order_to_find(sides):
    asked = question(Type.MATCH, pairs=[Pair(str(i), str(i), side, "why", 1) for i, side in enumerate(sides)])
    shown = [pair.right for pair in shown_sides(asked)]
    assert sorted(shown) == sorted(set(sides))
    assert len(shown) == 1 or shown != list(dict.fromkeys(sides))


@given(st.text())
def test_what_does_not_matter_once_does_not_matter_twice(text):
    assert plain(plain(text)) == plain(text)
    assert plain(f" «\u00a0{text}\u202f» !") == plain(text)


@pytest.mark.parametrize("typed", ["Éveil à l’autre", "EVEIL A L'AUTRE", "  éveil\u00a0à l'autre. "])
def test_accents_apostrophes_spaces_and_capitals_make_the_same_answer(typed):
    assert plain(typed) == "eveil a l'autre"


def test_lock_is_written_once_and_then_knows_every_question(tmp_path):
    root = write_site(tmp_path)
    assert lock.update(root) == ([], "")
    assert load_and_check(root)[1] == []
    assert set(json.loads((root / LOCK).read_text("utf-8"))) == {
        *(f"Q1-0{number}" for number in (1, 2, 3)),
        *(f"Q1-1{number}" for number in range(1, 6)),
        "1-K",
    }


def test_lock_refuses_a_changed_meaning_until_the_version_is_raised(tmp_path):
    root = write_site(tmp_path)
    lock.update(root)
    before = (root / LOCK).read_text("utf-8")
    for language, words in (("en", "Hum"), ("fr", "Fredonner")):
        path = root / f"docs/{language}/modules/1-1.md"
        path.write_text(path.read_text("utf-8").replace(f"- [~] {words}", f"- [!] {words}"), "utf-8")
    assert 'the meaning of "Q1-01" changed' in lock.update(root)[1]
    assert (root / LOCK).read_text("utf-8") == before
    path = root / LESSON
    path.write_text(path.read_text("utf-8").replace("type: choice", "type: choice\n    version: 2"), "utf-8")
    assert lock.update(root)[1] == ""
    assert load_and_check(root)[1] == []


def test_words_that_changed_in_english_alone_are_named_and_stop_nothing(tmp_path):
    root = write_site(tmp_path)
    lock.update(root)
    path = root / LESSON
    path.write_text(path.read_text("utf-8").replace("That is more noise.", "That is a lot more noise."), "utf-8")
    assert load_and_check(root)[1] == []
    assert lock.update(root)[0] == [f"{LESSON}:13: Q1-01 has new words; translation to check: fr"]


def test_withdrawn_question_stays_in_the_lock(tmp_path):
    root = write_site(tmp_path)
    lock.update(root)
    path = root / LESSON
    path.write_text(path.read_text("utf-8").replace("type: match", "type: match\n    status: withdrawn"), "utf-8")
    lock.update(root)
    assert json.loads((root / LOCK).read_text("utf-8"))["Q1-03"]["withdrawn"] is True
