"""A build that is broken off, that finds no room, or that is not alone: the last good site stays, whole."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest
from tests.build.project import ROOT, SITE_URL, bytes_of, write_project

from guidebook.exchange import NEXT, put_in_place, swap

MOMENTS = (0, 1, 60)
"""How many files of the next site there are when the build is killed; the tiny one has about a hundred."""


@pytest.fixture(scope="module")
def maker(tmp_path_factory) -> Path:
    """The tiny project with the project's own Makefile, its site built once."""
    project = write_project(tmp_path_factory.mktemp("maker"))
    (project / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    (project / ".venv").symlink_to(ROOT / ".venv")
    (project / "requirements.txt").touch()
    os.utime(project / "requirements.txt", (0, 0))  # older than what is installed: nothing to install
    done = make(project).communicate()[0]
    assert (project / "site" / "index.html").is_file(), done
    return project


def make(project: Path, **how) -> subprocess.Popen:
    """`make site` as a change of the sources would ask for it, in a group of processes of its own."""
    (project / "mkdocs.yml").touch()
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    env = os.environ | {"SITE_URL": SITE_URL, "NO_COLOR": "1"}
    return subprocess.Popen(["make", "site"], cwd=project, env=env, start_new_session=True, **pipes, **how)


def count(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


@pytest.mark.parametrize("files", MOMENTS)
def test_build_that_is_killed_leaves_the_last_site(maker, files):
    before = bytes_of(maker / "site")
    building = make(maker)
    while building.poll() is None and count(maker / NEXT) < files:
        time.sleep(0.01)
    os.killpg(building.pid, signal.SIGKILL)
    assert building.wait() == -signal.SIGKILL
    building.stdout.close()
    assert bytes_of(maker / "site") == before


def test_two_builds_at_once_do_not_mix(maker):
    before = bytes_of(maker / "site")
    builds = [make(maker), make(maker)]
    told = [building.communicate()[0] for building in builds]
    assert [building.returncode for building in builds] == [0, 0], told
    assert sum("Another build is under way" in words for words in told) == 1
    assert bytes_of(maker / "site") == before
    assert not (maker / NEXT).exists()


def test_disk_without_room_leaves_the_last_site(maker):
    before = bytes_of(maker / "site")

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    building = make(maker, preexec_fn=little_room)
    told = building.communicate()[0]
    assert building.returncode != 0
    assert "File too large" in told
    assert bytes_of(maker / "site") == before


@pytest.mark.parametrize("can_swap", [True, False])
def test_new_site_takes_the_place_of_the_last(tmp_path, monkeypatch, can_swap):
    if not can_swap:
        monkeypatch.setattr("guidebook.exchange.swap", lambda one, other: False)
    for name in ("next", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, "utf-8")
    put_in_place(tmp_path / "next", tmp_path / "site")
    assert bytes_of(tmp_path) == {"site/index.html": b"next"}


def test_there_is_a_site_at_every_moment_of_the_exchange(tmp_path):
    for name in ("one", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").touch()
    if not swap(tmp_path / "one", tmp_path / "site"):
        pytest.skip("this disk cannot swap two folders")
    missing, done = [], threading.Event()

    def watch() -> None:
        while not done.is_set():
            missing.extend([] if (tmp_path / "site").exists() else ["site"])

    watcher = threading.Thread(target=watch)
    watcher.start()
    for _ in range(2000):
        swap(tmp_path / "one", tmp_path / "site")
    done.set()
    watcher.join()
    assert missing == []
