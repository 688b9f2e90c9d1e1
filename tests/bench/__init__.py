"""Measures the build, the PDFs and a lesson page against their peers. Reports; never passes or fails. See README.md."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "bench"

if str(ROOT / "hooks") not in sys.path:  # make exports it; a run by hand does not
    sys.path.insert(0, str(ROOT / "hooks"))
