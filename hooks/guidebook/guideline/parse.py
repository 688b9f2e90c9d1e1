"""`/// statement` blocks -> statements. Knows the words of the syntax; what makes a statement right is in `rules`."""

from __future__ import annotations

from guidebook.blocks import Block, check_vocabulary, split_id
from guidebook.guideline.model import LEVEL_OF_GROUP, Group, Level, Statement, Status
from guidebook.problems import Problem, nearest
from guidebook.sources import Source

NAME = "statement"
FACTS = ("who", "level", "sources", "status")
"""Options that all languages share. They stand in the block of the first language only."""
PARTS = ("why", "practice")


def parse_statement(block: Block, source: Source, facts: Statement | None) -> tuple[Statement, list[Problem]]:
    """Read one block. `facts` is the same statement in the first language, or None when this is the first language."""
    identifier, title = split_id(block.title)
    problems = check_vocabulary(block, source, FACTS if facts is None else (), PARTS)
    problems += _check_twice(block, source)
    parts = {child.name: child.markdown for child in block.children}
    group, level, status = (facts.group, facts.level, facts.status) if facts else (None, None, Status.ACTIVE)
    sources = facts.sources if facts else ()
    if facts is None:
        group, found = _parse_group(block, source)
        level, of_level = _parse_level(block, source, group)
        status, more = _parse_status(block, source)
        problems += found + of_level + more
        sources = block.options["sources"].items if "sources" in block.options else ()
    statement = Statement(
        identifier,
        title,
        block.markdown,
        parts.get("why", ""),
        parts.get("practice", ""),
        group,
        level,
        sources,
        status,
        source.src_path,
        block.line,
    )
    return statement, problems


def _check_twice(block: Block, source: Source) -> list[Problem]:
    """A second `why` would silently take the place of the first."""
    return [
        Problem(
            source.src_path,
            again.line,
            f'the part "{name}" of statement "{block.identifier}" stands twice.',
            f"//// {name}, first on line {block.all(name)[0].line}",
            "make one of them.",
            f"docs/{source.language}/contribute.md#statements",
        )
        for name in PARTS
        for again in block.all(name)[1:]
    ]


def _parse_group(block: Block, source: Source) -> tuple[Group | None, list[Problem]]:
    value = block.options.get("who")
    if value is None or not value.items:
        return None, []
    if value.text in tuple(Group):
        return Group(value.text), []
    problem = Problem(
        source.src_path,
        value.line,
        f'"{value}" is not a workforce group.',
        f"who: {value}",
        "write A (everyone), B (professionals who are not mental health specialists) or C (clinically trained).",
        f"docs/{source.language}/contribute.md#statements",
    )
    return Group.A, [problem]  # any, so that the rules do not call it missing besides


def _parse_level(block: Block, source: Source, group: Group | None) -> tuple[Level | None, list[Problem]]:
    """From its group where it has one, else from its own setting, else from its page's (which is judged there)."""
    own = block.options.get("level")
    value = own or source.meta.get("level")
    if value is None or not value.items:
        return LEVEL_OF_GROUP[group] if group else None, []
    what, fix = "", nearest(value.text, list(Level))
    if group:  # at the line of the page's setting this is one problem, however many statements the page has
        what = 'a level cannot stand here: statements that have a "who" get their level from it.'
        fix = "remove the line."
    elif own and own.text not in tuple(Level):
        what = f'"{own}" is not a level of practice.'
    help = f"docs/{source.language}/contribute.md#statements"
    problems = [Problem(source.src_path, value.line, what, f"level: {value}", fix, help)] if what else []
    if group:
        return LEVEL_OF_GROUP[group], problems
    return Level(value.text) if value.text in tuple(Level) else Level.EVERY, problems  # any, as for a group


def _parse_status(block: Block, source: Source) -> tuple[Status, list[Problem]]:
    value = block.options.get("status")
    if value is None or not value.items or value.text in tuple(Status):
        return Status(value.text) if value and value.text else Status.ACTIVE, []
    problem = Problem(
        source.src_path,
        value.line,
        f'"{value}" is not a status.',
        f"status: {value}",
        nearest(value.text, list(Status)),
        f"docs/{source.language}/contribute.md#statements",
    )
    return Status.ACTIVE, [problem]
