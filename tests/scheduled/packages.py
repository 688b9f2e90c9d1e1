"""What we depend on: known vulnerabilities, newer versions, licences, and the spare engine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.house.licences import refused_licences
from tests.scheduled import NOT_CHECKED, TO_DO, TO_KNOW, WELL, Finding

LISTS = ("requirements", "requirements-dev", "requirements-scheduled")
STAYS = {"mkdocs": "MkDocs 2 drops hooks and themes: hooks/LEAVING.md"}
"""Packages whose next major version is not for us, and why."""

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def run(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def check_vulnerabilities(root: Path) -> Finding:
    """`--strict`: without it pip-audit says that all is well when it could ask nobody."""
    title = "Known vulnerabilities, Python"
    lines: list[str] = []
    for name in LISTS:
        command = [sys.executable, "-m", "pip_audit", "--strict", "--disable-pip", "--require-hashes"]
        done = run([*command, "--progress-spinner", "off", "--format", "json", "-r", f"{name}.txt"], root)
        try:
            audited = json.loads(done.stdout)["dependencies"]
        except (ValueError, KeyError):
            return Finding(title, NOT_CHECKED, [last_line(done.stderr)])
        lines += [
            f"{name}.txt: {package['name']} {package['version']}: {found['id']}, "
            f"mended in {', '.join(found['fix_versions']) or 'no version yet'}"
            for package in audited
            for found in package["vulns"]
        ]
    return Finding(title, TO_DO if lines else WELL, sorted(set(lines)))


def check_npm_vulnerabilities(node: Path) -> Finding:
    title = "Known vulnerabilities, npm"
    done = run(["npm", "audit", "--json"], node)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return Finding(title, NOT_CHECKED, [last_line(done.stderr)])
    if "vulnerabilities" not in answer:
        return Finding(title, NOT_CHECKED, [answer.get("message") or last_line(done.stderr)])
    found = answer["vulnerabilities"]
    lines = [f"{name}: {entry['severity']}, {entry['range']}" for name, entry in sorted(found.items())]
    return Finding(title, TO_DO if lines else WELL, lines)


def check_newest(root: Path, python: Path | str = sys.executable) -> Finding:
    """Newer versions of what the `.in` files name. Something to know: nothing breaks because it exists."""
    title = "Newer versions"
    done = run([python, "-m", "pip", "list", "--outdated", "--format", "json", "--disable-pip-version-check"], root)
    try:
        outdated = json.loads(done.stdout)
    except ValueError:
        return Finding(title, NOT_CHECKED, [last_line(done.stderr)])
    if "connection broken" in done.stderr or done.returncode:
        return Finding(title, NOT_CHECKED, [last_line(done.stderr)])
    ours = {normal(name) for path in root.glob("requirements*.in") for name in named_in(path)}
    lines = [
        f"{package['name']} {package['version']} → {package['latest_version']}" + note
        for package in outdated
        if normal(package["name"]) in ours
        for note in [f" ({STAYS[package['name']]})" if package["name"] in STAYS else ""]
    ]
    return Finding(title, TO_KNOW if lines else WELL, lines)


def named_in(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return [line.split("==")[0] for line in lines if "==" in line and not line.startswith("#")]


def normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def check_licences(root: Path) -> Finding:
    refused = refused_licences(root / "requirements-scheduled.txt")
    return Finding("Licences of what only these checks need", TO_DO if refused else WELL, refused)


def check_spare_engine(root: Path, site: Path, spare: Path) -> Finding:
    """The same site by ProperDocs, which goes on where MkDocs 1 stopped. Compared file by file with ours."""
    title = "The site by ProperDocs, the spare engine"
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "--site-dir", spare]
    done = run(command, root)
    if done.returncode:
        return Finding(title, TO_DO, ["The build fails.", *done.stderr.strip().splitlines()[-10:]])
    return compare_sites(title, site, spare)


def compare_sites(title: str, site: Path, spare: Path) -> Finding:
    ours, theirs = files_of(site), files_of(spare)
    lines = [f"missing: {path}" for path in sorted(ours - theirs)]
    lines += [f"only there: {path}" for path in sorted(theirs - ours)]
    differing = [path for path in sorted(ours & theirs) if bytes_of(site / path) != bytes_of(spare / path)]
    lines += [f"different: {path}" for path in differing]
    rest = len(lines) - 10
    return Finding(title, TO_DO if lines else WELL, lines[:10] + ([f"and {rest} more"] if rest > 0 else []))


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def bytes_of(path: Path) -> bytes:
    """What a file says, but for the name of the program that made it."""
    data = path.read_bytes()
    return GENERATOR.sub(b"", data) if path.suffix == ".html" else data


def last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it said nothing"])[-1]
