"""What the answers kept on readers' devices refer to, written down, so that no edit changes it unseen.

An answer is kept as keys. Where the keys or verdicts of a question change and its version does not, an answer that was
right yesterday would be shown as something else: the lock makes that an error. Knows no file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace

from guidebook.learning.model import BranchingCase, Question
from guidebook.problems import Problem

PATH = "data/learning.lock.json"
COMMAND = "make learning-lock"
HELP = "docs/en/contribute.md#lock"
BRANCHING = "branching"


@dataclass(frozen=True)
class Entry:
    """One question or branching case."""

    type: str
    version: int
    meaning: tuple[str, ...]
    withdrawn: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    """Language -> a digest of its words; tells which translation may be behind, and never stops a build."""


@dataclass(frozen=True)
class Present:
    """What the sources say now, and where."""

    entry: Entry
    src_path: str
    line: int


def present(twins: Mapping[str, Question | BranchingCase]) -> Present:
    """`twins`: language -> the same question; the first language's has the facts."""
    first = next(iter(twins.values()))
    words = {language: _digest(twin) for language, twin in twins.items()}
    if isinstance(first, BranchingCase):
        entry = Entry(BRANCHING, first.version, first.meaning, False, words)
    else:
        entry = Entry(first.type or "", first.version, first.meaning, first.withdrawn, words)
    return Present(entry, first.src_path, first.line)


def _digest(twin: Question | BranchingCase) -> str:
    """Of what a translator translates; keys, verdicts and lines are no words."""
    texts: list[str] = [twin.title]
    if isinstance(twin, BranchingCase):
        texts += [twin.story, *(part for step in twin.steps for part in (step.title, step.text))]
        options = [option for step in twin.steps for option in step.options]
    else:
        texts += [twin.stem, twin.closing, twin.answer, *twin.hints, *twin.ends]
        texts += [part for pair in twin.pairs for part in (pair.left, pair.right, pair.reason)]
        options = list(twin.options)
    texts += [part for option in options for part in (option.text, option.reason)]
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:12]


def check_lock(
    sources: Mapping[str, Present], lock: Mapping[str, Entry], ledger: Mapping[str, int]
) -> tuple[list[Problem], list[Problem]]:
    """What an author must mend, and what the command that writes the lock settles. An empty lock asks nothing."""
    if not lock:
        return [], []
    to_mend = [problem for id, now in sources.items() if id in lock for problem in _check_entry(id, now, lock[id])]
    for id in sorted(lock.keys() - sources.keys() - ledger.keys()):  # of the others the list of ids tells it
        what, fix = f'"{id}" is in the lock and is gone.', "put it back; to retire it, add  status: withdrawn"
        to_mend.append(Problem(PATH, 1, what, f"no block {id}", fix, HELP))
    to_write = [
        Problem(now.src_path, now.line, f'"{id}" is not yet in the lock as it is now.', found, f"type  {COMMAND}", HELP)
        for id, now in sources.items()
        if not any(problem.what.startswith(f'the meaning of "{id}"') for problem in to_mend)
        and (found := _unlocked(now.entry, lock.get(id)))
    ]
    return to_mend, to_write


def _check_entry(id: str, now: Present, then: Entry) -> Iterator[Problem]:
    entry = now.entry
    if entry.version < then.version:
        what = f'the version of "{id}" went back, and answers to the newer one are kept on devices.'
        fix = f"write  version: {then.version}  or a higher number."
        yield Problem(now.src_path, now.line, what, f"version: {entry.version}, was {then.version}", fix, HELP)
    elif entry.version == then.version and (entry.type, entry.meaning) != (then.type, then.meaning):
        what = f'the meaning of "{id}" changed, and its version did not.'
        fix = f"write  version: {then.version + 1}  and type  {COMMAND}  , or take the change back."
        yield Problem(now.src_path, now.line, what, _difference(entry, then), fix, HELP)


def _difference(now: Entry, then: Entry) -> str:
    if now.type != then.type:
        return f"type: {now.type}, was {then.type}"
    gone = [f"gone: {part}" for part in then.meaning if part not in now.meaning]
    new = [f"new: {part}" for part in now.meaning if part not in then.meaning]
    order = f"order: {', '.join(now.meaning)}, was {', '.join(then.meaning)}"
    return "; ".join([*gone, *new]) or order


def _unlocked(now: Entry, then: Entry | None) -> str:
    """What of it the lock does not know; empty when it knows all."""
    if then is None:
        return "a new question or case"
    if now.version > then.version:
        return f"version: {now.version}, was {then.version}"
    return f"withdrawn: {now.withdrawn}, was {then.withdrawn}" if now.withdrawn != then.withdrawn else ""


def translations_to_check(sources: Mapping[str, Present], lock: Mapping[str, Entry]) -> list[str]:
    """Notices: the words of the first language changed since the lock was written, and another language's did not."""
    notices = []
    for id, now in sources.items():
        then = lock[id].words if id in lock else {}
        first, *others = now.entry.words
        behind = [code for code in others if then.get(code) == now.entry.words[code]]
        if then.get(first) != now.entry.words[first] and behind:
            notices.append(f"{now.src_path}:{now.line}: {id} has new words; translation to check: {', '.join(behind)}")
    return notices


def read_lock(text: str) -> dict[str, Entry]:
    """Raises ValueError for what is no lock."""
    try:
        entries = {id: Entry(**values) for id, values in json.loads(text).items()}
    except (TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
    for id, entry in entries.items():
        if not _is_whole(entry):
            raise ValueError(f"{id} is not as the command writes it")
    return {id: replace(entry, meaning=tuple(entry.meaning)) for id, entry in entries.items()}


def _is_whole(entry: Entry) -> bool:
    """Every value is of its kind: JSON gives whatever stands there."""
    kinds = isinstance(entry.type, str) and type(entry.version) is int and isinstance(entry.withdrawn, bool)
    lists = isinstance(entry.meaning, list) and isinstance(entry.words, dict)
    return kinds and lists and all(isinstance(part, str) for part in (*entry.meaning, *entry.words.values()))


def write_lock(entries: Mapping[str, Entry]) -> str:
    """One line for each question, so that two changes at a time seldom meet."""
    lines = [f" {json.dumps(id)}: {_line(entries[id])}" for id in sorted(entries)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(entry: Entry) -> str:
    values = asdict(entry)
    if not entry.withdrawn:
        del values["withdrawn"]
    return json.dumps(values, ensure_ascii=False)
