"""Citations kept between builds: running CSL over the bibliography takes about two seconds a language.

The key is a digest of all that goes in, the code that renders included, so what is kept can be old, never stale.
"""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path

from guidebook.bibliography import render
from guidebook.bibliography.load import Reference
from guidebook.bibliography.render import STYLES_DIR, Citations, render_citations


def cached_citations(references: dict[str, Reference], language: str, cache_dir: Path) -> Citations:
    """From `cache_dir` where they are kept, else rendered and kept. Another language's file is its own."""
    path = cache_dir / f"{language}-{_key(references, language)}.json"
    try:
        return Citations(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):  # not there, or not whole
        citations = render_citations(references, language)
    cache_dir.mkdir(parents=True, exist_ok=True)
    for stale in cache_dir.glob(f"{language}-*"):
        stale.unlink()
    temporary = path.with_suffix(f".{os.getpid()}")
    temporary.write_text(json.dumps({"short": citations.short, "entries": citations.entries}), "utf-8")
    temporary.replace(path)
    return citations


def _key(references: dict[str, Reference], language: str) -> str:
    works = json.dumps([reference.csl_in(language) for reference in references.values()], sort_keys=True)
    parts = [works, version("citeproc-py")]
    files = [STYLES_DIR / f"{language}.csl", Path(render.__file__)]
    digest = hashlib.sha256("\0".join(parts).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:24]
