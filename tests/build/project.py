"""A tiny real project: this project's build over the tiny site of the unit tests, run as `make site` runs it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.unit.tiny_site import write_site

ROOT = Path(__file__).parents[2]
SITE_URL = "https://tiny.example/guide/"
"""In a sub-folder, as on many hosts."""
NAV = """nav:
  - Home: index.md
  - Guidelines: guidelines/c4.md
  - Learn:
      - modules/1-1.md
      - modules/kinds.md
      - modules/case-a.md
  - Champions:
      - champions/sheet.md
      - champions/sessions/index.md
  - References: references.md
  - Glossary: glossary.md
  - Programs: programs.md
  - About: about.md
  - Help now: help.md

"""


@dataclass(frozen=True)
class Built:
    code: int
    output: str
    site: Path


def write_project(folder: Path, **changes) -> Path:
    """The project with the tiny site as its content; `changes` as in `write_site`."""
    for name in ("hooks", "overrides", "data/csl"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings, count = re.subn(r"^nav:\n(?:[ #].*\n|\n)+", NAV, (ROOT / "mkdocs.yml").read_text("utf-8"), flags=re.M)
    assert count == 1
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return write_site(folder, **changes)


def build(project: Path, site: Path, site_url: str = SITE_URL) -> Built:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    ours = {"SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=project, env=os.environ | ours, capture_output=True, text=True, check=False)
    return Built(done.returncode, done.stdout + done.stderr, site)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
