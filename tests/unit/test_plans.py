"""Session plans: what a session of each length takes of a module, what it leaves, and that its minutes add up."""

from __future__ import annotations

import itertools

import pytest
from tests.unit.rendering import Site, all_of, find, words
from tests.unit.tiny_site import write_site

from guidebook.check import ROOT, load_and_check
from guidebook.training.model import Item, Kind, Part
from guidebook.training.module import home_of, sittings_for_trainers
from guidebook.training.plan import FRAMES, Frame, Plan, Sitting, core_of, plan_session

TEN = Frame(20, welcome=5, closing=5)
"""A session with room for ten minutes."""
CORE, OPTIONAL, READING = Part.CORE, Part.OPTIONAL, Part.READING


def sitting(name: str, *parts: tuple[int, Part], kind: Kind = Kind.SECTION, story: Item | None = None) -> Sitting:
    items = [Item(kind, f"{name}{n}", "", minutes, part, "", n, 0) for n, (minutes, part) in enumerate(parts, 1)]
    return Sitting(f"{name}.md", name.upper(), "", tuple([story, *items] if story else items))


def story(minutes: int, part: Part) -> Item:
    return Item(Kind.CASE, "story", "", minutes, part, "", 0, 0)


def taken(plan: Plan) -> list[str]:
    return [step.item.id if step.item else step.name for step in plan.steps]


def left(plan: Plan) -> list[str]:
    return [item.id for _, items in plan.left_out for item in items]


def test_core_comes_in_order_until_the_time_is_full():
    plan = plan_session([sitting("a", (4, CORE), (4, CORE)), sitting("b", (4, CORE), (1, CORE))], TEN)
    assert taken(plan) == ["welcome", "a1", "a2", "closing"], "what is behind a core part without room waits too"
    assert left(plan) == ["b1", "b2"]
    assert (plan.minutes, plan.in_hand) == (18, 2)


def test_optional_parts_take_the_time_that_is_left_in_their_place():
    plan = plan_session([sitting("a", (3, OPTIONAL), (4, CORE), (2, OPTIONAL), (1, OPTIONAL))], TEN)
    assert taken(plan) == ["welcome", "a1", "a2", "a3", "a4", "closing"]
    plan = plan_session([sitting("a", (7, OPTIONAL), (4, CORE), (2, OPTIONAL), (1, OPTIONAL))], TEN)
    assert taken(plan) == ["welcome", "a2", "a3", "a4", "closing"]


def test_optional_part_behind_the_place_that_the_core_reached_waits():
    plan = plan_session([sitting("a", (9, CORE), (2, CORE), (1, OPTIONAL))], TEN)
    assert taken(plan) == ["welcome", "a1", "closing"]


def test_reading_is_never_presented_nor_counted_as_left_out():
    plan = plan_session([sitting("a", (2, READING), (4, CORE))], TEN)
    assert taken(plan) == ["welcome", "a2", "closing"]
    assert left(plan) == []


def test_question_about_a_story_is_nothing_without_it():
    optional = sitting("q", (4, CORE), kind=Kind.QUESTION, story=story(8, OPTIONAL))
    assert core_of([optional]) == []
    assert taken(plan_session([optional], TEN)) == ["welcome", "story", "closing"]
    long = sitting("q", (4, OPTIONAL), kind=Kind.QUESTION, story=story(12, OPTIONAL))
    assert taken(plan_session([long], TEN)) == ["welcome", "closing"]
    read = sitting("q", (4, CORE), kind=Kind.QUESTION, story=story(12, READING))
    assert taken(plan_session([read], TEN)) == ["welcome", "q1", "closing"]


def test_story_is_not_begun_without_time_for_its_first_question():
    case = sitting("q", (4, CORE), kind=Kind.QUESTION, story=story(4, CORE))
    before = sitting("a", (3, CORE))
    assert taken(plan_session([before, case], TEN)) == ["welcome", "a1", "closing"]
    assert taken(plan_session([case], TEN)) == ["welcome", "story", "q1", "closing"]


