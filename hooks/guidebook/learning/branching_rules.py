"""What makes a branching case right: every step can be reached, and from every step there is a way to an ending."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from guidebook.learning.checker import KEY, Checker
from guidebook.learning.model import BranchingCase, Step
from guidebook.learning.option_rules import check_alike, check_key
from guidebook.problems import Problem, nearest


def check_branching(case: BranchingCase, language: str) -> list[Problem]:
    checker = Checker(case, f"docs/{language}/contribute.md#branching")
    ids = [(step.id, step.line, step.id) for step in case.steps]
    check_alike(checker, f'steps of case "{case.id}"', "the same id", ids)
    for step in case.steps:
        _check_step(checker, step, {step.id for step in case.steps})
    if not checker.problems:  # ways through the case can be followed only where every step and target can be read
        _check_ways(checker, case)
    return checker.problems


def _check_step(checker: Checker, step: Step, ids: Collection[str]) -> None:
    if not KEY.match(step.id) or not step.title:
        checker.add(
            "a step has no id, or no title after it.",
            f"//// step | {step.id} {step.title}".rstrip(),
            "write lower-case English words with hyphens, the same in every language, then a title:  "
            "//// step | at-the-door At the door",
            step.line,
        )
        return
    name = f'step "{step.id}"'
    if not step.text:
        checker.add(f"{name} tells nothing.", "no words before its options", "write what happens there.", step.line)
    if len(step.options) == 1:
        what = f"{name} has one option, which is no choice."
        checker.add(what, step.options[0].text, "add another, or remove it to make the step an ending.", step.line)
    for option in step.options:
        check_key(checker, name, option, "an option", option.text)
        if not option.reason:
            what = f'option "{option.key}" of {name} has no reason.'
            checker.add(what, option.text, "add a line under it:    > Why it helps, or does not.", option.line)
        if not option.target:
            what = f'option "{option.key}" of {name} leads nowhere.'
            checker.add(what, option.text, "end it with an arrow and the id of a step:  -> at-the-door", option.line)
        elif option.target not in ids:
            what = f'option "{option.key}" of {name} leads to a step that does not exist.'
            checker.add(what, f"-> {option.target}", nearest(option.target, ids), option.line)
    keys = [(option.key, option.line, option.key) for option in step.options]
    check_alike(checker, f"options of {name}", "the same key", keys)


def _check_ways(checker: Checker, case: BranchingCase) -> None:
    onward = {step.id: {option.target for option in step.options} for step in case.steps}
    back: dict[str, set[str]] = {id: set() for id in onward}
    for id, targets in onward.items():
        for target in targets:
            back[target].add(id)
    reached = _reached(case.steps[0].id, onward)
    endings = [id for id, targets in onward.items() if not targets]
    leaving = {id for ending in endings for id in _reached(ending, back)}
    for step in case.steps:
        if step.id not in reached:
            what = f'no choice leads to step "{step.id}".'
            fix = f"let an option lead there:  -> {step.id}  , or remove the step."
            checker.add(what, f"//// step | {step.id} {step.title}", fix, step.line)
        elif step.id not in leaving:
            what = f'from step "{step.id}" there is no way to an ending.'
            found = ", ".join(f"-> {target}" for target in sorted(onward[step.id]))
            fix = "let one of its options lead to a step without options, or towards one."
            checker.add(what, found, fix, step.line)


def _reached(start: str, ways: Mapping[str, Collection[str]]) -> set[str]:
    """The steps that can be reached from `start`, which is one of them."""
    seen, waiting = {start}, [start]
    while waiting:
        new = set(ways[waiting.pop()]) - seen
        seen |= new
        waiting += new
    return seen
