"""`/// statement` blocks -> statements. Knows the words of the syntax; what makes a statement right is in `rules`."""

from __future__ import annotations

from guidebook.blocks import Block, check_vocabulary, split_id
from guidebook.guideline.model import Group, Statement, Status
from guidebook.problems import Problem, nearest
from guidebook.sources import Source

NAME = "statement"
FACTS = ("who", "sources", "status")
"""Options that all languages share. They stand in the block of the first language only."""
PARTS = ("why", "practice")


def parse_statement(block: Block, source: Source, facts: Statement | None) -> tuple[Statement, list[Problem]]:
    """Read one block. `facts` is the same statement in the first language, or None when this is the first language."""
    identifier, title = split_id(block.title)
    problems = check_vocabulary(block, source, FACTS if facts is None else (), PARTS)
    problems += _check_twice(block, source)
    parts = {child.name: child.markdown for child in block.children}
    group, status = (facts.group, facts.status) if facts else (None, Status.ACTIVE)
    sources = facts.sources if facts else ()
    if facts is None:
        group, found = _parse_group(block, source)
        status, more = _parse_status(block, source)
        problems += found + more
        sources = block.options["sources"].items if "sources" in block.options else ()
    statement = Statement(
        identifier,
        title,
        block.markdown,
        parts.get("why", ""),
        parts.get("practice", ""),
        group,
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
