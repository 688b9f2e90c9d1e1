"""How a build ends: quietly when all is well; with the whole report, and the last good site in its place, when not."""

from __future__ import annotations

import re
import shutil

import pytest
from tests.build.project import build, bytes_of, write_project
from tests.unit.tiny_site import write_site

from guidebook.check import load_and_check
from guidebook.problems import report

MISTAKES = {
    "a mistake in each language": {
        "change": {
            "docs/en/modules/1-1.md": {"- [x] Wait": "- [ ] Wait"},
            "docs/fr/modules/1-1.md": {"  > Plus tard, peut-être.\n": ""},
        }
    },
    "a page in English only": {"files": {"docs/fr/help.md": None}},
    "a page in French only": {"files": {"docs/en/help.md": None}},
    "a file that is not UTF-8": {"files": {"docs/fr/index.md": "# Été\n"}, "encoding": {"docs/fr/index.md": "latin-1"}},
    "no date of the edition": {"files": {"data/edition.yml": 'version: "1.0.0"\n'}},
    "a bibliography that cannot be read": {"files": {"data/references.bib": "@book{roe1990\n"}},
}


def test_good_site_is_built_without_a_warning(built):
    assert built.code == 0, built.output
    assert not re.findall(r"WARNING.*|ERROR.*|Traceback.*", built.output)


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_ends_the_build_with_its_report_and_leaves_the_last_site(name, built, tmp_path):
    project = write_project(tmp_path / "project", **MISTAKES[name])
    site = tmp_path / "site"
    shutil.copytree(built.site, site)
    before = bytes_of(site)
    failed = build(project, site)
    assert failed.code == 1
    assert report(load_and_check(project)[1]) in failed.output
    assert "Traceback" not in failed.output
    assert bytes_of(site) == before


def test_second_build_takes_its_documents_from_the_cache_and_is_the_same(project, built, tmp_path):
    again = build(project, tmp_path / "site")
    assert again.code == 0, again.output
    assert again.output.count("unchanged") == 2
    assert " made" not in again.output
    assert differing(built.site, again.site) == []


def test_two_builds_of_one_source_are_the_same_bytes(built, tmp_path):
    other = build(write_project(tmp_path / "elsewhere"), tmp_path / "site")
    assert other.output.count(" made") == 2
    assert differing(built.site, other.site) == []


def test_mended_mistake_lets_the_build_go_on(tmp_path):
    project = write_project(tmp_path, files={"docs/en/index.md": "# Title\n"})
    assert load_and_check(project)[1]
    assert load_and_check(write_site(project))[1] == []


def differing(one, other) -> list[str]:
    ours, theirs = bytes_of(one), bytes_of(other)
    return sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path))
