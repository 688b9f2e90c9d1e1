"""Copies of the project to measure, and how they are built. The project itself is only read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from tests.bench import CACHE, ROOT

PARTS = ("docs", "data", "hooks", "overrides")
OURS_ONLY = ("custom_dir", "favicon", "logo")
"""Settings of the theme that name files of ours."""
TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)
BUILD_LIMIT = 300
"""Seconds after which a build is given up."""


class BuildError(Exception):
    """A command ended with an error; the message is what it printed last."""


def copy_project(target: Path) -> Path:
    ignore = shutil.ignore_patterns("*~", "__pycache__")
    for part in PARTS:
        shutil.copytree(ROOT / part, target / part, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def read_config(project: Path) -> dict[str, object]:
    return yaml_load((project / "mkdocs.yml").read_text("utf-8"))


def write_config(project: Path, config: dict[str, object]) -> None:
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")


def without_downloads(project: Path) -> Path:
    """Ours, HTML only."""
    config = read_config(project)
    config["hooks"] = [hook for hook in config["hooks"] if hook != "hooks/downloads.py"]
    write_config(project, config)
    return project


def stock(project: Path, plugin: str = "") -> Path:
    """The same Markdown, menu, features and extensions with Material as it comes: our blocks are text for it."""
    config = read_config(project)
    for key in ("hooks", "watch"):
        config.pop(key, None)
    config["theme"] = {key: value for key, value in config["theme"].items() if key not in OURS_ONLY}
    if plugin:
        config["plugins"].append(plugin)
    write_config(project, config)
    for page in project.glob("docs/*/*.md"):
        page.write_text(TEMPLATE.sub("", page.read_text("utf-8")), "utf-8")  # the template would be ours
    return project


def lock(project: Path) -> Path:
    """Write down what answers to the added questions mean, as an author would: `make learning-lock`."""
    run([sys.executable, "-m", "guidebook.lock"], project)
    return project


def build(project: Path, site: Path, python: str = sys.executable) -> float:
    """Build into `site`; the CPU seconds it took, user and system."""
    return run([python, "-m", "mkdocs", "build", "--site-dir", str(site)], project)


def run(command: list[str], folder: Path) -> float:
    """Run a command to its end; the CPU seconds of it and of what it started."""
    own = {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(folder / "hooks"),
        "PYTHONPYCACHEPREFIX": str(CACHE / "pycache"),
    }
    log = folder / "bench.log"
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **own}, stdout=output, stderr=output)
        timer = threading.Timer(BUILD_LIMIT, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(f"{' '.join(command)} ended with {process.returncode}\n{log.read_text()[-2000:]}")
    return usage.ru_utime + usage.ru_stime


def count_pages(project: Path) -> int:
    return len(list(project.glob("docs/*/**/*.md")))
