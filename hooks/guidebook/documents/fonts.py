"""The typefaces of documents: Source Sans Pro for text, Source Serif Pro for titles, both from their PyPI packages."""

from __future__ import annotations

import hashlib
import os
import tempfile
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]
import font_source_serif_pro  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont

from guidebook.documents.model import MissingGlyph

STYLES = ("", "It", "Semibold", "SemiboldIt")


@cache
def faces() -> tuple[Path, ...]:
    """The eight files that documents use, sorted by name."""
    sans = (font_source_sans_pro.font_files_otf[f"SourceSansPro{style}"] for style in STYLES)
    serif = (font_source_serif_pro.font_files_otf[f"SourceSerifPro{style}"] for style in STYLES)
    return tuple(sorted(map(Path, (*sans, *serif)), key=lambda path: path.name))


@cache
def fingerprint() -> str:
    """A digest of the names and bytes of all faces."""
    digest = hashlib.sha256()
    for face in faces():
        digest.update(face.name.encode() + hashlib.sha256(face.read_bytes()).digest())
    return digest.hexdigest()


def font_folder(cache_dir: Path) -> Path:
    """A folder with these faces and no other.

    The packages hold each face twice (OTF and TTF), the compiler takes whichever the file system lists first: given
    their folders, two machines could make different bytes.
    """
    folder = cache_dir / f"fonts-{fingerprint()[:16]}"
    folder.mkdir(parents=True, exist_ok=True)
    for face in faces():
        if not (folder / face.name).exists():
            write_whole(folder / face.name, face.read_bytes())
    return folder


def write_whole(path: Path, data: bytes) -> None:
    """Write beside it, then rename: nobody ever meets half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@cache
def coverage() -> frozenset[int]:
    """The code points that every style of the sans can draw; the serif borrows from it what it lacks."""
    maps = [TTFont(face).getBestCmap() for face in faces() if face.name.startswith("SourceSans")]
    return frozenset.intersection(*map(frozenset, maps))


def check_glyphs(characters: Mapping[str, str], chapter: str) -> None:
    """Raises MissingGlyph for the first character -> heading that would not be drawn."""
    for character, heading in sorted(characters.items()):
        if ord(character) not in coverage() and character != "\n":
            name = unicodedata.name(character, "no name")
            what = f'no glyph for "{character}" (U+{ord(character):04X} {name}) in the typefaces of documents.'
            raise MissingGlyph(what, chapter, heading)
