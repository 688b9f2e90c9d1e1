"""The command line: `python -m tests.bench [build|modules|pdf|page|search …] [--rounds N]`."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
import tempfile
from pathlib import Path

from tests.bench import CACHE, build, modules, page, pdf, search
from tests.bench.clock import Clock
from tests.bench.figures import report
from tests.bench.workshop import BuildError

LIMIT = 800
"""Seconds of the whole run."""
PARTS = {
    "build": (build.measure, 0.32),
    "modules": (modules.measure, 0.14),
    "pdf": (pdf.measure, 0.10),
    "page": (page.measure, 0.28),
    "search": (search.measure, 0.16),
}
"""Part -> what measures it, and its share of the time."""
TITLES = {
    "build": "Build: CPU seconds, user and system",
    "modules": "Modules: CPU seconds of a build with many small modules more",
    "pdf": "PDFs: CPU time of the step that makes them",
    "search": "Search: the queries of tests/browser; waiting on a slow phone as the content grows",
    "page": "Page: ten questions of the module, cold cache, 1.6 Mbit/s with 150 ms",
}


def main() -> int:
    options = _options()
    clock = Clock(LIMIT)
    chosen = options.parts or list(PARTS)
    shares = sum(PARTS[name][1] for name in chosen)
    result: dict[str, object] = {"date": f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M}", "machine": _machine()}
    reports = []
    until = 0.0
    for name in chosen:
        measure, share = PARTS[name]
        until = max(until, clock.elapsed) + (LIMIT - max(until, clock.elapsed)) * share / shares
        shares -= share
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            try:
                rows, raw = measure(options.rounds, clock, Path(folder), until)
            except BuildError as error:
                reports.append(f"{TITLES[name]}\n  not measured: {error}")
                continue
        details = raw.pop("table", "")
        reports.append(report(TITLES[name], rows) + (f"\n\n{details}" if details else ""))
        result[name] = {"rows": [row.as_json() for row in rows], "raw": raw}
        _write(result)
    clock.say("done")
    print(f"\n{result['date']}, {result['machine']}\n")
    print("\n\n".join(reports))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help="default: all")
    parser.add_argument("--rounds", type=int, default=5, help="default: 5, fewer where time runs out")
    return parser.parse_args()


def _machine() -> str:
    version = ".".join(map(str, sys.version_info[:3]))
    return f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start, Python {version}"


def _write(result: dict[str, object]) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / "result.json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
