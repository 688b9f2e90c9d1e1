"""A new site takes the place of the last one in one step: `python -m guidebook.exchange COMMAND`, one at a time.

COMMAND builds into `.cache/next`. Whenever it is broken off, `site/` is the last good site, whole; a second build in
the same folder waits for the first. Knows folders; refuses to know how a site is built.
"""

from __future__ import annotations

import ctypes
import fcntl
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SITE, NEXT, LOCK = Path("site"), Path(".cache/next"), Path(".cache/build.lock")
HERE = -100
"""AT_FDCWD of Linux: paths begin in the working folder."""
SWAP = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""


@contextmanager
def alone(lock: Path) -> Iterator[int]:
    """Wait until no other build is under way. The system lets go of the lock however a build ends."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build is under way in this folder. This one begins when it ends.", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def put_in_place(new: Path, old: Path) -> None:
    """`new` becomes `old`, which is gone: at no moment is there none. Raises OSError when neither can be moved."""
    if old.exists() and swap(new, old):
        shutil.rmtree(new)
    elif old.exists():  # a file system that cannot swap: two steps, a blink apart
        last = new.with_name("last")
        shutil.rmtree(last, ignore_errors=True)
        old.rename(last)
        new.rename(old)
        shutil.rmtree(last)
    else:
        new.rename(old)


def swap(one: Path, other: Path) -> bool:
    """Let two folders exchange their names in one step, where the system and its disk can."""
    system = ctypes.CDLL(None)
    names = str(one).encode(), str(other).encode()
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(HERE, names[0], HERE, names[1], SWAP) == 0)
    return hasattr(system, "renamex_np") and bool(system.renamex_np(*names, SWAP) == 0)


def build(command: Sequence[str]) -> int:
    """Run the command alone and put what it made in its place. Answers with the command's code."""
    with alone(LOCK) as lock:
        if not SITE.exists() and (last := NEXT.with_name("last")).exists():
            last.rename(SITE)  # the blink in which the build before was broken off
        shutil.rmtree(NEXT, ignore_errors=True)
        code = subprocess.run([*command, "--site-dir", str(NEXT)], check=False, pass_fds=[lock]).returncode
        if code == 0:
            put_in_place(NEXT, SITE)
        return code


if __name__ == "__main__":
    sys.exit(build(sys.argv[1:]))
