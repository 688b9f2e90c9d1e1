"""Session plans: which parts of a module fit into 30, 60 and 120 minutes. Takes sittings, returns plans; reads nothing.

Core parts come first, in the order of the module, until one no longer fits; what is behind it is for another day. What
time is left goes to the optional parts before that place. So a session is always a beginning, without gaps in its core.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guidebook.training.model import Item, Kind, Part


@dataclass(frozen=True)
class Frame:
    """What every session of a length has, whatever it is about, in minutes."""

    length: int
    welcome: int
    closing: int
    pause: int = 0
    """A break in the middle; 0 for none."""

    @property
    def room(self) -> int:
        """What is left for the parts of the module."""
        return self.length - self.welcome - self.closing - self.pause


FRAMES = (Frame(30, welcome=3, closing=3), Frame(60, welcome=5, closing=5), Frame(120, welcome=5, closing=5, pause=10))
SHORTEST = FRAMES[0]


@dataclass(frozen=True)
class Sitting:
    """A lesson, a case or a review, with what a trainer has of it."""

    src_uri: str
    title: str
    care: str
    """Markdown: the first paragraph of its word of care; may be empty."""
    items: tuple[Item, ...]

    def story(self) -> Item | None:
        """The story that its questions belong to."""
        return next((item for item in self.items if item.kind is Kind.CASE), None)


@dataclass(frozen=True)
class Step:
    """A part of a session: of the module, or what every session has."""

    name: str
    """`item`, or `welcome`, `pause`, `closing`."""
    start: int
    """Minutes since the beginning."""
    minutes: int
    item: Item | None = None
    sitting: Sitting | None = None

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass(frozen=True)
class Plan:
    frame: Frame
    steps: tuple[Step, ...]
    left_out: tuple[tuple[Sitting, tuple[Item, ...]], ...]
    """What would be presented and has no room, sitting by sitting."""

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    @property
    def in_hand(self) -> int:
        """Minutes that nothing fills."""
        return self.frame.length - self.minutes

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """Those that the session takes something of, in their order."""
        return tuple(dict.fromkeys(step.sitting for step in self.steps if step.sitting))


Placed = tuple[Sitting, Item]


def part_of(sitting: Sitting, item: Item) -> Part:
    """What becomes of an item. A question about a story is nothing without it: it is at most as central."""
    case = sitting.story()
    if item.kind is Kind.QUESTION and case and case.part is Part.OPTIONAL and item.part is Part.CORE:
        return Part.OPTIONAL
    return item.part


def core_of(sittings: Iterable[Sitting]) -> list[Placed]:
    return [(s, item) for s in sittings for item in s.items if part_of(s, item) is Part.CORE]


def plan_session(sittings: Sequence[Sitting], frame: Frame) -> Plan:
    """The session of that length. It is never longer; it is empty when the first core part is."""
    everything = [(s, item) for s in sittings for item in s.items if part_of(s, item) is not Part.READING]
    taken = _taken(everything, frame.room)
    return Plan(frame, tuple(_steps([each for each in everything if each in taken], frame)), _left(everything, taken))


def _taken(everything: list[Placed], room: int) -> list[Placed]:
    taken: list[Placed] = []
    reached = everything
    for index, (sitting, item) in enumerate(everything):
        if part_of(sitting, item) is Part.CORE:
            if minutes_to_begin(everything[index:]) > room:
                reached = everything[:index]
                break
            taken.append((sitting, item))
            room -= item.minutes
    for sitting, item in reached:
        story = sitting.story()
        has_story = item is story or story is None or story.part is Part.READING or (sitting, story) in taken
        if part_of(sitting, item) is Part.OPTIONAL and has_story and item.minutes <= room:
            taken.append((sitting, item))
            room -= item.minutes
    return taken


def minutes_to_begin(onward: list[Placed]) -> int:
    """Minutes that must be there for the first of these: a story is not begun without time for its first question."""
    sitting, item = onward[0]
    if item.kind is not Kind.CASE:
        return item.minutes
    questions = (one.minutes for s, one in onward[1:] if s is sitting and one.kind is Kind.QUESTION)
    return item.minutes + next(questions, 0)


def _steps(taken: list[Placed], frame: Frame) -> Iterator[Step]:
    yield Step("welcome", 0, frame.welcome)
    clock, pause = frame.welcome, frame.pause
    for sitting, item in taken:
        if pause and clock + item.minutes > frame.length // 2:
            yield Step("pause", clock, pause)
            clock, pause = clock + pause, 0
        yield Step("item", clock, item.minutes, item, sitting)
        clock += item.minutes
    yield Step("closing", clock, frame.closing)


def _left(everything: list[Placed], taken: list[Placed]) -> tuple[tuple[Sitting, tuple[Item, ...]], ...]:
    left = [each for each in everything if each not in taken]
    return tuple((sitting, tuple(item for _, item in group)) for sitting, group in groupby(left, lambda each: each[0]))
