"""Makes a release here: stamps the files, one commit, one tag; pushes nothing. `make release VERSION=1.1.0`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from guidebook.check import ROOT, load_and_check
from guidebook.edition import day_of_the_clock, load_edition
from guidebook.release.stamp import CHANGELOG, STAMPED, Refusal, notes_of, refusals_of, stamp

BRANCH = "main"


def git(root: Path, *words: str) -> str:
    """What git says. Raises CalledProcessError, with git's own words, when it does not do it."""
    return subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True, text=True).stdout.strip()


def find_refusals(root: Path, version: str) -> list[Refusal]:
    """Everything that stands in the way of edition `version`, at once."""
    _, problems = load_and_check(root)
    if problems:  # without it the edition itself may be unreadable
        fix = "make check  tells each mistake, and how to mend it."
        return [Refusal("the sources are not in order.", f"{len(problems)} mistakes", fix)]
    found = refusals_of(_read(root), load_edition(root).version, version)
    branch = git(root, "branch", "--show-current")
    if branch != BRANCH:
        fix = f"git switch {BRANCH}"
        found.append(Refusal("a release is made from the branch that is published.", branch or "no branch", fix))
    if changed := git(root, "status", "--porcelain").splitlines():
        fix = "commit what belongs to the release, put the rest aside with  git stash -u  and try again."
        found.append(Refusal("there are changes that are in no commit.", ", ".join(changed[:5]), fix))
    if git(root, "tag", "--list", f"v{version}"):
        fix = f"if it was never pushed:  git tag -d v{version}"
        found.append(Refusal("there is a tag of this name already.", f"v{version}", fix))
    return found


def release(root: Path, version: str) -> None:
    """Stamps, commits and tags. Raises CalledProcessError, with every file as before, when git refuses."""
    texts = _read(root)
    stamped = stamp(texts, version, day_of_the_clock())
    try:
        _write(root, stamped)
        git(root, "commit", "--quiet", "--message", f"Release {version}", "--", *STAMPED)
    except BaseException:
        _write(root, texts)
        raise
    notes = f"{version}\n\n{notes_of(stamped[CHANGELOG], version)}"
    try:
        git(root, "tag", "--annotate", "--cleanup=verbatim", f"v{version}", "--message", notes)
    except BaseException:
        git(root, "reset", "--keep", "HEAD~1")
        raise


def _read(root: Path) -> dict[str, str]:
    return {path: (root / path).read_text("utf-8") for path in STAMPED}


def _write(root: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        (root / path).write_text(text, "utf-8")


def advice(version: str) -> str:
    return "\n".join(
        [
            f"Edition {version} is a commit and a tag on this computer. Nothing has been sent.",
            "",
            "  Look at it:  git show --stat",
            "  Test it:     make test",
            f"  Publish it:  git push --atomic origin {BRANCH} v{version}",
            f"  Undo it:     git tag -d v{version} && git reset --keep HEAD~1   (only before it is pushed)",
        ]
    )


def main(words: list[str]) -> int:
    version, root = words[0] if words else "", Path(words[1]).resolve() if len(words) > 1 else ROOT
    try:
        if refusals := find_refusals(root, version):
            print("\n\n".join([*map(str, refusals), "Nothing was changed."]), file=sys.stderr)
            return 1
        release(root, version)
    except subprocess.CalledProcessError as error:
        what = Refusal("git did not do what was asked.", error.stderr.strip() or str(error), "mend that and try again.")
        print(what, file=sys.stderr)
        return 1
    print(advice(version))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
