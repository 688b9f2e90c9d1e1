"""Writes `data/learning.lock.json`: `make learning-lock`. What a lock is stands in `learning.lock`.

It adds what is new, takes over raised versions and statuses, and refuses while anything else in the sources is wrong.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from guidebook.check import ROOT, check_library, locked_sources
from guidebook.learning.lock import PATH, check_lock, translations_to_check, write_lock
from guidebook.load import load_library
from guidebook.problems import report


def update(root: Path) -> tuple[list[str], str]:
    """Write the lock below `root`. Answers with notices and, where nothing was written, the report that says why."""
    library, problems = load_library(root)
    sources = locked_sources(library)
    to_mend, _ = check_lock(sources, library.lock, library.ledger)
    problems += [*to_mend, *check_library(replace(library, lock={}))]
    if problems:
        return [], report(problems)
    notices = translations_to_check(sources, library.lock)
    entries = {**library.lock, **{id: now.entry for id, now in sources.items()}}
    (root / PATH).write_text(write_lock(entries), "utf-8")
    return notices, ""


def main() -> int:
    notices, refusal = update(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    print("\n".join([*notices, f"{PATH} is written. Keep it with your change."]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
