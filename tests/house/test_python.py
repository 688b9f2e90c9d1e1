"""What is pinned installs on the oldest Python that the README promises."""

from __future__ import annotations

from importlib.metadata import distributions

from packaging.specifiers import SpecifierSet

OLDEST = "3.11.2"
"""Debian 12's."""


def test_every_package_takes_the_python_of_debian():
    asked = {found.name: found.metadata["Requires-Python"] for found in distributions()}
    assert len(asked) > 60
    assert {name: words for name, words in asked.items() if words and OLDEST not in SpecifierSet(words)} == {}
