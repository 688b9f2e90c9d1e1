"""Everything that is installed here is under a licence that we may use, or was read by a person."""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path

import pytest
from tests.house.licences import ALLOWED, READ, is_allowed, licence_of, refused_licences, refused_npm_licences

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_under_a_licence_that_we_may_use(name):
    assert refused_licences(ROOT / name) == []


def test_every_package_of_npm_is_under_a_licence_that_we_may_use():
    assert refused_npm_licences(ROOT / "tests" / "node" / "package-lock.json") == []


@pytest.mark.parametrize("name", READ)
def test_package_that_a_person_read_is_needed_and_still_says_nothing_of_use(name):
    assert not is_allowed(licence_of(importlib.metadata.distribution(name)))
    assert f"\n{name}==" in (ROOT / "requirements-dev.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-or-later", False),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT AND BSD)", True),
        ("AGPL-3.0-only", False),
        ("", False),
    ],
)
def test_licence_is_judged(expression, allowed):
    assert is_allowed(expression) is allowed


def test_package_that_is_not_allowed_or_not_there_is_told(tmp_path, monkeypatch):
    (tmp_path / "requirements.txt").write_text('pytest==1 \\\nno-such-thing==2 \\\nelsewhere==3 ; os_name == "nt" \\\n')
    monkeypatch.setattr("tests.house.licences.ALLOWED", ALLOWED - {"MIT"})
    assert refused_licences(tmp_path / "requirements.txt") == ["pytest: MIT", "no-such-thing 2: not installed"]


def test_package_of_npm_that_is_not_allowed_is_told(tmp_path):
    packages = {
        "": {},
        "node_modules/a": {"license": "GPL-3.0"},
        "node_modules/b": {},
        "node_modules/c": {"license": "MIT"},
    }
    (tmp_path / "lock.json").write_text(json.dumps({"packages": packages}))
    assert refused_npm_licences(tmp_path / "lock.json") == ["a: GPL-3.0", "b: none"]
