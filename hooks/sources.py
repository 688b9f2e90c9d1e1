"""Reads and judges the sources before MkDocs empties the output folder: a mistake leaves the last good site."""

from __future__ import annotations

from guidebook import site


def on_pre_build(config):
    """Once per build, before the first language; the library holds all languages."""
    if site.is_first_language(config):
        site.load_library(config)