def test_long_session_has_a_break_by_the_middle_between_two_parts():
    two_hours = FRAMES[-1]
    plan = plan_session([sitting("a", *[(7, CORE)] * 20)], two_hours)
    (pause,) = (step for step in plan.steps if step.name == "pause")
    assert 50 <= pause.start <= 60
    assert pause.minutes == two_hours.pause == 10


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: str(frame.length))
@pytest.mark.parametrize("minutes", range(1, 25))
def test_no_session_is_longer_than_its_name_and_its_clock_has_no_gap(frame, minutes):
    parts = itertools.islice(itertools.cycle([(minutes, CORE), (3, OPTIONAL), (5, CORE), (2, READING)]), 200)
    plan = plan_session([sitting("a", *parts)], frame)
    assert plan.minutes <= frame.length
    assert [step.start for step in plan.steps[1:]] == [step.end for step in plan.steps[:-1]]
    assert (plan.steps[0].name, plan.steps[-1].name) == ("welcome", "closing")
    assert any(step.item for step in plan.steps)
    everything = 200 - 50
    assert sum(bool(step.item) for step in plan.steps) + len(left(plan)) == everything


# ---- on the page for trainers ---------------------------------------------------------------------------------------

HOME = """---
description: The home page of a module of the tiny site, with the list of its lessons and cases.
{module}---
# Module 1

/// lessons
1. [Lesson](1-1.md)
2. [Case](case-a.md)
3. [Other kinds](kinds.md)
///
"""
TRAINER = """---
description: The page of the tiny site for somebody who leads its module with a group of people.
---
# Lead it

## Plans {#plans}

/// plans
///

/// papers
///
"""
OTHERS = """---
description: A page of the tiny site for everything that a learner did in all modules.
---
# Title

/// {name}
///
"""


def module_files() -> dict[str, str]:
    files = {}
    for language in ("en", "fr"):
        folder = f"docs/{language}/modules"
        files[f"{folder}/index.md"] = HOME.format(module="module: 1\n" if language == "en" else "")
        files[f"{folder}/trainer.md"] = TRAINER
        files |= {f"{folder}/{name}.md": OTHERS.format(name=name) for name in ("revisit", "workbook")}
    return files


@pytest.fixture
def led(tmp_path) -> Site:
    return Site(write_site(tmp_path, module_files()))


def test_page_for_trainers_opens_each_part_where_presenting_begins(led, language):
    tree = led.render(language, "modules/trainer.md")
    half, hour, two = all_of(tree, "gb-plans__plan")
    hrefs = [link.get("href") for link in half.iter("a")]
    assert hrefs == [
        "../help.md",
        *("1-1.md", "1-1.md?present#Q1-01", "1-1.md?present#Q1-02", "1-1.md?present#Q1-03"),
        *("case-a.md", "case-a.md?present#case-1-A", "kinds.md", "kinds.md?present#Q1-11"),
    ]
    assert "kinds.md?present#case-1-K" in [link.get("href") for link in hour.iter("a")]
    assert find(two, "plan-120").tag == "h3"


def test_welcome_says_the_words_of_care_of_what_the_session_holds(led, language):
    tree = led.render(language, "modules/trainer.md")
    care = {"en": "This story speaks of waiting.", "fr": "Cette histoire parle d’attente."}[language]
    half, hour, _ = all_of(tree, "gb-plans__plan")
    assert care in words(half)
    assert words(hour).index(care) < words(hour).index({"en": "1.1 A baby", "fr": "1.1 Un bébé"}[language])


def test_plan_says_its_sum_and_what_it_leaves_out(led, language):
    half = all_of(led.render(language, "modules/trainer.md"), "gb-plans__plan")[0]
    # 3 + (5 + 5 + 6) + 4 + 3 + 3: the question of order, the next in line, takes 6 and would make 35.
    assert words(all_of(half, "gb-plans__sum")[0]).startswith("29 minutes")
    (fold,) = all_of(half, "gb-plans__left")
    assert {"en": "First things first", "fr": "D’abord"}[language] in words(fold)
    assert {"en": "(27 minutes)", "fr": "(27 minutes)"}[language] in words(fold)


def test_plans_of_the_project_begin_somewhere_and_end_in_time():
    library, problems = load_and_check(ROOT)
    assert not problems
    pages = [page for page in library.pages["en"].values() if any(block.name == "plans" for block in page.blocks)]
    assert len(pages) == 3
    for page in pages:
        home = home_of(library, page)
        assert home
        for frame in FRAMES:
            plan = plan_session(sittings_for_trainers(library, home), frame)
            assert plan.in_hand <= frame.length // 5, (page.source.src_uri, frame.length, plan.minutes)
