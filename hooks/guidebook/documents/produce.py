"""A document as a PDF file, made once. Knows the engine and the cache; refuses to know what the document says.

The key of a PDF is a digest of everything that the engine is given, so a PDF in the cache can be old, never stale. It
stands among the keywords of the PDF too, where a test finds it.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import tempfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import typst

from guidebook.documents import fonts
from guidebook.documents.convert import Converted, convert
from guidebook.documents.model import Document, MissingImage, NotCompiled
from guidebook.documents.template import KEY, cover_words, render_source
from guidebook.strings import Translate

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""Archivable and accessible; the compiler itself refuses a document that is not."""
ENGINE = f"typst {version('typst')}"
PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


ImageFinder = Callable[[str], Path | None]
"""Path of an image in the site, `assets/circles.svg` -> its file, or None."""


def no_images(_path: str) -> None:
    """The finder for documents without images."""


@dataclass(frozen=True)
class Produced:
    path: Path
    """In the cache; copy it, do not move it."""
    key: str
    pages: int
    bytes: int
    """The size of the file."""
    sha256: str
    """Of the file, for a checksum beside the download or in its address."""
    cached: bool
    """It was there already, the engine was not called."""


def produce(document: Document, cache_dir: Path, t: Translate, find_image: ImageFinder = no_images) -> Produced:
    """The document's PDF in `cache_dir`. Raises a DocumentError for whatever would be lost; then nothing is written."""
    chapters = convert(document)
    fonts.check_glyphs(dict.fromkeys("".join(cover_words(document, t).values()), ""), document.title)
    for chapter in chapters:
        fonts.check_glyphs(chapter.characters, chapter.title)
    source = render_source(document, chapters, t)
    images = _images(chapters, find_image)
    key = cache_key(source, images, document.date)
    path = cache_dir / f"{key}.pdf"
    cached = _is_whole(path)
    if not cached:
        cache_dir.mkdir(parents=True, exist_ok=True)
        fonts.write_whole(path, compile_pdf(source.replace(KEY, key, 1), images, document, cache_dir))
    return _produced(path, key, is_cached=cached)


def cache_key(source: str, images: Mapping[str, bytes], day: datetime.date) -> str:
    """A digest of the engine's complete input: 64 hexadecimal digits."""
    digest = hashlib.sha256()
    parts = [source, fonts.fingerprint(), ENGINE, *STANDARDS, day.isoformat()]
    pictures = [part for path, data in sorted(images.items()) for part in (path.encode(), data)]
    for part in [*map(str.encode, parts), *pictures]:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def compile_pdf(source: str, images: Mapping[str, bytes], document: Document, cache_dir: Path) -> bytes:
    """Run the engine. Raises NotCompiled for an error and for a warning: a font not found, a layout not settled."""
    folder = str(fonts.font_folder(cache_dir))
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
    midnight = datetime.datetime.combine(document.date, datetime.time(), datetime.UTC)
    # The engine sees a folder with the images of this document and nothing else: whatever it reads is in the key.
    with tempfile.TemporaryDirectory() as root:
        for path, data in images.items():
            (Path(root) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(root) / path).write_bytes(data)
        compiler = typst.Compiler(source.encode(), root=root, font_paths=faces)
        try:
            pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=midnight)
        except typst.TypstError as error:
            raise NotCompiled("\n".join([error.message, *error.hints]), document.title) from error
    if warnings or not isinstance(pdf, bytes):
        raise NotCompiled("; ".join(str(warning) for warning in warnings), document.title)
    return pdf


def delete_unreferenced(cache_dir: Path, keys: Collection[str]) -> tuple[Path, ...]:
    """Delete the PDFs of all other keys, and say which."""
    stale = tuple(path for path in sorted(cache_dir.glob("*.pdf")) if path.stem not in keys)
    for path in stale:
        path.unlink()
    return stale


def _images(chapters: tuple[Converted, ...], find_image: ImageFinder) -> dict[str, bytes]:
    images: dict[str, bytes] = {}
    for chapter in chapters:
        for path, heading in chapter.images.items():
            file = find_image(path)
            if file is None or not file.is_file():
                raise MissingImage(f'the image "{path}" is not a file of this site.', chapter.title, heading)
            images[path] = file.read_bytes()
    return images


def _is_whole(path: Path) -> bool:
    return path.is_file() and path.read_bytes().rstrip().endswith(b"%%EOF")


def _produced(path: Path, key: str, *, is_cached: bool) -> Produced:
    data = path.read_bytes()
    count = PAGE_COUNT.search(data)
    if count is None:
        raise RuntimeError(f"no page count in {path}: has the PDF writer of {ENGINE} changed?")
    return Produced(path, key, int(count[1]), len(data), hashlib.sha256(data).hexdigest(), is_cached)
