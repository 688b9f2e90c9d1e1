"""Show of hands: two rounds, by keys, by buttons and from the notes; on this machine only; as a table."""

from __future__ import annotations

import csv
import io
import json

from playwright.sync_api import expect
from tests.browser.room.steps import LESSON, QUESTION, Room

SEPARATOR = {"en": ",", "fr": ";"}
KEY = "first-relationships.room"


def counts(room: Room) -> list[int]:
    return [int(text) for text in room.page.locator(".gb-stage output").all_inner_texts()]


def test_counts_start_empty_and_follow_keys_and_buttons(room: Room):
    room.present(item=QUESTION)
    assert counts(room) == [0, 0, 0, 0]
    room.press("1", "4", "4", "4", "Numpad4", "Shift+Digit4", "9")
    assert counts(room) == [1, 0, 0, 3]
    room.page.get_by_role("button", name=room.words("one-more", letter="B")).click()
    room.page.get_by_role("button", name=room.words("one-fewer", letter="A")).click()
    room.page.get_by_role("button", name=room.words("one-fewer", letter="A")).click()
    assert counts(room) == [0, 1, 0, 3]


def test_two_rounds_stand_beside_each_other_before_the_answer(room: Room):
    room.present(item=QUESTION)
    room.press("1", "1", "1", "4", "n")
    assert room.words("talk.ask") in room.body
    room.press("ArrowRight")
    assert room.words("round.2") in room.body
    assert counts(room) == [0, 0, 0, 0]
    room.press("1", "4", "4", "4", "ArrowRight")
    rows = room.page.locator(".gb-stage__option")
    assert [row.split() for row in rows.locator(".gb-stage__bars").all_inner_texts()] == [
        [*room.words("round.short.1").split(), first, *room.words("round.short.2").split(), second]
        for first, second in (("3", "1"), ("0", "0"), ("0", "0"), ("1", "3"))
    ]
    lengths = room.page.evaluate(
        "[...document.querySelectorAll('.gb-stage__bar-length')]"
        ".map((bar) => Math.round(bar.getBoundingClientRect().width))"
    )
    assert lengths[0] == lengths[7] == max(lengths)
    assert abs(lengths[1] * 3 - lengths[0]) <= 6
    assert room.page.locator(".gb-stage [data-verdict]").count() == 0
    room.press("ArrowRight")
    expect(room.page.locator(".gb-stage [data-verdict=best] .gb-stage__bars")).to_have_count(1)


def test_without_a_count_the_next_press_shows_the_answer(room: Room):
    room.present(item=QUESTION)
    room.press("ArrowRight")
    expect(room.page.locator(".gb-stage [data-verdict=best]")).to_have_count(1)


def test_notes_count_lead_and_follow(room: Room):
    room.present(item=QUESTION)
    notes = room.open_notes()
    line = notes.locator("[data-part=hands] > p[data-key=pause]")
    line.get_by_role("button", name=room.words("one-more", letter="D")).dblclick()
    expect(room.page.locator(".gb-stage [data-key=pause] output")).to_have_text("2")
    expect(line).to_contain_text(f"{room.words('round.short.1')} 2")
    room.press("4")
    expect(line).to_contain_text(f"{room.words('round.short.1')} 3")
    notes.get_by_role("button", name=room.words("talk")).click()
    expect(room.page.locator(".gb-stage__body")).to_contain_text(room.words("talk.ask"))
    notes.get_by_role("button", name=room.words("reveal")).click()
    expect(room.page.locator(".gb-stage [data-verdict=best]")).to_be_visible()
    expect(notes.locator("[data-part=step]")).to_have_text(room.words("step.reveal"))


def saved_table(room: Room) -> list[list[str]]:
    room.press("?")
    with room.page.expect_download() as saved:
        room.page.get_by_role("button", name=room.words("do.export")).click()
    assert saved.value.suggested_filename == room.words("csv.file")
    text = saved.value.path().read_bytes().decode("utf-8")
    assert text.startswith("\ufeff"), "without it a spreadsheet takes accents for something else"
    return list(csv.reader(io.StringIO(text[1:]), delimiter=SEPARATOR[room.language]))


def test_counts_are_saved_as_a_table(room: Room):
    room.present(item=QUESTION)
    room.press("1", "4", "4", "n", "ArrowRight", "4", "4", "4")
    head, *lines = saved_table(room)
    assert head == [
        room.words(f"csv.{name}") for name in ("page", "question", "title", "letter", "option", "one", "two")
    ]
    assert [(line[0], line[1], line[3], line[5], line[6]) for line in lines] == [
        (LESSON, QUESTION, letter, *numbers)
        for letter, numbers in zip("ABCD", (("1", "0"), ("0", "0"), ("0", "0"), ("2", "3")), strict=True)
    ]
    assert all(line[2] == room.title and line[4] for line in lines)


def test_no_cell_of_the_table_is_a_formula(room: Room):
    """Words begin as a formula does, in what the tab kept; a quotation mark, a separator and a new line are words."""
    room.present(item=QUESTION)
    room.press("1")
    hostile = ['=HYPERLINK("x")', "+1+1", "-2", "@SUM(A1)", "\t=1", "  =1", 'a "b", c; d\ne']
    room.page.evaluate(
        """([key, words]) => {
          const kept = JSON.parse(sessionStorage.getItem(key));
          kept.tallies = Object.fromEntries(words.map((word, n) => [`Q9-${n}`, {
            page: word, title: word, options: [["a", "A", word]], rounds: {1: {a: 2}}}]));
          sessionStorage.setItem(key, JSON.stringify(kept));
        }""",
        [KEY, hostile],
    )
    room.page.reload()
    room.settle()
    _, *lines = saved_table(room)
    assert len(lines) == len(hostile)
    for line, words in zip(lines, hostile, strict=True):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in line)
        assert line[5] == "2"
        assert words.split("\n")[0].strip() in line[4]


def test_counts_stay_in_the_tab_and_can_be_cleared(room: Room):
    room.present(item=QUESTION)
    room.press("2", "2")
    assert room.page.evaluate("Object.values(localStorage).join().includes('tallies')") is False
    kept = json.loads(room.page.evaluate(f"sessionStorage.getItem('{KEY}')"))
    assert kept["tallies"][QUESTION]["rounds"] == {"1": {"end-play": 2}}
    other = room.page.context.new_page()
    other.goto(room.page.url)
    other.wait_for_selector(".gb-stage output")
    assert other.locator(".gb-stage output").all_inner_texts() == ["0", "0", "0", "0"]
    room.press("?")
    room.page.get_by_role("button", name=room.words("do.forget")).click()
    assert counts(room) == [0, 0, 0, 0]
    expect(room.page.get_by_role("alert").filter(has_text=room.words("forgotten"))).to_be_visible()


def test_what_a_spoilt_tab_kept_does_no_harm(room: Room):
    for spoilt in (
        "nonsense",
        "[]",
        '{"v":1,"tallies":{"Q1-01":7,"Q1-02":{"rounds":3}},"at":4,"timer":"x"}',
        '{"v":9}',
    ):
        room.page.goto(room.url("help/"))
        room.page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [KEY, spoilt])
        room.present(item=QUESTION)
        assert counts(room) == [0, 0, 0, 0]
        room.press("3")
        assert counts(room) == [0, 0, 1, 0]
