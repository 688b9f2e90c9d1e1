"""What runs at GitHub: understood, safe with what strangers propose, and nothing that `make` does not do here too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from tests.house.workflows import grammar_mistakes, safety_findings

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
USES = re.compile(r"uses: (\S+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")
TARGET = re.compile(r"\bmake ([a-z-]+)")
BROKEN = """name: Broken
on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo "${{ github.event.pull_request.title }}"
      - run: echo "${{ stepz.nothing }}"
"""


def named(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=[path.name for path in paths])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "broken.yml").write_text(BROKEN, "utf-8")
    return tmp_path


def test_workflows_are_understood():
    assert grammar_mistakes(ROOT) == []


def test_workflow_that_is_not_understood_is_told(broken):
    assert any('undefined variable "stepz"' in mistake for mistake in grammar_mistakes(broken))


def test_workflows_are_safe():
    assert safety_findings(ROOT) == []


def test_workflow_that_is_not_safe_is_told(broken):
    found = safety_findings(broken)
    for audit in ("dangerous-triggers", "unpinned-uses", "template-injection", "excessive-permissions", "artipacked"):
        assert f"broken.yml: {audit}" in found


def test_workflow_that_cannot_be_read_is_told(broken):
    (broken / ".github" / "workflows" / "broken.yml").write_text("name: a: b\n", "utf-8")
    assert len(safety_findings(broken)) == 1


@named(WORKFLOWS)
def test_action_is_named_by_its_full_hash_and_its_version(path):
    lines = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not USES.match(line)] == []


def test_action_is_the_same_version_everywhere():
    found = {
        match.groups()
        for path in WORKFLOWS
        for match in map(USES.search, path.read_text("utf-8").splitlines())
        if match
    }
    assert len(found) == len({action for action, _, _ in found})


@named(WORKFLOWS)
def test_workflow_may_do_nothing_and_each_job_what_it_needs(path):
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert "permissions" in job
        assert job["timeout-minutes"] <= 60
        writes = {name for name, right in job["permissions"].items() if right == "write"}
        assert not writes or (job.get("environment") or {}).get("name") == "github-pages"


@named(WORKFLOWS)
def test_workflow_makes_what_make_knows(path):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    made = set(TARGET.findall(path.read_text("utf-8")))
    assert made
    assert made <= targets


def test_proposed_change_is_checked_without_secret_and_without_a_right_to_write():
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8")
    assert yaml.safe_load(text)[True] == "pull_request"  # YAML 1.1 reads "on" as true
    assert "secrets." not in text
    assert "write" not in {
        right for job in yaml.safe_load(text)["jobs"].values() for right in job["permissions"].values()
    }


@named(WORKFLOWS)
def test_preview_and_publication_lead_to_both_languages(path):
    text = path.read_text("utf-8")
    if "environment:" in text:
        assert "English" in text
        assert "Français" in text
        assert "fr/" in text


@named(FORMS)
def test_form_exists_in_both_languages_with_the_same_questions(path):
    form = yaml.safe_load(path.read_text("utf-8"))
    if path.name == "config.yml":
        assert form == {"blank_issues_enabled": True}
        return
    name, language, _ = path.name.split(".")
    twin = yaml.safe_load(path.with_name(f"{name}.{'fr' if language == 'en' else 'en'}.yml").read_text("utf-8"))
    assert shape(form) == shape(twin)
    assert form["name"] != twin["name"]


def shape(form: dict) -> list[tuple[str, str, object]]:
    return [(part["type"], part.get("id", ""), part.get("validations")) for part in form["body"]]


def test_template_of_a_proposed_change_is_in_both_languages():
    english, _, french = (ROOT / ".github" / "pull_request_template.md").read_text("utf-8").partition("\n---\n")
    assert english.count("- [ ]") == french.count("- [ ]") >= 4
