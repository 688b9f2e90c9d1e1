"""The heading face of the site: cut down to the letters of our languages and packed as WOFF2, from a pinned package.

Text uses the system's faces and costs nothing; one face for headings costs about 20 kB once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
from pathlib import Path

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import USE_MY_METRICS

LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆàâäçéèêëîïôöùûüÿœæ«»“”‘’–—…·•№®™°×\u00a0"
WEB_FONT = "source-serif-semibold.woff2"


def heading_face() -> Path:
    """The file of Source Serif Pro Semibold in its package."""
    spec = importlib.util.find_spec("font_source_serif_pro")
    origin = spec.origin if spec else None
    assert origin, "font-source-serif-pro is in requirements.txt"
    return Path(origin).parent / "files" / "SourceSerifPro-Semibold.ttf"


def write_web_font(folder: Path, cache_dir: Path) -> Path:
    """Put the face into `folder`, from the cache when its letters and tools have not changed."""
    face = heading_face()
    made_of = (face.read_bytes(), LETTERS.encode(), fontTools.version.encode(), Path(__file__).read_bytes())
    key = hashlib.sha256(b"".join(made_of)).hexdigest()[:16]
    cached = cache_dir / f"{key}-{WEB_FONT}"
    if not cached.exists():
        cache_dir.mkdir(parents=True, exist_ok=True)
        temporary = cached.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(_subset(face))
        temporary.replace(cached)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / WEB_FONT
    target.write_bytes(cached.read_bytes())
    return target


def _subset(face: Path) -> bytes:
    options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "locl"], notdef_outline=True)
    font = subset.load_font(str(face), options)
    # The build's time would make each site differ from the last.
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    _own_widths(font)
    packed = io.BytesIO()
    subset.save_font(font, packed, options)
    return packed.getvalue()


def _own_widths(font: TTFont) -> None:
    """The face says of “ that its width is that of ‘, of which it is made twice; some browsers believe it.

    Then the mark stands over the first letter of a heading. Each glyph has its own width in `hmtx` all the same.
    """
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        for part in glyph.components if glyph.isComposite() else ():
            if font["hmtx"][name] != font["hmtx"][part.glyphName]:
                part.flags &= ~USE_MY_METRICS
