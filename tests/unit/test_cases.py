"""Every message that an author can meet, in full. A case needs no Python: see `cases/`.

change:    path -> the words of the tiny site that are exchanged, old -> new (or {repeat: words, times: number})
files:     path -> the whole text of a file; null leaves it out
encoding:  path -> in which the file is written; UTF-8 unless said
today:     a day; the case is then of what time has overtaken, which only the scheduled check tells
problems:  the report, exactly; empty when nothing is wrong
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from tests.unit.tiny_site import write_site

from guidebook import stale
from guidebook.check import load_and_check
from guidebook.problems import report
from guidebook.stale import find_stale

ROOT = Path(__file__).parents[2]
CASES_DIR = Path(__file__).with_name("cases")
NAMES = sorted(path.relative_to(CASES_DIR).with_suffix("").as_posix() for path in CASES_DIR.rglob("*.yml"))
HELP = re.compile(r"^  Help: (\S+?)(?:#(\S+))?$", re.MULTILINE)


def case_of(name: str) -> dict:
    return yaml.safe_load((CASES_DIR / f"{name}.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_mistake_is_told_in_full(name, tmp_path):
    case = case_of(name)
    root = write_site(tmp_path, case.get("files"), case.get("change"), case.get("encoding"))
    if "today" in case:
        problems = find_stale(root, case["today"])
        told = stale.report(problems)
    else:
        problems = load_and_check(root)[1]
        told = report(problems)
    assert (told if problems else "") == case["problems"]


@pytest.mark.parametrize("name", NAMES)
def test_help_of_a_message_is_a_place_that_exists(name):
    for path, anchor in set(HELP.findall(case_of(name)["problems"])):
        assert not anchor or f"{{#{anchor}}}" in (ROOT / path).read_text("utf-8"), f"{path}#{anchor}"
