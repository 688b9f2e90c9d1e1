"""For maintainers, `make report`: how much there is in each language, and which pages are hardest to read."""

from __future__ import annotations

import statistics
import sys

from guidebook.check import ROOT
from guidebook.counts import count, reading_levels
from guidebook.load import load_library

SHOWN = 5
"""Pages that are named in each language: the hardest."""


def main() -> int:
    library, _ = load_library(ROOT)
    print("".ljust(14), *(language.rjust(9) for language in library.languages))
    for counted in count(library):
        print(counted.name.ljust(14), *(f"{number:9,}" for number in counted.numbers.values()))
    print("\nReading level (LIX: 30 easy, 40 ordinary, 50 difficult; French runs higher)")
    for language in library.languages:
        levels = reading_levels(library.pages[language])
        hardest = ", ".join(f"{uri} {level:.0f}" for uri, level in list(levels.items())[:SHOWN])
        print(f"{language}: median {statistics.median(levels.values()):.0f}; hardest: {hardest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
