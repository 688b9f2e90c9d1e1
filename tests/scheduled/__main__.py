"""The command line: `python -m tests.scheduled`. Prints the report; exit code 1 when something is to be done."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tests.scheduled import ROOT, Finding, packages, promises

CACHE = ROOT / ".cache"
REPORT = CACHE / "scheduled.md"


def main() -> int:
    site = ROOT / "site"
    checks: list[Callable[[], Finding]] = [
        lambda: promises.check_promises(ROOT),
        lambda: promises.check_links(site, os.environ["SITE_URL"]),
        lambda: packages.check_vulnerabilities(ROOT),
        lambda: packages.check_npm_vulnerabilities(ROOT / "tests" / "node"),
        lambda: packages.check_newest(ROOT, ROOT / ".venv" / "bin" / "python"),
        lambda: packages.check_licences(ROOT),
        lambda: packages.check_spare_engine(ROOT, site, CACHE / "spare"),
    ]
    findings = []
    for check in checks:
        findings.append(check())
        print(findings[-1], flush=True)
    REPORT.write_text("\n".join(map(str, findings)), "utf-8")
    return int(any(finding.fails for finding in findings))


if __name__ == "__main__":
    sys.exit(main())
