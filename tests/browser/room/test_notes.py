"""The second window: what it believes, what happens when it cannot open, the timer."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.axe import violations
from tests.browser.room.steps import LESSON, QUESTION, Room

KEY = "first-relationships.room"
HOSTILE = "<img src=x onerror=document.title='taken'>"
CHANNEL = """([session, words]) => new BroadcastChannel(`first-relationships.room.${session}`).postMessage(words)"""


def session_of(room: Room) -> str:
    return json.loads(room.page.evaluate(f"sessionStorage.getItem('{KEY}')"))["session"]


def test_blocked_window_is_explained_with_a_link_and_the_printed_guide(room: Room):
    room.page.add_init_script("window.open = () => null")
    room.present(item=QUESTION)
    room.press("s")
    dialog = room.page.get_by_role("dialog", name=room.words("blocked"))
    expect(dialog).to_be_visible()
    expect(dialog.get_by_text(room.words("blocked.why"))).to_be_visible()
    guide = dialog.get_by_role("link", name=room.words("blocked.guide"))
    assert guide.get_attribute("href") == room.url("modules/competencies/trainer/")
    assert room.page.request.get(guide.get_attribute("href")).ok
    with room.page.context.expect_page() as opened:
        dialog.get_by_role("link", name=room.words("blocked.open")).click()
    expect(opened.value.locator("[data-part=title]")).to_have_text(room.title)


def test_notes_without_a_session_say_how_to_open_them(room: Room):
    room.page.goto(room.url("present/"))
    expect(room.page.locator("#gb-notes")).to_be_hidden()
    expect(room.page.locator(".gb-notes__about h1")).to_be_visible()
    assert violations(room.page) == {}
    room.page.goto(room.url("present/?session=0123456789abcdef"))
    expect(room.page.locator("[data-part=trouble]")).to_have_text(room.words("notes.waiting"))
    room.page.goto(room.url(f"present/?session={HOSTILE}"))
    expect(room.page.locator("#gb-notes")).to_be_hidden()


def test_notes_say_that_the_projector_left_and_come_back_with_it(room: Room):
    room.page.goto(room.url(LESSON))
    room.page.get_by_role("link", name=room.words("start")).click()
    room.settle()
    notes = room.open_notes()
    room.press("Escape")
    expect(notes.locator("[data-part=trouble]")).to_have_text(room.words("notes.gone"))
    room.page.get_by_role("link", name=room.words("start")).click()
    expect(notes.locator("[data-part=trouble]")).to_have_text("")


SPOILT = (
    None,
    "next",
    {"type": "act", "action": "next"},
    {"v": 1, "type": "act", "action": "next"},
    {"v": 2, "session": "SESSION", "type": "act", "action": "next"},
    {"v": 1, "session": "0123456789abcdef", "type": "act", "action": "next"},
    {"v": 1, "session": "SESSION", "type": "act", "action": "leave"},
    {"v": 1, "session": "SESSION", "type": "act", "action": "constructor"},
    {"v": 1, "session": "SESSION", "type": "constructor"},
    {"v": 1, "session": "SESSION", "type": "act", "action": "add", "item": QUESTION, "key": "pause", "by": 500},
    {"v": 1, "session": "SESSION", "type": "act", "action": "add", "item": "Q1-02", "key": "pause", "by": 1},
    {"v": 1, "session": "SESSION", "type": "act", "action": "add", "item": QUESTION, "key": HOSTILE, "by": 1},
    {"v": 1, "session": "SESSION", "type": "act", "action": "jump", "page": "../../evil/", "item": "x"},
    {"v": 1, "session": "SESSION", "type": "act", "action": "jump", "page": "https://example.org/", "item": "x"},
    {
        "v": 1,
        "session": "SESSION",
        "type": "act",
        "action": "jump",
        "page": "guidelines/competencies/c1/",
        "item": "C1-1",
    },
)
"""What another page of the host, or an older version of this one, might send."""


def test_projector_ignores_messages_of_another_shape(room: Room):
    room.present(item=QUESTION)
    session, before = session_of(room), room.state
    sender = speaker(room)
    for words in SPOILT:
        text = json.dumps(words).replace("SESSION", session)
        sender.evaluate(CHANNEL, [session, json.loads(text)])
    sender.wait_for_timeout(300)
    assert room.state == before
    sender.evaluate(CHANNEL, [session, {"v": 1, "session": session, "type": "act", "action": "reveal"}])
    expect(room.page.locator(".gb-stage [data-verdict=best]")).to_be_visible()  # a right one is heard


def speaker(room: Room) -> Page:
    """Another page of the same host."""
    page = room.page.context.new_page()
    page.goto(room.url("help/"))
    return page


def test_notes_ignore_messages_of_another_shape(room: Room):
    room.present(item=QUESTION)
    notes = room.open_notes()
    session, before = session_of(room), notes.locator("#gb-notes").inner_text()
    state = {
        **{"v": 1, "session": session, "type": "state", "page": LESSON, "item": "start", "step": "ask"},
        **{"part": 0, "parts": 1, "round": 0, "tally": {"1": {}, "2": {}}, "started": 1},
        "timer": {"total": 0, "left": 0, "ends": None},
    }
    sender = speaker(room)
    for change in (
        {"page": "https://example.org/"},
        {"page": "../x/"},
        {"item": HOSTILE},
        {"step": 4},
        {"tally": {"1": {"a": HOSTILE}, "2": {}}},
        {"tally": []},
        {"timer": {"total": HOSTILE, "left": 0, "ends": None}},
        {"parts": -1},
        {"session": "0123456789abcdef"},
        {"v": 0},
    ):
        sender.evaluate(CHANNEL, [session, state | change])
    sender.wait_for_timeout(300)
    assert without_clock(notes.locator("#gb-notes").inner_text()) == without_clock(before)
    assert notes.locator("img[src=x]").count() == 0
    sender.evaluate(CHANNEL, [session, state])
    expect(notes.locator("[data-part=title]")).not_to_have_text(room.title)  # a right one is heard


def without_clock(text: str) -> list[str]:
    return [line for line in text.splitlines() if ":" not in line[:5]]


@pytest.fixture
def timed(room: Room) -> Room:
    room.page.clock.install()
    room.present(item=QUESTION)
    return room


def test_timer_starts_when_asked_pauses_and_moves_nothing_on(timed: Room):
    room = timed
    minutes = int(room.page.locator(f"#{QUESTION}").get_attribute("data-minutes"))
    timer, said = room.page.locator("[data-part=left]"), room.page.locator(".gb-stage [data-part=said]")
    expect(timer).to_have_text(room.words("timer.ready", minutes=minutes))
    room.page.clock.run_for(5_000)
    expect(timer).to_have_text(room.words("timer.ready", minutes=minutes))
    room.press("t")
    expect(said).to_have_text(room.words("timer.said.start", minutes=minutes))
    room.page.clock.run_for(20_000)
    expect(timer).to_have_text(room.words("timer.running", time=f"{minutes - 1}:40"))
    room.press("t")
    room.page.clock.run_for(90_000)
    expect(timer).to_have_text(room.words("timer.paused", time=f"{minutes - 1}:40"))
    room.page.get_by_role("button", name=room.words("timer.start"), exact=True).click()
    before = room.state
    room.page.clock.run_for((minutes - 1) * 60_000 - 20_000)
    expect(said).to_have_text(room.words("timer.said.minute"))
    room.page.clock.run_for(61_000)
    expect(timer).to_have_text(room.words("timer.over"))
    expect(said).to_have_text(room.words("timer.said.over"))
    assert room.state == before


def test_timer_survives_a_reload_and_is_seen_in_the_notes(room: Room):
    room.present(item=QUESTION)
    notes = room.open_notes()
    room.press("t")
    running = notes.locator("[data-part=timer]")
    expect(running).to_have_text(running_time(room))
    room.page.reload()
    room.settle()
    expect(room.page.locator("[data-part=start]")).to_have_text(room.words("timer.pause"))
    notes.get_by_role("button", name=room.words("do.timer")).click()
    expect(room.page.locator("[data-part=start]")).to_have_text(room.words("timer.start"))
    room.press("ArrowRight", "ArrowLeft")
    expect(running).to_contain_text(room.words("timer.paused", time="").strip().split(",")[1])


def running_time(room: Room) -> re.Pattern[str]:
    return re.compile(re.escape(room.words("timer.running", time="TIME")).replace("TIME", r"\d:\d\d"))


def test_no_sound_unless_asked(timed: Room):
    room = timed
    room.page.evaluate(
        """() => { self.heard = 0;
        self.AudioContext = class { constructor() { self.heard += 1; throw new Error("quiet"); } }; }"""
    )
    room.press("t")
    room.page.clock.fast_forward(3_600_000)
    room.page.clock.run_for(1_000)
    expect(room.page.locator("[data-part=left]")).to_have_text(room.words("timer.over"))
    assert room.page.evaluate("self.heard") == 0
