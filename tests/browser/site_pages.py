"""Which pages the built site has, from its own sitemap."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

SITE = Path(__file__).parents[2] / "site"


def page_paths() -> list[str]:
    """`/`, `/fr/`, `/guidelines/competencies/c4/` …; empty when the site is not built yet."""
    sitemap = SITE / "sitemap.xml"
    if not sitemap.exists():
        return []
    return [urlsplit(url).path for url in re.findall(r"<loc>(.*?)</loc>", sitemap.read_text("utf-8"))]
