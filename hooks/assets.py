"""Finishes the files that belong to no page: the web font; our styles and scripts as they travel, without comments."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from guidebook import site
from guidebook.fonts import write_web_font
from guidebook.smaller import smaller


@event_priority(-101)  # after static-i18n (-100), which copies the theme's files once more for each language
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    root, out = site.root_of(config), Path(config.site_dir)
    write_web_font(out / "assets" / "fonts", root / ".cache" / "fonts")
    ours = Path(config.theme.custom_dir)
    for source in sorted(path for path in ours.rglob("*") if path.suffix in (".css", ".js")):
        text = source.read_text("utf-8")
        (out / source.relative_to(ours)).write_text(smaller(text, source.suffix), "utf-8")
