"""Puts generated files that belong to no page into the site: the web font."""

from __future__ import annotations

from pathlib import Path

from guidebook import site
from guidebook.fonts import write_web_font


def on_post_build(config):
    if site.is_first_language(config):
        write_web_font(Path(config.site_dir) / "assets" / "fonts", site.root_of(config) / ".cache" / "fonts")
