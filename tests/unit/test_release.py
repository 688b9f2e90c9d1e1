"""A release: every file says the new number and date, one commit and one tag, or nothing at all and the reasons."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from tests.unit.tiny_site import SITE, write_site

from guidebook.edition import load_edition
from guidebook.release.__main__ import main
from guidebook.release.stamp import ABOUT, CHANGELOG, CITATION, PLACES, refusals_of

ROOT = Path(__file__).parents[2]
DAY = "1805889600"
"""March 24, 2027, noon in universal time, as SOURCE_DATE_EPOCH says it."""
NEWS = """# Changelog

## [Unreleased]

### Added

- A lesson.

### Ajouts

- Une leçon.

## [1.0.0] - 2026-11-22

### Added

- Everything.
"""
CITE = {
    ABOUT[0]: "\n> Some contributors. (2026). *A guide: Practice* (Version 1.0.0), statement C4.3.\n",
    ABOUT[1]: "\n> Some contributors. (2026). *Un guide : Pratique* (version 1.0.0), énoncé C4.3.\n",
}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    return done.stdout


ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | {
    "SOURCE_DATE_EPOCH": DAY,
    "PYTHONPATH": str(ROOT / "hooks"),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Somebody",
    "GIT_AUTHOR_EMAIL": "somebody@example.org",
    "GIT_COMMITTER_NAME": "Somebody",
    "GIT_COMMITTER_EMAIL": "somebody@example.org",
}


def project(folder: Path, **files: str | None) -> Path:
    """A repository of the tiny site, ready for a release unless `files` say otherwise."""
    about = {path: (SITE / path).read_text("utf-8") + line for path, line in CITE.items()}
    right = {CHANGELOG: NEWS, CITATION: (ROOT / CITATION).read_text("utf-8"), **about}
    write_site(folder, files={**right, **files})
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Everything")
    return folder


@dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def release(monkeypatch, capsys):
    """The command line, in this process: what it ends with, and what it says."""
    for name in os.environ.keys() - ENVIRONMENT.keys():
        monkeypatch.delenv(name)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)

    def run(folder: Path, version: str) -> Done:
        code = main([version, str(folder)])
        return Done(code, *capsys.readouterr())

    return run


def state(folder: Path) -> tuple[str, ...]:
    """Everything that a release could change."""
    return git(folder, "rev-parse", "HEAD"), git(folder, "tag"), git(folder, "status", "--porcelain")


def refused(*reasons: str) -> str:
    return "\n\n".join([*reasons, "Nothing was changed.\n"])


HELP = "  Help: docs/en/maintain.md#release"


def test_release_is_one_commit_and_one_tag_and_says_what_to_push(release, tmp_path):
    folder = project(tmp_path)
    done = release(folder, "1.1.0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "git push --atomic origin main v1.1.0" in done.stdout
    assert git(folder, "log", "--format=%s").splitlines() == ["Release 1.1.0", "Everything"]
    assert git(folder, "rev-parse", "v1.1.0^{commit}") == git(folder, "rev-parse", "HEAD")
    tagged = git(folder, "for-each-ref", "refs/tags", "--format=%(contents)").split("\n\n")
    assert [words.strip() for words in tagged] == ["1.1.0", "### Added", "- A lesson.", "### Ajouts", "- Une leçon."]
    assert git(folder, "status", "--porcelain") == ""


def test_release_is_said_in_every_place_in_both_languages(release, tmp_path):
    folder = project(tmp_path)
    assert release(folder, "1.1.0").returncode == 0
    edition = load_edition(folder)
    assert (edition.version, edition.date.isoformat()) == ("1.1.0", "2027-03-24")
    citation = yaml.safe_load((folder / CITATION).read_text("utf-8"))
    assert (citation["version"], citation["date-released"].isoformat()) == ("1.1.0", "2027-03-24")
    assert "contributors. (2027). *A guide: Practice* (Version 1.1.0)," in (folder / ABOUT[0]).read_text("utf-8")
    assert "contributors. (2027). *Un guide : Pratique* (version 1.1.0)," in (folder / ABOUT[1]).read_text("utf-8")
    news = (folder / CHANGELOG).read_text("utf-8")
    assert "## [Unreleased]\n\n## [1.1.0] - 2027-03-24\n\n### Added\n\n- A lesson." in news
    assert "## [1.0.0] - 2026-11-22\n" in news
    changed = git(folder, "show", "--format=", "--numstat", "HEAD").split()[2::3]
    assert sorted(changed) == sorted([*PLACES, CHANGELOG])


def test_next_release_needs_its_own_news(release, tmp_path):
    folder = project(tmp_path)
    release(folder, "1.1.0")
    again = release(folder, "1.2.0")
    assert again.returncode == 1
    assert "CHANGELOG.md does not say in English what changed." in again.stderr
    assert "CHANGELOG.md does not say in French what changed." in again.stderr


def test_everything_in_the_way_is_told_at_once_and_nothing_changes(release, tmp_path):
    folder = project(tmp_path, **{CHANGELOG: NEWS.replace("- Une leçon.", "")})
    git(folder, "switch", "--quiet", "--create", "draft")
    (folder / "docs/en/notes.txt").write_text("Mine.", "utf-8")
    before = state(folder)
    done = release(folder, "0.9.0")
    assert done.returncode == 1
    assert done.stderr == refused(
        "this number is not greater than that of the present edition.\n"
        "  Found: 0.9.0, 1.0.0\n"
        "  Fix: choose a greater one:  make release VERSION=1.1.0\n" + HELP,
        "CHANGELOG.md does not say in French what changed.\n"
        "  Found: no line that begins with - under a heading such as  ### Ajouts\n"
        "  Fix: write under ## [Unreleased] what changed for readers, in both languages.\n" + HELP,
        "a release is made from the branch that is published.\n  Found: draft\n  Fix: git switch main\n" + HELP,
        "there are changes that are in no commit.\n"
        "  Found: ?? docs/en/notes.txt\n"
        "  Fix: commit what belongs to the release, put the rest aside with  git stash -u  and try again.\n" + HELP,
    )
    assert state(folder) == before


@pytest.mark.parametrize(
    ("version", "change", "reason"),
    [
        (
            "1.1",
            None,
            "this is not the number of an edition.\n"
            "  Found: 1.1\n"
            "  Fix: write three numbers with points:  make release VERSION=1.1.0\n",
        ),
        (
            "",
            None,
            "this is not the number of an edition.\n"
            "  Found: no number\n"
            "  Fix: write three numbers with points:  make release VERSION=1.1.0\n",
        ),
        (
            "1.0.0",
            None,
            "this number is not greater than that of the present edition.\n"
            "  Found: 1.0.0, 1.0.0\n"
            "  Fix: choose a greater one:  make release VERSION=1.1.0\n",
        ),
        (
            "1.1.0",
            ("## [Unreleased]", "## Soon"),
            "CHANGELOG.md has no section for what is not released yet.\n"
            "  Found: no ## [Unreleased]\n"
            '  Fix: add the line  "## [Unreleased]"  above the newest edition, and under it what changed.\n',
        ),
        (
            "1.1.0",
            ("## [1.0.0]", "## [1.1.0]"),
            "CHANGELOG.md already has a section for this edition.\n"
            "  Found: ## [1.1.0]\n"
            "  Fix: choose a number that no edition had, or take the section out.\n",
        ),
    ],
)
def test_number_and_news_must_be_right(release, version, change, reason, tmp_path):
    folder = project(tmp_path, **({CHANGELOG: NEWS.replace(*change)} if change else {}))
    before = state(folder)
    done = release(folder, version)
    assert done.returncode == 1
    assert reason + HELP in done.stderr
    assert state(folder) == before


def test_ten_is_greater_than_nine():
    texts = {path: (ROOT / path).read_text("utf-8") for path in PLACES} | {CHANGELOG: NEWS}
    assert refusals_of(texts, "1.9.0", "1.10.0") == []


def test_place_that_lost_its_number_is_told(release, tmp_path):
    folder = project(tmp_path, **{CITATION: "title: A guide\n"})
    done = release(folder, "1.1.0")
    assert (
        "CITATION.cff does not say its edition in one place.\n"
        '  Found: 0 times  ^(version: )"[^"]*"$\n'
        "  Fix: write it as the last release did:  git log -p --grep Release CITATION.cff\n" + HELP
    ) in done.stderr


def test_tag_that_exists_is_told(release, tmp_path):
    folder = project(tmp_path)
    git(folder, "tag", "v1.1.0")
    assert release(folder, "1.1.0").stderr == refused(
        "there is a tag of this name already.\n"
        "  Found: v1.1.0\n"
        "  Fix: if it was never pushed:  git tag -d v1.1.0\n" + HELP
    )


def test_sources_with_a_mistake_are_not_released(release, tmp_path):
    folder = project(tmp_path, **{"data/edition.yml": 'version: "1.0.0"\n'})
    assert release(folder, "1.1.0").stderr == refused(
        "the sources are not in order.\n"
        "  Found: 2 mistakes\n"
        "  Fix: make check  tells each mistake, and how to mend it.\n" + HELP
    )


@pytest.mark.parametrize("setting", ["commit.gpgSign", "tag.gpgSign"])
def test_files_are_as_before_when_git_refuses(release, setting, tmp_path):
    folder = project(tmp_path)
    git(folder, "config", setting, "true")
    git(folder, "config", "gpg.program", "false")
    before = state(folder)
    done = release(folder, "1.1.0")
    assert done.returncode == 1
    assert done.stderr.startswith("git did not do what was asked.\n  Found: ")
    assert state(folder) == before


@pytest.mark.parametrize("path", PLACES)
def test_every_place_of_the_project_says_the_present_edition(path):
    """Else the next release would refuse, or readers would cite an edition that is not the one they read."""
    edition = load_edition(ROOT)
    text = (ROOT / path).read_text("utf-8")
    assert edition.version in text
    assert (edition.date.isoformat() if path in (CITATION, "data/edition.yml") else f"({edition.date.year})") in text


def test_command_releases_a_clone_of_the_project(tmp_path):
    """The real files, through make, as a maintainer types it."""
    clone = tmp_path / "clone"
    for name in ("docs", "data", "hooks", "overrides"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "mkdocs.yml", ".gitignore", CITATION):
        shutil.copy(ROOT / name, clone / name)
    (clone / CHANGELOG).write_text(NEWS.replace("1.0.0", load_edition(ROOT).version), "utf-8")
    (clone / ".venv").symlink_to(ROOT / ".venv")
    (clone / ".git").mkdir()
    git(clone, "init", "--quiet", "--initial-branch=main")
    (clone / ".git" / "info" / "exclude").write_text(".venv\n", "utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "Everything")
    command = ["make", "-C", clone, "--assume-old=.venv/site.stamp", "release", "VERSION=99.0.0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert done.returncode == 0, done.stderr
    assert load_edition(clone).version == "99.0.0"
    assert git(clone, "describe", "--exact-match").strip() == "v99.0.0"
